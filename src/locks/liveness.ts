import type { Host } from './host.ts'
import { isOwnProc, type Owner, type OwnerHere, ownerHere } from './owner.ts'
import { linuxFiles, statOf } from './proc.ts'

/**
 * Whether the owner of a lock still runs. `dead` only if that is certain; `alive` if something runs that may be the
 * owner; `unknown` if its process cannot be looked up from here.
 */
export type Liveness = 'dead' | 'alive' | 'unknown'

/** What runs under a pid of this machine. `started` is `null` if that cannot be found out. */
export type ProcessState = { readonly runs: false } | { readonly runs: true; readonly started: string | null }

/**
 * @param here the process that wants to know
 * @param stateOf looks up a pid on this machine; called only if the owner's pid counts here
 */
export function livenessOf(owner: Owner, here: OwnerHere, stateOf: (pid: number) => ProcessState): Liveness {
  if (owner.machine !== here.machine) return 'unknown'
  if (owner.namespace === null || owner.namespace !== here.namespace) return 'unknown'
  if (owner.boot === null || here.boot === null) return 'unknown'
  // No process survives a restart of its machine.
  if (owner.boot !== here.boot) return 'dead'
  const state = stateOf(owner.pid)
  if (!state.runs) return 'dead'
  if (owner.started === null || state.started === null) return 'alive'
  return owner.started === state.started ? 'alive' : 'dead'
}

/** Looks up a process of this machine. */
export function processState(pid: number, host: Host, files = linuxFiles): ProcessState {
  // First, because a /proc may hide the processes of other users, which then seem to be gone.
  if (!host.isAlive(pid)) return { runs: false }
  const stat = isOwnProc(host, files) ? statOf(pid, files) : undefined
  if (stat === undefined) return { runs: true, started: null }
  // A killed process keeps its pid until its parent waits for it. It does nothing any more.
  if (stat.state === 'Z' || stat.state === 'X') return { runs: false }
  return { runs: true, started: stat.started }
}

/** Judges the owner that a lock file names; `unknown` if it names none. */
export type LivenessCheck = (owner: Owner | undefined) => Liveness

export function livenessCheck(host: Host, here: OwnerHere = ownerHere(host)): LivenessCheck {
  return owner => (owner === undefined ? 'unknown' : livenessOf(owner, here, pid => processState(pid, host)))
}

/** How long an owner of unknown liveness keeps its lock, in ms. */
export const lease = 30_000

/** The same for a lock file without an owner: without hard links, it is empty for a moment after it was created. */
export const namelessLease = 5_000
