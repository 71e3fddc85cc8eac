import { lstatSync, unlinkSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Lock } from '../locks/lock.ts'
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
  const pathOf = (name: string) => profilePath(directory, name)
  // Always in the same order, so that two processes that remove the same profiles never wait for each other.
  const existing = [...new Set(names)].sort().filter(name => exists(pathOf(name)))
  const locks: Lock[] = []
  try {
    for (const name of existing) {
      const path = pathOf(name)
      locks.push(await asUnwritable(path, () => lockProfile(path, options)))
    }
    const removed = existing.filter(name => exists(pathOf(name)))
    for (const name of removed) {
      const path = pathOf(name)
      await asUnwritable(path, async () => unlinkSync(path))
      syncFolder(dirname(path))
      sweep(path, host)
    }
    return removed
  } finally {
    for (const lock of locks) lock.release()
  }
}

const exists = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined
