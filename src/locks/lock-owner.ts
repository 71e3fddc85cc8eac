/**
 * Who holds a lock, as written into its file. `null` is what could not be found out; an empty text stands for what
 * the platform does not have.
 */
export interface Owner {
  /** The machine's name, with its id where it has one. */
  readonly machine: string
  /** One start of the machine's kernel. */
  readonly boot: string | null
  /** What the pid is counted in: differs from container to container. */
  readonly namespace: string | null
  readonly pid: number
  /** When the process began: tells it from a later one of the same pid. */
  readonly started: string | null
  /** Unique for each taking of a lock; part of file names. */
  readonly nonce: string
}

/** What runs under the owner's pid here and now. `started` is `null` where that cannot be known. */
export type Sighting = { readonly runs: false } | { readonly runs: true; readonly started: string | null }

/**
 * `dead` only when that is certain; `alive` when something runs that may be the owner; `unknown` when its process
 * cannot be looked for from here.
 */
export type Verdict = 'dead' | 'alive' | 'unknown'

/**
 * @param here the one who asks
 * @param sight looks for a pid on this machine; called only where the pid means something here
 */
export function judgeOwner(
  owner: Owner,
  here: Omit<Owner, 'nonce'>,
  sight: (pid: number) => Sighting,
): Verdict {
  if (owner.machine !== here.machine) return 'unknown'
  if (owner.namespace === null || owner.namespace !== here.namespace) return 'unknown'
  if (owner.boot === null || here.boot === null) return 'unknown'
  // Nobody lives through a restart of the machine.
  if (owner.boot !== here.boot) return 'dead'
  const seen = sight(owner.pid)
  if (!seen.runs) return 'dead'
  if (owner.started === null || seen.started === null) return 'alive'
  return owner.started === seen.started ? 'alive' : 'dead'
}

/** @returns `undefined` for anything but an owner: half a file, an empty one, somebody else's */
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
  // 0 and negative ids mean groups of processes to kill(2).
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0) return undefined
  if (!isTextOrNull(started) || typeof nonce !== 'string' || !noncePattern.test(nonce)) return undefined
  return { machine, boot, namespace, pid, started, nonce }
}

// It becomes part of a file's name: nothing in it may lead elsewhere.
const noncePattern = /^[0-9a-z]{8,64}$/

export function newNonce(random: () => number): string {
  const word = () =>
    Math.floor(random() * 2 ** 48)
      .toString(36)
      .padStart(10, '0')
  return word() + word()
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string'
}
