import { isPlain } from './json-object.ts'

/** What a copy is made of: the constructors of one realm. */
export interface Makers {
  readonly Object: new () => object
  readonly Array: new () => unknown[]
}

/**
 * A copy all the way down, made in that realm; what is not plain data, such as an instance of a class, is shared. Not
 * recursive, so that no depth exhausts the stack.
 */
export function copyInto<T>(makers: Makers, value: T): T {
  // What contains itself, or one thing twice, is copied as it is.
  const copies = new Map<object, object>()
  const unfilled: [copy: object, original: object][] = []

  function copyOf(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value
    const known = copies.get(value)
    if (known !== undefined) return known
    const isList = Array.isArray(value)
    if (!isList && !isPlain(value)) return value
    const copy = isList ? new makers.Array() : new makers.Object()
    copies.set(value, copy)
    unfilled.push([copy, value])
    return copy
  }

  const copy = copyOf(value) as T
  // The list grows while it is walked.
  for (const [copy, original] of unfilled) {
    for (const [key, item] of Object.entries(original)) put(copy, key, copyOf(item))
  }
  return copy
}

function put(object: object, key: string, value: unknown): void {
  if (key !== '__proto__') (object as Record<string, unknown>)[key] = value
  // An assignment would change what the object inherits from.
  else Object.defineProperty(object, key, { value, configurable: true, enumerable: true, writable: true })
}
