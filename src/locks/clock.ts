/** What time it is, and a way to let time pass; in milliseconds. */
export interface Clock {
  /** Never goes back. */
  now(): number
  sleep(ms: number): Promise<void>
}

export const systemClock: Clock = {
  now: () => performance.now(),
  sleep: ms => new Promise(resolve => setTimeout(resolve, ms)),
}
