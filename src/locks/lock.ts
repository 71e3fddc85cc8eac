import { type ClaimFile, type Link, writeClaimFile } from './claim-file.ts'
import { type Clock, systemClock } from './clock.ts'
import type { Host } from './host.ts'
import { type LivenessCheck, lease, livenessCheck, namelessLease } from './liveness.ts'
import { type LockFile, readLockFile, removeFile } from './lock-file.ts'
import { newNonce, ownerHere } from './owner.ts'

export interface LockOptions {
  readonly host: Host
  /** How long to wait for one and the same holder, in ms. */
  readonly patience: number
  /** How long to wait in all, for one holder after the other; `patience` if left out. */
  readonly totalPatience?: number
  /** Called once, as soon as there is somebody to wait for. */
  readonly onWait?: (holder: NamedHolder) => void
  readonly clock?: Clock
  /** As `Math.random`. */
  readonly random?: () => number
  readonly link?: Link
}

/** A lock that was taken. */
export interface Lock {
  readonly nonce: string
  /** False if another machine took its holder for dead, and the lock for itself. */
  isHeld(): boolean
  release(): void
}

/** The process that holds a lock; `elsewhere` if it cannot be looked up from here. */
export type NamedHolder =
  | { readonly kind: 'process'; readonly pid: number }
  | {
      readonly kind: 'elsewhere'
      readonly pid: number
      readonly machine: string
      /** In how many ms its lock can be broken, whatever became of it. */
      readonly freeIn: number
    }

export type LockHolder = NamedHolder | { readonly kind: 'unknown' }

/** The lock was not taken: its holder did not release it in time. */
export interface Busy {
  readonly holder: LockHolder
}

/**
 * Takes a lock, which is a file of that name. Waits as long as a living process holds it, and breaks it if its owner is
 * dead. SIGKILL and SIGSTOP may come at any moment: no two processes of a machine ever hold it, and none waits for a dead
 * one.
 * @returns the lock, or the holder that did not release it
 * @throws the system's error if the directory cannot be written to
 */
export async function takeLock(path: string, options: LockOptions): Promise<Lock | Busy> {
  const { host, clock = systemClock, random = Math.random, link } = options
  const nonce = newNonce(random)
  const here = ownerHere(host)
  const liveness = livenessCheck(host, here)
  const claim = writeClaimFile(`${path}.${nonce}`, { ...here, nonce }, clock, link)
  try {
    // The clock loads with the first wait, which is rare.
    let wait: Wait | undefined
    while (!claim.take(path)) {
      wait ??= startWait(options, clock)
      const file = readLockFile(path)
      // A network drive may have made the link, and lost the answer.
      if (file?.owner?.nonce === nonce) break
      const holder = () => holderOf(file, claim, liveness)
      const isAbandonedFile = file !== undefined && isAbandoned(file, claim, liveness)
      const isBroken = isAbandonedFile && breakLock(path, path, file, claim, liveness)
      if (!isAbandonedFile) wait.announce(holder)
      if (wait.isOver(file)) return { holder: holder() }
      if (!isBroken) await clock.sleep(1 + random() * wait.longestPause())
      claim.renew()
    }
  } finally {
    claim.remove()
  }
  const isHeld = () => readLockFile(path)?.identity === nonce
  return {
    nonce,
    isHeld,
    release() {
      if (isHeld()) removeFile(path)
    },
  }
}

type Wait = ReturnType<typeof startWait>

function startWait({ patience, totalPatience = patience, onWait }: LockOptions, clock: Clock) {
  const start = clock.now()
  let holder = { identity: '', since: start }
  let isAnnounced = onWait === undefined
  return {
    announce(holderNow: () => LockHolder): void {
      if (isAnnounced) return
      const waitedFor = holderNow()
      if (waitedFor.kind === 'unknown') return
      isAnnounced = true
      onWait?.(waitedFor)
    },
    /** @param file the lock file as it is now */
    isOver(file: LockFile | undefined): boolean {
      const [now, identity] = [clock.now(), file?.identity ?? '']
      if (identity !== holder.identity) holder = { identity, since: now }
      return now - holder.since >= patience || now - start >= totalPatience
    },
    /** In ms. Grows slowly: most locks are released at once, but a person may think for minutes. */
    longestPause(): number {
      const waited = clock.now() - start
      return Math.max(2, Math.min(24, waited / 5), Math.min(200, waited / 100))
    },
  }
}

const leaseOf = ({ owner }: LockFile) => (owner === undefined ? namelessLease : lease)

function isAbandoned(file: LockFile, claim: ClaimFile, livenessOf: LivenessCheck): boolean {
  const liveness = livenessOf(file.owner)
  if (liveness !== 'unknown') return liveness === 'dead'
  return claim.age(file) > leaseOf(file)
}

/**
 * Removes an abandoned lock file. Two processes may do so at once, and the second one must not remove the lock file that
 * the first one makes afterwards. So they take a second lock, whose name contains the identity of the abandoned file:
 * only its holder can remove that file, so that the file cannot change between the last look at it and its removal. If that process dies, its second lock is abandoned too, and broken in the same way.
 * @param path the lock that all of this is for
 * @param abandoned the path of `file`: the lock's, or a second lock's
 * @returns whether the file is gone
 */
function breakLock(
  path: string,
  abandoned: string,
  file: LockFile,
  claim: ClaimFile,
  liveness: LivenessCheck,
): boolean {
  const second = `${path}.${file.identity}.break`
  if (!claim.take(second)) {
    const secondFile = readLockFile(second)
    if (secondFile !== undefined && isAbandoned(secondFile, claim, liveness)) {
      breakLock(path, second, secondFile, claim, liveness)
    }
    return false
  }
  try {
    return readLockFile(abandoned)?.identity === file.identity && removeFile(abandoned)
  } finally {
    removeFile(second)
  }
}

function holderOf(file: LockFile | undefined, claim: ClaimFile, liveness: LivenessCheck): LockHolder {
  if (file?.owner === undefined) return { kind: 'unknown' }
  const { pid, machine } = file.owner
  if (liveness(file.owner) !== 'unknown') return { kind: 'process', pid }
  const freeIn = Math.max(0, leaseOf(file) - claim.age(file))
  return { kind: 'elsewhere', pid, machine: machine.split(' ')[0] ?? '', freeIn }
}
