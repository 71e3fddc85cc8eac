import { lstatSync, unlinkSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Lock } from '../locks/lock.ts'
import { codeOf } from '../text/system-problem.ts'
import { lockProfile, type ProfileLockOptions } from './profile-lock.ts'
import { checkProfileName, profilePath } from './profile-path.ts'
import { asUnwritable, syncFolder } from './rewrite.ts'
import { sweep } from './sweep.ts'

export interface RemoveProfilesOptions extends ProfileLockOptions {
  readonly directory: string
  readonly names: readonly string[]
}

/**
 * Deletes profiles, usable or not. If one is a symbolic link, the link is deleted. All locks are taken first: if one
 * cannot be taken, every profile stays.
 * @returns the names of the profiles that existed
 * @throws WxauthError ERR_PROFILE_NAME, ERR_PROFILE_LOCKED, ERR_PROFILE_UNWRITABLE
 */
export async function removeProfiles(options: RemoveProfilesOptions): Promise<readonly string[]> {
  const { directory, names, host } = options
  for (const name of names) checkProfileName(name, host.platform)
  const locks: (Lock | undefined)[] = []
  const removed: string[] = []
  try {
    // Always in the same order, so that two processes that remove the same profiles never wait for each other.
    for (const name of [...new Set(names)].sort()) {
      const path = profilePath(directory, name)
      await asUnwritable(path, async () => {
        if (!exists(path)) return
        locks.push(await lockUnlessFull(path, options))
        // Another process may have removed it meanwhile.
        if (exists(path)) removed.push(name)
      })
    }
    for (const name of removed) {
      const path = profilePath(directory, name)
      await asUnwritable(path, async () => unlinkSync(path))
      syncFolder(dirname(path))
      if (!locks.includes(undefined)) sweep(path, host)
    }
    return removed
  } finally {
    for (const lock of locks) lock?.release()
  }
}

/** On a full disk there is no room for a lock file, and removing a profile makes some. Nobody can change it there either. */
async function lockUnlessFull(path: string, options: ProfileLockOptions): Promise<Lock | undefined> {
  try {
    return await lockProfile(path, options)
  } catch (error) {
    if (!fullDisk.has(codeOf(error))) throw error
    return undefined
  }
}
const fullDisk: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT'])

const exists = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined
