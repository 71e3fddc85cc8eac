import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Host } from '../locks/host.ts'
import { judgeOn, lease, lockPath, namelessLease } from '../locks/lock.ts'
import { inspect, removeFile } from '../locks/lock-files.ts'

/** What conf writes before it takes the file's place; the nonce is that of the lock it is written under. */
export const draftPath = (file: string, nonce: string) => `${file}.new-${nonce}`

// conf's own unfinished files end so, and it makes them of the draft; those made of the profile are another program's
// or an older wxauth's.
const unfinished = /^(\.new-[0-9a-z]+)?(\.tmp-\d{10}[0-9a-f]{6})?$/
// Never `.json`: `default.json.lock.json` is the profile called `default.json.lock`.
const claim = /^\.([0-9a-z]{8,64}|[0-9a-z]+\.break)$/

/**
 * Removes what killed writers of this file left beside it. To be called under its lock: then nobody else is writing,
 * but others may be waiting with files of their own.
 */
export function sweep(file: string, host: Host): void {
  const [directory, base, lock] = [dirname(file), basename(file), basename(lockPath(file))]
  let judge: ReturnType<typeof judgeOn> | undefined
  for (const entry of namesIn(directory)) {
    if (entry === base || entry === lock || !entry.startsWith(base)) continue
    const path = join(directory, entry)
    if (unfinished.test(entry.slice(base.length))) removeFile(path)
    else if (entry.startsWith(lock) && claim.test(entry.slice(lock.length))) {
      judge ??= judgeOn(host)
      if (isAbandonedClaim(path, judge)) removeFile(path)
    }
  }
}

// Whoever waits renews its claim every second; this machine's clock is good enough for an hour. A claim that names
// nobody is of one killed between creating and writing it; should that one only be stopped, it can do without.
function isAbandonedClaim(path: string, judge: ReturnType<typeof judgeOn>): boolean {
  const found = inspect(path)
  if (found === undefined) return false
  const age = Date.now() - found.mtimeMs
  if (found.owner === undefined) return age > namelessLease
  const verdict = judge(found)
  return verdict === 'dead' || (verdict === 'unknown' && age > 120 * lease)
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory)
  } catch {
    return []
  }
}
