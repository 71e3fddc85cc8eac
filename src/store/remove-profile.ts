import { lstatSync, unlinkSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Lock, LockOptions } from '../locks/lock.ts'
import { lockProfile } from './profile-lock.ts'
import { checkProfileName, profilePath } from './profile-path.ts'
import { asUnwritable, syncFolder } from './rewrite.ts'
import { sweep } from './sweep.ts'

export interface RemoveProfilesOptions extends LockOptions {
  readonly directory: string
  readonly names: readonly string[]
}

/**
 * Deletes profiles, usable or not; of a symbolic link, the link. All locks are taken first, so that one that cannot
 * be had leaves every profile as it is.
 * @returns the names of those that were there
 * @throws WxauthError ERR_PROFILE_NAME, ERR_PROFILE_LOCKED, ERR_PROFILE_UNWRITABLE
 */
export async function removeProfiles(options: RemoveProfilesOptions): Promise<readonly string[]> {
  const { directory, names, host } = options
  for (const name of names) checkProfileName(name, host.platform)
  const pathOf = (name: string) => profilePath(directory, name)
  // Always in one order: two that remove the same profiles never wait for each other.
  const there = [...new Set(names)].sort().filter(name => exists(pathOf(name)))
  const locks: Lock[] = []
  try {
    for (const name of there) {
      const path = pathOf(name)
      locks.push(await asUnwritable(path, () => lockProfile(path, options)))
    }
    const removed = there.filter(name => exists(pathOf(name)))
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
