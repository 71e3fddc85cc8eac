/** Deeper data than programs have, shallow enough for the stack. */
const deepest = 64

/** A copy of a value of the context, for the host: plain data only, functions left out. */
export function plainCopy(value: unknown): unknown {
  const copies = new Map<object, unknown>()

  function copyOf(one: unknown, depth: number): unknown {
    if (typeof one === 'function' || typeof one === 'symbol') return undefined
    if (typeof one !== 'object' || one === null) return one
    if (copies.has(one)) return copies.get(one)
    if (depth > deepest) return undefined
    if (Array.isArray(one)) {
      const list: unknown[] = []
      copies.set(one, list)
      for (const item of one) list.push(copyOf(item, depth + 1))
      return list
    }
    const object: Record<string, unknown> = {}
    copies.set(one, object)
    for (const key of Object.keys(one)) {
      const item = copyOf(read(one, key), depth + 1)
      if (item !== undefined)
        Object.defineProperty(object, key, {
          value: item,
          configurable: true,
          enumerable: true,
          writable: true,
        })
    }
    return object
  }

  return copyOf(value, 0)
}

/** A getter is the program's code. */
function read(object: object, key: string): unknown {
  try {
    return Reflect.get(object, key)
  } catch {
    return undefined
  }
}
