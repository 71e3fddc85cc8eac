/** Where pages and components keep the engine's side of them, which is no data. */
const engineSide = '_$'

/** Deeper data than programs have, shallow enough for the stack. */
const deepest = 64

/**
 * A copy of a value of the context, for the host: plain data only, functions left out. Reading it may run the program's
 * code: getters, and traps of proxies. What cannot be read is left out.
 */
export function plainCopy(value: unknown): unknown {
  const copies = new Map<object, unknown>()

  function copyOf(one: unknown, depth: number): unknown {
    if (typeof one === 'function' || typeof one === 'symbol') return undefined
    if (typeof one !== 'object' || one === null) return one
    if (copies.has(one)) return copies.get(one)
    if (depth > deepest) return undefined
    const isList = tried(Array.isArray, one) === true
    const copy = isList ? [] : {}
    copies.set(one, copy)
    // By its keys: a list may have another iterator, or no end.
    for (const key of tried(Object.keys, one) ?? []) {
      if (key === engineSide) continue
      const item = copyOf(tried(Reflect.get, one, key), depth + 1)
      if (isList || item !== undefined)
        Object.defineProperty(copy, key, {
          value: item,
          configurable: true,
          enumerable: true,
          writable: true,
        })
    }
    return copy
  }

  return copyOf(value, 0)
}

/** A plain copy as one word. What it holds twice, itself perhaps, is written once, and JSON has no big numbers. */
export function plainWord(copy: unknown): string {
  const numbers = new Map<object, number>()
  return (
    JSON.stringify(copy, (_key, part: unknown) => {
      if (typeof part === 'bigint') return `${part}n`
      if (typeof part !== 'object' || part === null) return part
      const known = numbers.get(part)
      if (known !== undefined) return `#${known}`
      numbers.set(part, numbers.size)
      return part
    }) ?? ''
  )
}

/** What a look at an object of the program gives; `undefined` if its code throws. */
export function tried<A extends unknown[], T>(look: (...args: A) => T, ...args: A): T | undefined {
  try {
    return look(...args)
  } catch {
    return undefined
  }
}
