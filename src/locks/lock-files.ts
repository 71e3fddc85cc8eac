import {
  closeSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { codeOf } from '../text/system-problem.ts'
import { type Owner, parseOwner } from './lock-owner.ts'

/** What time it is and how to let time pass, in milliseconds; `now` never goes back. */
export interface Clock {
  now(): number
  sleep(ms: number): Promise<void>
}

/** As `linkSync`. A test passes one that fails, as it does on FAT and on some network drives. */
export type Link = (existing: string, path: string) => void

/** The private file with which one process claims locks: written whole before it gets a name that others look at. */
export interface Ticket {
  readonly owner: Owner
  /** Claims that name. @returns whether it is ours now */
  claim(path: string): boolean
  /** How old a file is, in ms by the clock of the disk, which is not always that of this machine. */
  age(file: { readonly mtimeMs: number }): number
  /** Keeps the file young while it waits: a lock's age counts from here. */
  renew(): void
  remove(): void
}

/** What lies at a lock's name. */
export interface Found {
  /** `undefined` for an empty file, half a file, a folder, or what may not be read. */
  readonly owner: Owner | undefined
  /** Of letters and digits; no two lock files ever share it. */
  readonly identity: string
  readonly mtimeMs: number
}

const renewAfterMs = 1000

/** @throws the system's error when the folder cannot be written to */
export function writeTicket(path: string, owner: Owner, clock: Clock, link: Link = linkSync): Ticket {
  const text = JSON.stringify(owner)
  create(path, text)
  let writtenAt = clock.now()
  return {
    owner,
    claim(target) {
      try {
        link(path, target)
        return true
      } catch (error) {
        if (codeOf(error) === 'EEXIST') return false
        return claimWithoutLinks(target, text, owner)
      }
    },
    age(file) {
      const own = statSync(path, { throwIfNoEntry: false })
      return own === undefined ? 0 : own.mtimeMs + (clock.now() - writtenAt) - file.mtimeMs
    },
    renew() {
      if (clock.now() - writtenAt < renewAfterMs) return
      writeFileSync(path, text)
      writtenAt = clock.now()
    },
    remove: () => removeFile(path),
  }
}

/** @returns `undefined` when nothing is there */
export function inspect(path: string): Found | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  if (stats === undefined) return undefined
  const owner = stats.isFile() ? ownerIn(path) : undefined
  const identity = owner?.nonce ?? `${stats.ino.toString(36)}x${Math.floor(stats.mtimeMs).toString(36)}`
  return { owner, identity, mtimeMs: stats.mtimeMs }
}

/** @returns whether nothing is there any more */
export function removeFile(path: string): boolean {
  try {
    unlinkSync(path)
    return true
  } catch (error) {
    return codeOf(error) === 'ENOENT'
  }
}

function ownerIn(path: string): Owner | undefined {
  try {
    return parseOwner(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

// Here others can see the lock before it says whose it is, and break it when that takes too long: so look again.
function claimWithoutLinks(path: string, text: string, owner: Owner): boolean {
  try {
    create(path, text)
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  }
  return ownerIn(path)?.nonce === owner.nonce
}

// Windows says EPERM, EACCES or EBUSY of a name whose file is being deleted. Where it means that the folder
// cannot be written to, the ticket could not be written either.
function isTaken(error: unknown): boolean {
  const code = codeOf(error)
  if (code === 'EEXIST') return true
  return (error as NodeJS.ErrnoException).syscall === 'open' && windowsBusy.has(code)
}
const windowsBusy: ReadonlySet<unknown> = new Set(['EPERM', 'EACCES', 'EBUSY'])

function create(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600)
  try {
    writeFileSync(file, text)
  } catch (error) {
    removeFile(path)
    throw error
  } finally {
    closeSync(file)
  }
}
