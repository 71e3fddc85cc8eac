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
}

type Function = (...args: unknown[]) => unknown

export function createBridge(realm: ContextRealm): Bridge {
  const programPrototype: object = Object.getPrototypeOf(new realm.Object())
  /** Functions of the host by those of the program, and back, so that an `off…` finds what `on…` was given. */
  const hostFunctions = new WeakMap<object, Function>()
  const programFunctions = new WeakMap<object, unknown>()

  const isOfProgram = (value: object) => Object.prototype.isPrototypeOf.call(programPrototype, value)

  function into(value: unknown): unknown {
    if (typeof value === 'function') return intoFunction(value as Function)
    if (typeof value !== 'object' || value === null || isOfProgram(value)) return value
    if (value instanceof Error) return realm.error(value.message)
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return realm.copy(value)
    if (Array.isArray(value)) return fill(new realm.Array(), value)
    return fill(new realm.Object(), value)
  }

  function fill(target: object, source: object): object {
    for (const [key, item] of Object.entries(source)) {
      // An assignment to `__proto__` would change what the object inherits from.
      const field = { value: into(item), configurable: true, enumerable: true, writable: true }
      Object.defineProperty(target, key, field)
    }
    return target
  }

  function intoFunction(work: Function): unknown {
    if (isOfProgram(work)) return work
    const known = programFunctions.get(work)
    if (known !== undefined) return known
    const call: HostFunction = args => into(work(...args.map(outOf)))
    const made = realm.wrap(call, work.name)
    programFunctions.set(work, made)
    return made
  }

  function outOf(value: unknown): unknown {
    if (typeof value === 'function') return outOfFunction(value as Function)
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !isPlain(value)) return value
    const entries = Object.entries(value)
    return Object.fromEntries(
      entries.map(([key, item]) => [
        key,
        typeof item === 'function' ? outOfFunction(item as Function) : item,
      ]),
    )
  }

  function isPlain(value: object): boolean {
    const prototype = Object.getPrototypeOf(value)
    return prototype === null || prototype === programPrototype
  }

  function outOfFunction(callee: Function): Function {
    const known = hostFunctions.get(callee)
    if (known !== undefined) return known
    const call: Function = (...args) => realm.call(callee, undefined, args.map(into))
    hostFunctions.set(callee, call)
    programFunctions.set(call, callee)
    return call
  }

  return { into, outOf }
}
