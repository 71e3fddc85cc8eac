/**
 * Remembers properties of an object, by default all of its own.
 * @returns a function that makes them what they were, and removes those of them that were not there
 */
export function remember(target: object, keys?: readonly PropertyKey[]): () => void {
  const before = new Map(
    (keys ?? Reflect.ownKeys(target)).map(key => [key, Object.getOwnPropertyDescriptor(target, key)]),
  )
  return () => {
    for (const key of keys ?? Reflect.ownKeys(target)) {
      if (before.get(key) === undefined) Reflect.deleteProperty(target, key)
    }
    for (const [key, descriptor] of before) {
      if (descriptor !== undefined) Object.defineProperty(target, key, descriptor)
    }
  }
}
