import type { Clock } from '../store/lock-files.ts'

// Taken when the library is loaded, and not when a profile is first written: a test may have faked them by then.
const afterTimeout = setTimeout
const elapsed = performance.now.bind(performance)

/** The time that passes for the processes that share a profile. */
export const clock: Clock = {
  now: () => elapsed(),
  sleep: ms => new Promise(resolve => afterTimeout(resolve, ms)),
}
