import { readFileSync, readlinkSync } from 'node:fs'

/** The files in which Linux describes itself. Tests have their own. */
export interface LinuxFiles {
  readonly proc: string
  readonly machineId: string
}

export const linuxFiles: LinuxFiles = { proc: '/proc', machineId: '/etc/machine-id' }

/** What Linux tells about a process. */
export interface ProcessStat {
  readonly pid: number
  /** A letter: `R` running, `T` stopped, `Z` zombie. */
  readonly state: string
  /** The process group: a job of the shell. */
  readonly group: number
  /** The device number of its terminal; 0 if it has none. */
  readonly terminal: number
  /** The group in the foreground of that terminal; -1 if it has none. */
  readonly foregroundGroup: number
  /** When it started, in ticks since the boot. */
  readonly started: string
}

/**
 * Parses the content of `/proc/<pid>/stat`.
 * @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
export function parseStat(text: string): ProcessStat | undefined {
  // The second field is the program's name in parentheses. The name may contain spaces and parentheses too.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const [state, , group, , terminal, foregroundGroup] = fields
  const started = fields[19]
  if (state === undefined || started === undefined) return undefined
  return {
    pid: Number.parseInt(text, 10),
    state,
    group: Number(group),
    terminal: Number(terminal),
    foregroundGroup: Number(foregroundGroup),
    started,
  }
}

/** @returns `undefined` if there is no such process, if it is hidden, and on every platform but Linux */
export function statOf(pid: number | 'self', { proc } = linuxFiles): ProcessStat | undefined {
  const text = textOf(() => readFileSync(`${proc}/${pid}/stat`, 'latin1'))
  return text === null ? undefined : parseStat(text)
}

/** The namespace in which this process's pids count, such as `pid:[4026531836]`: each container has its own. */
export function pidNamespace({ proc } = linuxFiles): string | null {
  return textOf(() => readlinkSync(`${proc}/self/ns/pid`, 'latin1'))
}

/** A new id for each start of the kernel. */
export function bootId({ proc } = linuxFiles): string | null {
  return textOf(() => readFileSync(`${proc}/sys/kernel/random/boot_id`, 'latin1'))
}

export function machineId(files = linuxFiles): string | null {
  return textOf(() => readFileSync(files.machineId, 'latin1'))
}

function textOf(read: () => string): string | null {
  try {
    return read().trim() || null
  } catch {
    return null
  }
}
