import { fstatSync, readFileSync, readlinkSync } from 'node:fs'

/** What an open file is, to notice when it was swapped; `undefined` when there is none or it is closed. */
export function identityOf(fd: number | undefined): string | undefined {
  if (fd === undefined) return undefined
  try {
    const { dev, ino, rdev } = fstatSync(fd)
    return `${dev}:${ino}:${rdev}`
  } catch {
    return undefined
  }
}

/** Who is in the foreground of a process's controlling terminal; numbers as in Linux's `/proc/<pid>/stat`. */
export interface Job {
  readonly group: number
  /** The terminal's device number; 0 for none. */
  readonly terminal: number
  readonly foregroundGroup: number
  /** When the process started, in ticks since the boot. */
  readonly start: string
}

/** Reads a line of `/proc/<pid>/stat`: the command in it may hold spaces and brackets. */
export function parseJob(stat: string): Job | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [group, terminal, foregroundGroup] = [fields[2], fields[4], fields[5]].map(Number)
  const start = fields[19]
  if (group === undefined || terminal === undefined || foregroundGroup === undefined) return undefined
  return start === undefined ? undefined : { group, terminal, foregroundGroup, start }
}

/** `undefined` when there is no such process, or off Linux. */
export function jobOf(pid: number | 'self'): Job | undefined {
  try {
    return parseJob(readFileSync(`/proc/${pid}/stat`, 'latin1'))
  } catch {
    return undefined
  }
}

/**
 * Whether another job is in the foreground of this terminal. Off Linux never known beforehand: there the system
 * stops a background process that touches its terminal, and `fg` brings it back with its popup.
 */
export function isBackground(fd: number | undefined, job = jobOf('self')): boolean {
  if (fd === undefined || job === undefined || job.foregroundGroup <= 0) return false
  return job.foregroundGroup !== job.group && terminalNumber(fd, job) === job.terminal
}

/** The number of the device that an open file is; `undefined` when it is none, or closed. */
export function deviceOf(fd: number): number | undefined {
  try {
    return fstatSync(fd).rdev || undefined
  } catch {
    return undefined
  }
}

/** A name for the terminal that two processes on it agree on, whichever way each opened it. */
export function terminalName(fd: number): string | undefined {
  const number = terminalNumber(fd, jobOf('self'))
  if (number === undefined) return undefined
  return `${number}-${pidNamespace()}`
}

const controllingTerminal = 0x500 // /dev/tty: whichever terminal controls the process

function terminalNumber(fd: number, job: Job | undefined): number | undefined {
  const device = deviceOf(fd)
  return device === controllingTerminal && job !== undefined ? job.terminal : device
}

// A pid means something within its namespace only, so containers that share a directory must not judge each other's.
function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid').replace(/\D/g, '')
  } catch {
    return '0'
  }
}
