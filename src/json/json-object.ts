/** An object as JSON writes it. Whatever `JSON.parse` makes has own keys only, `__proto__` included. */
export type JsonObject = Readonly<Record<string, unknown>>

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An object that JSON could have made, of whatever realm: no instance of a class, and so no Map, Date or Promise. */
export function isPlainObject(value: unknown): value is JsonObject {
  return isJsonObject(value) && isPlain(value)
}

/** A test runner may run the test in a realm of its own, so the prototype's place is compared, not the prototype. */
export function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

/** How many objects and arrays may stand inside one another: more than data has, less than exhausts the stack. */
export const levels = 100

/**
 * Whether the objects and arrays in a value are nested deeper than that.
 * @param level how many stand around the value
 */
export function isTooDeep(value: unknown, level = 0): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (level >= levels) return true
  for (const key in value) {
    const inner = (value as JsonObject)[key]
    // Most values are texts and numbers. To call the function for each of them takes twice as long.
    if (typeof inner === 'object' && isTooDeep(inner, level + 1)) return true
  }
  return false
}
