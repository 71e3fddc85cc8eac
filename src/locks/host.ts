/** What a lock needs to know of the process that it is taken in; a test passes its own. */
export interface Host {
  /** As in `process.platform`. */
  readonly platform: string
  readonly pid: number
  /** Whether a process of that id exists, be it somebody else's; true when in doubt. */
  isAlive(pid: number): boolean
}

/** The process as `bin` passes it in. */
export interface RunningProcess {
  readonly platform: string
  readonly pid: number
  kill(pid: number, signal: 0): unknown
}

export function hostOf(running: RunningProcess): Host {
  return {
    platform: running.platform,
    pid: running.pid,
    isAlive(pid) {
      try {
        running.kill(pid, 0)
        return true
      } catch (error) {
        // EPERM is a process of another user.
        return (error as NodeJS.ErrnoException).code !== 'ESRCH'
      }
    },
  }
}
