import type { ContextRealm, HostFunction } from '../ports.ts'

/** Takes values over the border between the host and the program's context, in both directions. */
export interface Bridge {
  /**
   * The value as the program may see it. What the host made is made again in the context, its functions included; what
   * comes from the context goes back as it is.
   */
  into(value: unknown): unknown
  /**
   * An argument as the host may use it. Functions, also those in an options object, are replaced by functions that take
   * values of the host; what the program's own function throws is an error of the program.
   */
  outOf(value: unknown): unknown
  /** Functions of the program, each made of one of the host at its first call: most of `wx` is never called. */
  functions(names: readonly string[], make: (name: string) => HostSide): Record<string, unknown>
}

/** A function of the host. */
export type HostSide = (...args: unknown[]) => unknown

export function createBridge(realm: ContextRealm): Bridge {
  const programPrototype: object = Object.getPrototypeOf(new realm.Object())
  /** Functions of the host by those of the program, and back, so that an `off…` finds what `on…` was given. */
  const hostFunctions = new WeakMap<object, HostSide>()
  const programFunctions = new WeakMap<object, unknown>()

  const isOfProgram = (value: object) => Object.prototype.isPrototypeOf.call(programPrototype, value)

  function into(value: unknown): unknown {
    if (typeof value === 'function') return intoFunction(value as HostSide)
    if (typeof value !== 'object' || value === null || isOfProgram(value)) return value
    if (value instanceof Error) return realm.error(value.message)
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return realm.copy(value)
    if (Array.isArray(value)) return fill(new realm.Array(), value)
    return fill(new realm.Object(), value)
  }

  function fill(target: object, source: object): object {
    for (const [key, item] of Object.entries(source)) {
      const value = into(item)
      // An assignment to `__proto__` would change what the object inherits from; for the others it is faster.
      if (key !== '__proto__') (target as Record<string, unknown>)[key] = value
      else Object.defineProperty(target, key, { value, configurable: true, enumerable: true, writable: true })
    }
    return target
  }

  function intoFunction(work: HostSide): unknown {
    if (isOfProgram(work)) return work
    const known = programFunctions.get(work)
    if (known !== undefined) return known
    const call: HostFunction = args => into(work(...Array.from(args, outOf)))
    const made = realm.wrap(call, work.name)
    programFunctions.set(work, made)
    return made
  }

  function outOf(value: unknown): unknown {
    if (typeof value === 'function') return outOfFunction(value as HostSide)
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !isPlain(value)) return value
    const entries = Object.entries(value)
    return Object.fromEntries(
      entries.map(([key, item]) => [
        key,
        typeof item === 'function' ? outOfFunction(item as HostSide) : item,
      ]),
    )
  }

  function isPlain(value: object): boolean {
    const prototype = Object.getPrototypeOf(value)
    return prototype === null || prototype === programPrototype
  }

  function outOfFunction(callee: HostSide): HostSide {
    const known = hostFunctions.get(callee)
    if (known !== undefined) return known
    const call: HostSide = (...args) => realm.call(callee, undefined, args.map(into))
    hostFunctions.set(callee, call)
    programFunctions.set(call, callee)
    return call
  }

  function functions(names: readonly string[], make: (name: string) => HostSide): Record<string, unknown> {
    const made = new Map<string, HostSide>()
    return realm.functions(names, (args, name) => {
      const work = made.get(name) ?? make(name)
      made.set(name, work)
      return into(work(...Array.from(args, outOf)))
    })
  }

  return { into, outOf, functions }
}
