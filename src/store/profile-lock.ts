import { WxauthError } from '../faults.ts'
import { type Lock, type LockOptions, lockPath, takeLock } from '../locks/lock.ts'

/**
 * Takes the lock of a profile's file.
 * @throws WxauthError ERR_PROFILE_LOCKED when its holder does not let go
 * @throws the system's error when the folder cannot be written to
 */
export async function lockProfile(path: string, options: LockOptions): Promise<Lock> {
  const taken = await takeLock(path, options)
  if ('holder' in taken) {
    throw new WxauthError('ERR_PROFILE_LOCKED', { path, holder: taken.holder, lock: lockPath(path) })
  }
  return taken
}
