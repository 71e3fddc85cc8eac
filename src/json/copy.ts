import { isPlain } from './json-object.ts'

/** What a copy is made of: the constructors of one realm. */
export interface Makers {
  readonly Object: new () => object
  readonly Array: new () => unknown[]
}

/**
 * A copy all the way down, made in that realm; what is not plain data, such as an instance of a class, is shared.
 */
export function copyInto<T>(makers: Makers, value: T, copies?: Map<unknown, unknown>): T {
  if (typeof value !== 'object' || value === null) return value
  const isList = Array.isArray(value)
  if (!isList && !isPlain(value)) return value
  // What contains itself, or one thing twice, is copied as it is.
  const seen = copies ?? new Map<unknown, unknown>()
  const known = seen.get(value)
  if (known !== undefined) return known as T
  const copy = (isList ? new makers.Array() : new makers.Object()) as Record<string, unknown>
  seen.set(value, copy)
  for (const [key, item] of Object.entries(value)) {
    const copied = copyInto(makers, item, seen)
    if (key !== '__proto__') copy[key] = copied
    // An assignment would change what it inherits from.
    else
      Object.defineProperty(copy, key, {
        value: copied,
        configurable: true,
        enumerable: true,
        writable: true,
      })
  }
  return copy as T
}
