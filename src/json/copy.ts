/** A copy all the way down; what is not plain data, such as an instance of a class, is one for all. */
export function copyOf<T>(value: T, copies = new Map<unknown, unknown>()): T {
  if (!Array.isArray(value) && !isPlain(value)) return value
  const known = copies.get(value)
  if (known !== undefined) return known as T
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {}
  copies.set(value, copy)
  for (const [key, item] of Object.entries(value)) {
    const property = { value: copyOf(item, copies), configurable: true, enumerable: true, writable: true }
    // An assignment to `__proto__` would be none of a key.
    Object.defineProperty(copy, key, property)
  }
  return copy as T
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  // Of whatever realm: a runner of tests has one of its own.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
