// Taken when this is loaded: a test may put another in its place afterwards, but no async function ever returns that.
const Native = Promise

/** Whether something has to be waited for. */
export function isPending<T extends object>(value: T | Promise<T>): value is Promise<T> {
  return value instanceof Native
}
