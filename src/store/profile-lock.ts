import { WxauthError } from '../faults.ts'
import { type Lock, type LockOptions, takeLock } from '../locks/lock.ts'

export interface ProfileLockOptions extends Pick<LockOptions, 'host' | 'clock' | 'random' | 'link'> {
  /** How long to wait for one and the same holder, in ms. A queue of many holders gets six times as long. */
  readonly patience?: number
}

const usualPatience = 10_000

/** The lock of a profile's file. */
export const lockPath = (file: string) => `${file}.lock`

/**
 * Takes the lock of a profile's file.
 * @throws WxauthError ERR_PROFILE_LOCKED if its holder does not release it
 * @throws the system's error if the folder cannot be written to
 */
export async function lockProfile(file: string, options: ProfileLockOptions): Promise<Lock> {
  const { patience = usualPatience } = options
  const lock = lockPath(file)
  const result = await takeLock(lock, { ...options, patience, totalPatience: 6 * patience })
  if ('holder' in result) {
    throw new WxauthError('ERR_PROFILE_LOCKED', { path: file, holder: result.holder, lock })
  }
  return result
}
