import { quoted, whole } from '../../text/quoted.ts'

/** A value from outside, in a message: a text in quotes, anything else by the type that JavaScript has for it. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'function') return 'function'
  if (typeof value !== 'object' || value === null) return whole(String(value), { most: 60 })
  if (!Array.isArray(value)) return 'object'
  const items = value.slice(0, 3).map(item => (Array.isArray(item) ? 'array' : shown(item)))
  return `array [${[...items, ...(value.length > 3 ? ['…'] : [])].join(', ')}]`
}
