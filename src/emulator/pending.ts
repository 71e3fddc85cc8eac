/**
 * Whether something has to be waited for. Told by its shape: a test may put another `Promise` in the place of the
 * global one, before or after this is loaded, and a promise taken for an answer would read as a refusal.
 */
export function isPending<T extends object>(value: T | Promise<T>): value is Promise<T> {
  return typeof (value as { readonly then?: unknown }).then === 'function'
}
