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
    const inner: unknown = (value as Readonly<Record<string, unknown>>)[key]
    // Most values are texts and numbers. To call the function for each of them takes twice as long.
    if (typeof inner === 'object' && isTooDeep(inner, level + 1)) return true
  }
  return false
}
