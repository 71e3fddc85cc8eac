/** Whose turn it is: what was begun last ends before the next begins. */
export interface Turns {
  last: Promise<unknown>
}

/**
 * One popup at a time: work is done in the order it came, each piece after the last has ended, however it ended.
 * The platform serializes its popups likewise (base library 1.0.0 fixed popups that overlapped).
 */
export function oneAtATime<T>(turns: Turns, work: () => Promise<T>): Promise<T> {
  const turn = turns.last.then(work)
  turns.last = turn.catch(() => undefined)
  return turn
}
