import { codeOf } from '../text/system-problem.ts'

/** What a lock has to know about the process that takes it. */
export interface Host {
  /** As in `process.platform`. */
  readonly platform: string
  readonly pid: number
  /** Whether there is a process of that id, whoever owns it; true when in doubt. */
  isAlive(pid: number): boolean
}

/** The part of Node's `process` that a host is made of. */
export interface RunningProcess {
  readonly platform: string
  readonly pid: number
  kill(pid: number, signal: 0): unknown
}

export function hostOf(running: RunningProcess): Host {
  const { platform, pid } = running
  return { platform, pid, isAlive: other => isAlive(running, other) }
}

/** Whether there is a process of that id, whoever owns it; true when in doubt. */
function isAlive(running: RunningProcess, pid: number): boolean {
  try {
    running.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it belongs to another user.
    return codeOf(error) !== 'ESRCH'
  }
}
