export type OneAtATime = <T>(work: () => Promise<T>) => Promise<T>

/**
 * One popup at a time: work is done in the order it came, each piece after the last has ended, however it ended.
 * The platform serializes its popups likewise (base library 1.0.0 fixed popups that overlapped).
 */
export function oneAtATime(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
}
