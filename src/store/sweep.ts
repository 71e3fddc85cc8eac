import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Host } from '../locks/host.ts'
import { removeFile } from '../locks/lock-file.ts'
import { nonceForm } from '../locks/owner.ts'
import { sweepClaims } from '../locks/sweep-claims.ts'
import { lockPath } from './profile-lock.ts'

/** The file that conf writes before it takes the profile's place. Its nonce is that of the lock that is held meanwhile. */
export const draftPath = (file: string, nonce: string) => `${file}.new-${nonce}`

// Drafts, and what conf writes before it renames it to the draft, by their whole names: everything else beside a profile
// belongs to somebody else.
const ending = new RegExp(`^\\.new-${nonceForm}(?:\\.tmp-\\d{10}[0-9a-f]{6})?$`)

/** Removes what killed writers of this file left beside it. Call it while you hold its lock: then nobody writes. */
export function sweep(file: string, host: Host): void {
  const [directory, name] = [dirname(file), basename(file)]
  for (const entry of namesIn(directory)) {
    if (!entry.startsWith(name) || !ending.test(entry.slice(name.length))) continue
    removeFile(join(directory, entry))
  }
  sweepClaims(lockPath(file), host)
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory)
  } catch {
    return []
  }
}
