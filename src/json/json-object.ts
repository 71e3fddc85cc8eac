/** An object as JSON writes it. Whatever `JSON.parse` makes has own keys only, `__proto__` included. */
export type JsonObject = Readonly<Record<string, unknown>>

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
