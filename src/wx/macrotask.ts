// Taken when this is loaded: a test that fakes the timers afterwards does not freeze the platform. Some test
// environments of browsers have no setImmediate.
const afterTimeout = setTimeout

/** Calls it in a turn of the event loop of its own. */
export const later: <Args extends unknown[]>(work: (...args: Args) => void, ...args: Args) => unknown =
  typeof setImmediate === 'function' ? setImmediate : (work, ...args) => afterTimeout(work, 0, ...args)
