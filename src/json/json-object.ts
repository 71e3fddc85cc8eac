/** An object as JSON writes it. Whatever `JSON.parse` makes has own keys only, `__proto__` included. */
export type JsonObject = Readonly<Record<string, unknown>>

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** How many objects and arrays may stand inside one another: more than data has, less than exhausts the stack. */
export const levels = 100

/**
 * Whether an object or an array, with everything in it, is nested deeper than that.
 * @param level how many stand around it
 * @param except the key of a value that the caller checks itself
 */
export function isTooDeep(value: object, level = 0, except?: string): boolean {
  if (level >= levels) return true
  for (const key in value) {
    const inner: unknown = (value as Readonly<Record<string, unknown>>)[key]
    // Asked here, and not in a call for each text and number, which takes three times as long.
    if (typeof inner === 'object' && inner !== null && key !== except && isTooDeep(inner, level + 1))
      return true
  }
  return false
}
