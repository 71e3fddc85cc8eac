/** A queue: the next work begins when `last` has ended. */
export interface Turns {
  last: Promise<unknown>
}

/**
 * One popup at a time: work runs in the order of the calls, each after the previous one has succeeded or failed.
 * The platform also serializes its popups (base library 1.0.0 fixed popups that overlapped).
 */
export function oneAtATime<T>(turns: Turns, work: () => Promise<T>): Promise<T> {
  const turn = turns.last.then(work)
  turns.last = turn.catch(() => undefined)
  return turn
}
