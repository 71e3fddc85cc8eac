import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Host } from './host.ts'
import { type LivenessCheck, lease, livenessCheck, namelessLease } from './liveness.ts'
import { identityForm, readLockFile, removeFile } from './lock-file.ts'
import { nonceForm } from './owner.ts'

// Claim files and second locks, by their whole names: everything else beside a lock belongs to somebody else.
const ending = new RegExp(`^\\.(?:${nonceForm}|${identityForm}\\.break)$`)

/**
 * Removes the claim files and second locks that killed processes left beside a lock. Call it while you hold the lock.
 * Those of processes that wait for it stay.
 */
export function sweepClaims(path: string, host: Host): void {
  let liveness: LivenessCheck | undefined
  for (const file of claimsBeside(path)) {
    liveness ??= livenessCheck(host)
    if (isAbandoned(file, liveness)) removeFile(file)
  }
}

/** The processes of this machine that wait for a lock which this process holds. */
export function waitingFor(path: string, host: Host): readonly number[] {
  const claims = claimsBeside(path)
  if (claims.length === 0) return []
  const liveness = livenessCheck(host)
  const owners = claims.map(file => readLockFile(file)?.owner)
  return owners.flatMap(owner => (owner !== undefined && liveness(owner) === 'alive' ? [owner.pid] : []))
}

function claimsBeside(path: string): readonly string[] {
  const [directory, name] = [dirname(path), basename(path)]
  return namesIn(directory)
    .filter(entry => entry.startsWith(name) && ending.test(entry.slice(name.length)))
    .map(entry => join(directory, entry))
}

// A process that waits renews its claim file every second. So this machine's clock is good enough: it is not an hour
// off. A claim file without an owner comes from a process that was killed, or stopped, while it wrote the file. A stopped
// process can do without it.
function isAbandoned(path: string, livenessOf: LivenessCheck): boolean {
  const file = readLockFile(path)
  if (file === undefined) return false
  const age = Date.now() - file.mtimeMs
  if (file.owner === undefined) return age > namelessLease
  const liveness = livenessOf(file.owner)
  return liveness === 'dead' || (liveness === 'unknown' && age > 120 * lease)
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory)
  } catch {
    return []
  }
}
