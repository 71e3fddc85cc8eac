import {
  accessSync,
  chownSync,
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  statSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import { WxauthError } from '../faults.ts'
import type { LockOptions } from '../locks/lock.ts'
import { removeFile } from '../locks/lock-files.ts'
import { codeOf, systemProblem } from '../text/system-problem.ts'
import { lockProfile } from './profile-lock.ts'
import { draftPath, sweep } from './sweep.ts'

/**
 * Replaces a file as a whole, under its lock; creates its folder, mode 0700. A symbolic link stays one, and what it
 * points to is replaced.
 * @param write writes the new content to the draft's path, synchronously, or returns false to leave all as it is; runs
 * again in the rare case that the lock was lost meanwhile
 * @throws WxauthError ERR_PROFILE_LOCKED, ERR_PROFILE_UNWRITABLE, and what `write` throws
 */
export async function rewrite(
  path: string,
  options: LockOptions,
  write: (draft: string) => boolean,
): Promise<void> {
  await asUnwritable(path, async () => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const file = fileBehind(path)
    while (!(await attempt(file, options, write))) {}
  })
}

/** Turns what the system says of a failed write into ERR_PROFILE_UNWRITABLE. */
export async function asUnwritable<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (cause) {
    if (cause instanceof WxauthError || codeOf(cause) === undefined) throw cause
    throw new WxauthError('ERR_PROFILE_UNWRITABLE', { path, problem: systemProblem(cause) }, { cause })
  }
}

/** Makes a folder's entries outlast a power cut, as far as the platform can: Windows opens no folders. */
export function syncFolder(directory: string): void {
  try {
    const folder = openSync(directory, 'r')
    try {
      fsyncSync(folder)
    } finally {
      closeSync(folder)
    }
  } catch {
    // The change itself is made, and readers see it.
  }
}

/** @returns false when somebody elsewhere broke the lock before the draft took the file's place */
async function attempt(
  file: string,
  options: LockOptions,
  write: (draft: string) => boolean,
): Promise<boolean> {
  const lock = await lockProfile(file, options)
  const draft = draftPath(file, lock.nonce)
  try {
    if (!write(draft)) return true
    keepOwner(file, draft)
    if (!lock.isHeld()) return false
    await replace(draft, file, options)
    syncFolder(dirname(file))
    sweep(file, options.host)
    return true
  } finally {
    removeFile(draft)
    lock.release()
  }
}

function fileBehind(path: string, hops = 40): string {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return path
  try {
    return realpathSync(path)
  } catch (error) {
    // It points to a file that is yet to be created.
    if (codeOf(error) !== 'ENOENT' || hops === 0) throw error
    const target = resolve(dirname(path), readlinkSync(path))
    statSync(dirname(target))
    return fileBehind(target, hops - 1)
  }
}

/** @throws the system's error when the file is there and write-protected, which a rename would not care about */
function keepOwner(file: string, draft: string): void {
  const [old, fresh] = [statSync(file, { throwIfNoEntry: false }), statSync(draft)]
  if (old === undefined) return
  accessSync(file, constants.W_OK)
  if (old.uid === fresh.uid && old.gid === fresh.gid) return
  try {
    // Under sudo: it stays the user's own.
    chownSync(draft, old.uid, old.gid)
  } catch {
    // A file of another user in a shared folder becomes ours.
  }
}

// On Windows a file that a virus scanner or an indexer looks at cannot be replaced in that moment.
async function replace(draft: string, file: string, { host, clock }: LockOptions): Promise<void> {
  const sleep = clock?.sleep ?? (ms => new Promise<void>(done => setTimeout(done, ms)))
  for (let tries = 1; ; tries += 1) {
    try {
      renameSync(draft, file)
      return
    } catch (error) {
      const busy = ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error) ?? '')
      if (host.platform !== 'win32' || !busy || tries === 20) throw error
      await sleep(5 * tries)
    }
  }
}
