import type { Clock } from '../../src/locks/clock.ts'

/** Time passes only while somebody sleeps. */
export function fakeClock(): Clock & { readonly slept: () => number } {
  let now = 0
  return {
    now: () => now,
    async sleep(ms) {
      now += ms
      await new Promise(resolve => setImmediate(resolve))
    },
    slept: () => now,
  }
}
