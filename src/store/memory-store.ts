import type { ProfileStore } from '../emulator/ports.ts'
import { emptyProfile, type Profile } from '../machine/profile.ts'

/** A profile that is kept for as long as somebody holds the store: for tests and for Mini Programs run in process. */
export function memoryStore(initial: Profile = emptyProfile): ProfileStore {
  let profile = initial
  return {
    read: () => profile,
    // No await between reading and keeping: no other change can fall in between.
    async update(change) {
      profile = change(profile)
      return profile
    },
  }
}
