import type { ProfileStore } from '../emulator/ports.ts'
import { emptyProfile, type Profile } from '../machine/profile.ts'

/** Keeps a profile in memory, for tests and for Mini Programs that run in this process. */
export function memoryStore(initial: Profile = emptyProfile): ProfileStore {
  let profile = initial
  return {
    read: () => profile,
    update(change) {
      profile = change(profile)
      return profile
    },
  }
}
