import {
  accessSync,
  chmodSync,
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
import { systemClock } from '../locks/clock.ts'
import { removeFile } from '../locks/lock-file.ts'
import { codeOf, systemProblem } from '../text/system-problem.ts'
import { lockPath, lockProfile, type ProfileLockOptions } from './profile-lock.ts'
import { draftPath, sweep } from './sweep.ts'

/**
 * Replaces a file as a whole, under its lock. Creates its folder with mode 0700. If the file is a symbolic link, the file
 * behind it is replaced.
 * @param write writes the new content to the draft's path, synchronously, or returns false to leave the file as it is.
 * Runs again in the rare case that the lock was lost meanwhile
 * @throws WxauthError ERR_PROFILE_LOCKED, ERR_PROFILE_UNWRITABLE, and what `write` throws
 */
export async function rewrite(
  path: string,
  options: ProfileLockOptions,
  write: (draft: string) => boolean,
): Promise<void> {
  await asUnwritable(path, async () => {
    makeFolder(dirname(path))
    const file = fileBehind(path)
    for (let tries = 0; tries < mostTries; tries += 1) {
      if (await attempt(file, options, write)) return
    }
    throw new WxauthError('ERR_PROFILE_LOCKED', { path, holder: { kind: 'unknown' }, lock: lockPath(file) })
  })
}

// A lock is lost to another machine after half a minute. If that happens every time, lock files do not last on this drive.
const mostTries = 5

/** Turns the system's error of a failed write into ERR_PROFILE_UNWRITABLE. */
export async function asUnwritable<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (cause) {
    if (cause instanceof WxauthError || codeOf(cause) === undefined) throw cause
    throw new WxauthError('ERR_PROFILE_UNWRITABLE', { path, problem: systemProblem(cause) }, { cause })
  }
}

/** Makes a folder's entries survive a power cut. Windows cannot open folders: there this does nothing. */
export function syncFolder(directory: string): void {
  try {
    const folder = openSync(directory, 'r')
    try {
      fsyncSync(folder)
    } finally {
      closeSync(folder)
    }
  } catch {
    // The change is made all the same, and readers see it.
  }
}

/**
 * Creates a folder, with the folders above it. In /proc, Node's own `recursive` would try forever: the system says there
 * that the folder above does not exist.
 */
function makeFolder(path: string): void {
  if (isFolder(path)) return
  if (dirname(path) !== path) makeFolder(dirname(path))
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    // Another process created it meanwhile.
    if (codeOf(error) !== 'EEXIST') throw error
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

/** @returns false if another machine broke the lock before the draft took the file's place */
async function attempt(
  file: string,
  options: ProfileLockOptions,
  write: (draft: string) => boolean,
): Promise<boolean> {
  const lock = await lockProfile(file, options)
  const draft = draftPath(file, lock.nonce)
  try {
    if (!write(draft)) return true
    keepRights(file, draft)
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
    // The file behind it does not exist yet.
    if (codeOf(error) !== 'ENOENT' || hops === 0) throw error
    const target = resolve(dirname(path), readlinkSync(path))
    if (!isFolder(dirname(target))) {
      throw new WxauthError('ERR_PROFILE_UNWRITABLE', { path, problem: { kind: 'dangling-link' } })
    }
    return fileBehind(target, hops - 1)
  }
}

/**
 * Gives the draft the file's mode, owner and group, as far as the system allows.
 * @throws the system's error if the file is write-protected: renaming another file over it would succeed
 */
function keepRights(file: string, draft: string): void {
  const old = statSync(file, { throwIfNoEntry: false })
  if (old === undefined) return
  accessSync(file, constants.W_OK)
  // Under sudo, the file stays the user's own. In a shared folder, the file of another user becomes ours.
  if (!chown(draft, old.uid, old.gid)) chown(draft, statSync(draft).uid, old.gid)
  const others = old.mode & 0o007
  // Our group may do no more than everybody may, unless it was the file's group before.
  const isSameGroup = statSync(draft).gid === old.gid
  chmodSync(draft, isSameGroup ? old.mode & 0o777 : (old.mode & 0o707) | (others << 3))
}

function chown(path: string, uid: number, gid: number): boolean {
  try {
    chownSync(path, uid, gid)
    return true
  } catch {
    return false
  }
}

// On Windows, a file cannot be replaced while a virus scanner or an indexer reads it.
async function replace(
  draft: string,
  file: string,
  { host, clock = systemClock }: ProfileLockOptions,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      renameSync(draft, file)
      return
    } catch (error) {
      const busy = ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error) ?? '')
      if (host.platform !== 'win32' || !busy || tries === 20) throw error
      await clock.sleep(5 * tries)
    }
  }
}
