import type { Clock } from '../../src/locks/clock.ts'

/** A clock whose time passes only during `sleep`. */
export function fakeClock(): Clock & { readonly elapsed: () => number } {
  let now = 0
  return {
    now: () => now,
    async sleep(ms) {
      now += ms
      await new Promise(resolve => setImmediate(resolve))
    },
    elapsed: () => now,
  }
}
