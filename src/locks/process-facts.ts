import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import type { Host } from './host.ts'
import type { Owner, Sighting } from './lock-owner.ts'

/** Where Linux tells of itself; a test has a folder of its own. */
export interface Sources {
  readonly proc: string
  readonly machineId: string
}

const linux: Sources = { proc: '/proc', machineId: '/etc/machine-id' }

/** This process as an owner of locks, nonce left out. */
export function ownerHere(host: Host, sources: Sources = linux): Omit<Owner, 'nonce'> {
  if (host.platform !== 'linux') {
    return { machine: hostname(), boot: '', namespace: '', pid: host.pid, started: null }
  }
  // Machines with the same name may share a folder: the id tells them apart.
  const id = textOf(() => readFileSync(sources.machineId, 'latin1'))
  return {
    machine: id === null ? hostname() : `${hostname()} ${id}`,
    boot: textOf(() => readFileSync(`${sources.proc}/sys/kernel/random/boot_id`, 'latin1')),
    namespace: textOf(() => readlinkSync(`${sources.proc}/self/ns/pid`, 'latin1')),
    pid: host.pid,
    started: procCountsAsWeDo(host, sources) ? (statOf('self', sources)?.started ?? null) : null,
  }
}

/** Looks for processes of this machine. */
export function sightingOn(host: Host, sources: Sources = linux): (pid: number) => Sighting {
  return pid => {
    // First of all, as a /proc that hides other users' processes looks as if they were gone.
    if (!host.isAlive(pid)) return { runs: false }
    if (host.platform !== 'linux' || !procCountsAsWeDo(host, sources)) return { runs: true, started: null }
    const stat = statOf(String(pid), sources)
    if (stat === undefined) return { runs: true, started: null }
    // A killed process whose parent has not asked for it yet still has its pid, and writes no more.
    if (stat.state === 'Z' || stat.state === 'X') return { runs: false }
    return { runs: true, started: stat.started }
  }
}

// In a container /proc may be that of the host, where our pid is another's.
function procCountsAsWeDo(host: Host, sources: Sources): boolean {
  return statOf('self', sources)?.pid === host.pid
}

/** @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function statOf(pid: string, { proc }: Sources): { pid: number; state: string; started: string } | undefined {
  const text = textOf(() => readFileSync(`${proc}/${pid}/stat`, 'latin1'))
  if (text === null) return undefined
  // The second field is the program's name in parentheses, and may itself hold spaces and parentheses.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const [state, started] = [fields[0], fields[19]]
  if (state === undefined || started === undefined) return undefined
  return { pid: Number.parseInt(text, 10), state, started }
}

function textOf(read: () => string): string | null {
  try {
    return read().trim() || null
  } catch {
    return null
  }
}
