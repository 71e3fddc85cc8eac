import { lstatSync, unlinkSync } from 'node:fs'
import { dirname } from 'node:path'
import { type LockOptions, takeLock } from './lock.ts'
import { checkProfileName, profilePath } from './profile-path.ts'
import { asUnwritable, syncFolder } from './rewrite.ts'
import { sweep } from './sweep.ts'

export interface RemoveProfileOptions extends LockOptions {
  readonly directory: string
  readonly name: string
}

/**
 * Deletes a profile, usable or not; of a symbolic link, the link.
 * @returns whether there was one
 * @throws WxauthError ERR_PROFILE_NAME, ERR_PROFILE_LOCKED, ERR_PROFILE_UNWRITABLE
 */
export async function removeProfile(options: RemoveProfileOptions): Promise<boolean> {
  const { directory, name, machine } = options
  checkProfileName(name, machine.platform)
  const path = profilePath(directory, name)
  const exists = () => lstatSync(path, { throwIfNoEntry: false }) !== undefined
  return asUnwritable(path, async () => {
    if (!exists()) return false
    const lock = await takeLock(path, options)
    try {
      if (!exists()) return false
      unlinkSync(path)
      syncFolder(dirname(path))
      sweep(path, machine)
      return true
    } finally {
      lock.release()
    }
  })
}
