import { hrtime } from 'node:process'

/** What time it is, and a way to let time pass; in milliseconds. */
export interface Clock {
  /** Never goes back. */
  now(): number
  sleep(ms: number): Promise<void>
}

export const systemClock: Clock = {
  // Not `performance`, which takes half a millisecond to load.
  now: () => Number(hrtime.bigint()) / 1e6,
  sleep: ms => new Promise(resolve => setTimeout(resolve, ms)),
}
