import { fstatSync } from 'node:fs'
import { type ProcessStat, pidNamespace, statOf } from '../../locks/proc.ts'

/** Tells an open file from another one that took its place; `undefined` if there is none, or if it is closed. */
export function identityOf(fd: number | undefined): string | undefined {
  if (fd === undefined) return undefined
  try {
    const { dev, ino, rdev } = fstatSync(fd)
    return `${dev}:${ino}:${rdev}`
  } catch {
    return undefined
  }
}

/** Where Linux tells about the jobs of a terminal. */
export type Job = Pick<ProcessStat, 'group' | 'terminal' | 'foregroundGroup'>

/**
 * Whether another job is in the foreground of this terminal. Only Linux tells. Elsewhere the system stops a background
 * process as soon as it touches its terminal, and `fg` brings it back with its popup.
 */
export function isBackground(fd: number | undefined, job: Job | undefined = statOf('self')): boolean {
  if (fd === undefined || job === undefined || job.foregroundGroup <= 0) return false
  return job.foregroundGroup !== job.group && terminalNumber(fd, job) === job.terminal
}

/** The device number of an open file; `undefined` if it is not a device, or closed. */
export function deviceOf(fd: number): number | undefined {
  try {
    return fstatSync(fd).rdev || undefined
  } catch {
    return undefined
  }
}

/**
 * A name for a terminal: the same in every process on it, however each has opened it. Containers number their terminals
 * and their processes independently, so that the name contains the pid namespace.
 */
export function terminalName(fd: number): string | undefined {
  const number = terminalNumber(fd, statOf('self'))
  return number === undefined ? undefined : `${number}-${pidNamespace()?.replace(/\D/g, '') ?? '0'}`
}

const controllingTerminal = 0x500 // /dev/tty stands for the terminal that controls the process.

function terminalNumber(fd: number, job: Job | undefined): number | undefined {
  const device = deviceOf(fd)
  return device === controllingTerminal && job !== undefined ? job.terminal : device
}
