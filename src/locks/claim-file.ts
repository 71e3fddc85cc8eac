import { closeSync, linkSync, openSync, statSync, writeFileSync } from 'node:fs'
import { codeOf } from '../text/system-problem.ts'
import type { Clock } from './clock.ts'
import { ownerIn, removeFile } from './lock-file.ts'
import type { Owner } from './owner.ts'

/** As `linkSync`. A test passes one that fails, as it does on FAT and on some network drives. */
export type Link = (existing: string, path: string) => void

/**
 * The private file with which a process claims locks. It is written to the end first, and then linked to the name of
 * the lock, so that nobody ever sees a lock file without its owner.
 */
export interface ClaimFile {
  /** Links it to the name of a lock. @returns whether the lock is ours now */
  take(lock: string): boolean
  /** How old another file is, in ms. By the disk's clock: that of a network drive differs from this machine's. */
  age(file: { readonly mtimeMs: number }): number
  /** Keeps the file young while it waits: a lock file's age counts from here. */
  renew(): void
  remove(): void
}

const renewAfterMs = 1000

/** @throws the system's error if the directory cannot be written to */
export function writeClaimFile(path: string, owner: Owner, clock: Clock, link: Link = linkSync): ClaimFile {
  const text = JSON.stringify(owner)
  create(path, text)
  let writtenAt: number | undefined
  const sinceWritten = () => {
    writtenAt ??= clock.now()
    return clock.now() - writtenAt
  }
  return {
    take(lock) {
      try {
        link(path, lock)
        return true
      } catch (error) {
        return codeOf(error) !== 'EEXIST' && takeWithoutLink(lock, text, owner)
      }
    },
    age(file) {
      const own = statSync(path, { throwIfNoEntry: false })
      return own === undefined ? 0 : own.mtimeMs + sinceWritten() - file.mtimeMs
    },
    renew() {
      if (sinceWritten() < renewAfterMs) return
      writeFileSync(path, text)
      writtenAt = clock.now()
    },
    remove: () => removeFile(path),
  }
}

// Others can see this lock file before it names its owner, and break the lock if that takes too long. So read it again.
function takeWithoutLink(lock: string, text: string, owner: Owner): boolean {
  try {
    create(lock, text)
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  }
  return ownerIn(lock)?.nonce === owner.nonce
}

// Windows answers EPERM, EACCES or EBUSY while the file of that name is being deleted. They cannot mean that the
// directory is write-protected: then the claim file could not have been written, either.
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
