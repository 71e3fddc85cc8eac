import { hostname } from 'node:os'
import type { Host } from './host.ts'
import { bootId, linuxFiles, machineId, pidNamespace, statOf } from './proc.ts'

/**
 * The process that holds a lock, as its lock file describes it. `null` is what it could not find out; an empty string
 * is what its platform does not have.
 */
export interface Owner {
  /** The machine's name, and its id if it has one. */
  readonly machine: string
  /** One start of the machine's kernel. */
  readonly boot: string | null
  /** Where its pid counts: each container has a namespace of its own. */
  readonly namespace: string | null
  readonly pid: number
  /** When the process started. Tells it from a later process with the same pid. */
  readonly started: string | null
  /** A new one each time a lock is taken. It is part of file names. */
  readonly nonce: string
}

/** This process as the owner of any lock. */
export type OwnerHere = Omit<Owner, 'nonce'>

export function ownerHere(host: Host, files = linuxFiles): OwnerHere {
  const { platform, pid } = host
  if (platform !== 'linux') return { machine: hostname(), boot: '', namespace: '', pid, started: null }
  // Machines that share a directory may have the same name: their ids differ.
  const id = machineId(files)
  return {
    machine: id === null ? hostname() : `${hostname()} ${id}`,
    boot: bootId(files),
    namespace: pidNamespace(files),
    pid,
    started: isOwnProc(host, files) ? (statOf('self', files)?.started ?? null) : null,
  }
}

/** Whether /proc counts pids as this process does. A container may see its host's /proc, which numbers otherwise. */
export function isOwnProc(host: Host, files = linuxFiles): boolean {
  return host.platform === 'linux' && statOf('self', files)?.pid === host.pid
}

/** @returns `undefined` if the text is not a whole owner: empty, cut off, or written by another program */
export function parseOwner(text: string): Owner | undefined {
  let json: Partial<Record<keyof Owner, unknown>> | null
  try {
    json = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof json !== 'object' || json === null) return undefined
  const { machine, boot, namespace, pid, started, nonce } = json
  if (typeof machine !== 'string' || !isTextOrNull(boot) || !isTextOrNull(namespace)) return undefined
  // To kill(2), 0 and negative ids are groups of processes.
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0) return undefined
  if (!isTextOrNull(started) || typeof nonce !== 'string' || !noncePattern.test(nonce)) return undefined
  return { machine, boot, namespace, pid, started, nonce }
}

/** The form of a nonce. It becomes part of a file's name, and must not lead to another directory. */
export const nonceForm = '[0-9a-z]{20}'
const noncePattern = new RegExp(`^${nonceForm}$`)

export function newNonce(random: () => number): string {
  const half = () =>
    Math.floor(random() * 2 ** 48)
      .toString(36)
      .padStart(10, '0')
  return half() + half()
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string'
}
