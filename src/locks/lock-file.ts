import { lstatSync, readFileSync, unlinkSync } from 'node:fs'
import { codeOf } from '../text/system-problem.ts'
import { nonceForm, type Owner, parseOwner } from './owner.ts'

/** The file that stands for a lock as long as the lock is held. */
export interface LockFile {
  /** `undefined` if the file is empty or cut off, if it cannot be read, or if it is a directory. */
  readonly owner: Owner | undefined
  /** Letters and digits; no two lock files ever have the same. */
  readonly identity: string
  readonly mtimeMs: number
}

/** The form of an identity: a nonce, or the inode and the time of a file without an owner. */
export const identityForm = `(?:${nonceForm}|[0-9a-z]{1,13}x[0-9a-z]{8,9})`

// Far more than an owner has.
const mostBytes = 64 * 1024

/** @returns `undefined` if there is none */
export function readLockFile(path: string): LockFile | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  if (stats === undefined) return undefined
  const owner = stats.isFile() && stats.size <= mostBytes ? ownerIn(path) : undefined
  const identity = owner?.nonce ?? `${stats.ino.toString(36)}x${Math.floor(stats.mtimeMs).toString(36)}`
  return { owner, identity, mtimeMs: stats.mtimeMs }
}

/** @returns whether there is no such file any more */
export function removeFile(path: string): boolean {
  try {
    unlinkSync(path)
    return true
  } catch (error) {
    return codeOf(error) === 'ENOENT'
  }
}

export function ownerIn(path: string): Owner | undefined {
  try {
    return parseOwner(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
