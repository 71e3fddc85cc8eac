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
