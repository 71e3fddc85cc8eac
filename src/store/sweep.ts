import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Host } from '../locks/host.ts'
import { removeFile } from '../locks/lock-file.ts'
import { sweepClaims } from '../locks/sweep-claims.ts'
import { lockPath } from './profile-lock.ts'

/** The file that conf writes before it takes the profile's place. Its nonce is that of the lock that is held meanwhile. */
export const draftPath = (file: string, nonce: string) => `${file}.new-${nonce}`

// Drafts, and conf's own unfinished files. conf makes these of the draft; those that are made of the profile come from
// another program that uses conf.
const ending = /^(\.new-[0-9a-z]+)?(\.tmp-\d{10}[0-9a-f]{6})?$/

/** Removes what killed writers of this file left beside it. Call it while you hold its lock: then nobody writes. */
export function sweep(file: string, host: Host): void {
  const [directory, name] = [dirname(file), basename(file)]
  for (const entry of namesIn(directory)) {
    if (entry === name || !entry.startsWith(name) || !ending.test(entry.slice(name.length))) continue
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
