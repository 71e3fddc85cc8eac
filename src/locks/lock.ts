import type { Host } from './host.ts'
import {
  type Clock,
  type Found,
  inspect,
  type Link,
  removeFile,
  type Ticket,
  writeTicket,
} from './lock-files.ts'
import { judgeOwner, newNonce, type Verdict } from './lock-owner.ts'
import { ownerHere, sightingOn } from './process-facts.ts'

export interface LockOptions {
  readonly host: Host
  /** How long one and the same holder is waited for, in ms; a queue of many, six times as long. */
  readonly patience?: number
  readonly clock?: Clock
  /** At least 0 and less than 1. */
  readonly random?: () => number
  readonly link?: Link
}

/** A lock that is held. */
export interface Lock {
  readonly nonce: string
  /** Whether it still is: somebody on another machine may have taken it for abandoned. */
  isHeld(): boolean
  release(): void
}

/** Who keeps a lock, as far as it can be told from here. */
export type LockHolder =
  | { readonly kind: 'process'; readonly pid: number }
  | { readonly kind: 'elsewhere'; readonly pid: number; readonly machine: string }
  | { readonly kind: 'unknown' }

/** The lock could not be had: its holder did not let go. */
export interface Busy {
  readonly holder: LockHolder
}

const usualClock: Clock = {
  now: () => performance.now(),
  sleep: ms => new Promise(resolve => setTimeout(resolve, ms)),
}
const usualPatience = 10_000

/** How long an owner that cannot be looked for keeps a lock, in ms. */
export const lease = 30_000
/** The same for a lock that names no owner: without hard links, there is a moment between creating and writing. */
export const namelessLease = 5_000

export const lockPath = (file: string) => `${file}.lock`

/**
 * Takes the lock of a file, `<file>.lock` beside it; waits while somebody living holds it, and breaks it when its
 * owner is dead. Taking and releasing lose nothing under SIGKILL and SIGSTOP at any point.
 * @returns the lock, or who did not let go of it
 * @throws the system's error when the folder cannot be written to
 */
export async function takeLock(file: string, options: LockOptions): Promise<Lock | Busy> {
  const { host, patience = usualPatience, clock = usualClock, random = Math.random } = options
  const lock = lockPath(file)
  const nonce = newNonce(random)
  const here = ownerHere(host)
  const ticket = writeTicket(`${lock}.${nonce}`, { ...here, nonce }, clock, options.link)
  const judge = judgeOn(host, here)
  const began = clock.now()
  let holder = { identity: '', since: began }
  try {
    for (let round = 1; ; round += 1) {
      ticket.renew()
      if (ticket.claim(lock)) break
      const found = inspect(lock)
      // A network drive may have linked it and lost the answer.
      if (found?.owner?.nonce === nonce) break
      if (
        found !== undefined &&
        isAbandoned(found, ticket, judge) &&
        breakLock(lock, lock, found, ticket, judge)
      ) {
        continue
      }
      const [now, identity] = [clock.now(), found?.identity ?? '']
      if (identity !== holder.identity) holder = { identity, since: now }
      if (now - holder.since >= patience || now - began >= 6 * patience) {
        return { holder: holderOf(found, judge) }
      }
      await clock.sleep(1 + random() * Math.min(24, 2 * round))
    }
  } finally {
    ticket.remove()
  }
  const isHeld = () => inspect(lock)?.identity === nonce
  return {
    nonce,
    isHeld,
    release() {
      if (isHeld()) removeFile(lock)
    },
  }
}

/** Judges what was found at a lock's name from here. */
export type Judge = (found: Found) => Verdict

export function judgeOn(host: Host, here = ownerHere(host)): Judge {
  const sight = sightingOn(host)
  return ({ owner }) => (owner === undefined ? 'unknown' : judgeOwner(owner, here, sight))
}

function isAbandoned(found: Found, ticket: Ticket, judge: Judge): boolean {
  const verdict = judge(found)
  if (verdict !== 'unknown') return verdict === 'dead'
  return ticket.age(found) > (found.owner === undefined ? namelessLease : lease)
}

/**
 * Removes an abandoned lock. Two that found it so must not both remove it, as the second would remove the first
 * one's new lock: so they agree by a second lock, named by the abandoned one. While it is held nobody else can
 * remove that lock, so what it names cannot change between looking again and removing. A breaker that died leaves
 * an abandoned lock too, and it is broken in the same way.
 * @returns whether the lock is gone
 */
function breakLock(lock: string, target: string, found: Found, ticket: Ticket, judge: Judge): boolean {
  const second = `${lock}.${found.identity}.break`
  if (!ticket.claim(second)) {
    const breaker = inspect(second)
    if (breaker !== undefined && isAbandoned(breaker, ticket, judge))
      breakLock(lock, second, breaker, ticket, judge)
    return false
  }
  try {
    return inspect(target)?.identity === found.identity && removeFile(target)
  } finally {
    removeFile(second)
  }
}

function holderOf(found: Found | undefined, judge: Judge): LockHolder {
  if (found?.owner === undefined) return { kind: 'unknown' }
  const { pid, machine } = found.owner
  if (judge(found) === 'alive') return { kind: 'process', pid }
  return { kind: 'elsewhere', pid, machine: machine.split(' ')[0] ?? '' }
}
