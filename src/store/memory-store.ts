import type { ProfileStore } from '../emulator/ports.ts'
import { emptyProfile, type Profile } from '../machine/profile.ts'

/** Keeps a profile in memory, for tests and for Mini Programs that run in this process. */
export function memoryStore(initial: Profile = emptyProfile): ProfileStore {
  let profile = initial
  return {
    read: () => profile,
    // There is no await between reading and keeping, so that no other change can come between.
    async update(change) {
      profile = change(profile)
      return profile
    },
  }
}
