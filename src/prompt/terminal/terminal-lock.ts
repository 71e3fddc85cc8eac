import { lstatSync, mkdirSync, statSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { type LockOptions, takeLock } from '../../locks/lock.ts'
import { sweepClaims, waitingFor } from '../../locks/sweep-claims.ts'
import { codeOf } from '../../text/system-problem.ts'
import { terminalName } from './terminal-facts.ts'
import type { Tty } from './tty.ts'

/** A terminal that is locked. */
export interface LockedTerminal {
  /** Gives the terminal back. */
  release(): void
  /** The processes that wait for it. */
  waiting(): readonly number[]
}

// The lock prevents confusion. It protects no data.
const unlocked: LockedTerminal = { release() {}, waiting: () => [] }

/**
 * Locks a terminal, so that two popups never share it: each would take keys that are meant for the other. Waits for the
 * popup that is there. Without a private directory nothing is locked.
 */
export async function lockTerminal(
  fd: number | undefined,
  env: Tty['env'],
  options: LockOptions,
): Promise<LockedTerminal | 'busy'> {
  const name = fd === undefined ? undefined : terminalName(fd)
  const directory = name === undefined ? undefined : privateDirectory(env)
  if (directory === undefined) return unlocked
  const path = join(directory, `popup-${name}.lock`)
  try {
    const lock = await takeLock(path, options)
    if ('holder' in lock) return 'busy'
    sweepClaims(path, options.host)
    return { release: lock.release, waiting: () => waitingFor(path, options.host) }
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    return unlocked
  }
}

/** A directory that nobody else can write to, created if it is missing; `undefined` if there is none. */
function privateDirectory(env: Tty['env']): string | undefined {
  const uid = userId()
  if (uid === undefined) return undefined
  const runtime = env.XDG_RUNTIME_DIR
  const places = [
    ...(runtime !== undefined && isAbsolute(runtime) ? [join(runtime, 'wxauth')] : []),
    join(tmpdir(), `wxauth-${uid}`),
  ]
  return places.find(path => isPrivate(path, uid))
}

// -1 on Windows. A container may run as a user without an entry in passwd (`docker run --user 1001`), for which
// userInfo throws.
function userId(): number | undefined {
  try {
    return userInfo().uid
  } catch {
    return statSync('/proc/self', { throwIfNoEntry: false })?.uid
  }
}

function isPrivate(path: string, uid: number): boolean {
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch {
    // It exists, or it cannot be created: see below.
  }
  try {
    const stats = lstatSync(path)
    // Windows has no user ids, and gives every user a temporary directory of their own.
    return stats.isDirectory() && (uid === -1 || (stats.uid === uid && (stats.mode & 0o022) === 0))
  } catch {
    return false
  }
}
