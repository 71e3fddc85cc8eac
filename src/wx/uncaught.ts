// Taken when this is loaded: a test may fake it afterwards.
const soon = queueMicrotask

/** Throws where nobody catches it: the process, or the runner of its tests, hears of it as an uncaught exception. */
export function throwUncaught(error: unknown): void {
  soon(() => {
    throw error
  })
}
