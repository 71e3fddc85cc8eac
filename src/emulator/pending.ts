/**
 * Whether a value has to be awaited. It looks at the shape, because a test may replace the global `Promise` before or
 * after this module is loaded, and a promise that is taken for an outcome would look like a refusal.
 */
export function isPending<T extends object>(value: T | Promise<T>): value is Promise<T> {
  return typeof (value as { readonly then?: unknown }).then === 'function'
}
