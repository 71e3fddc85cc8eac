import { quoted, whole } from '../../text/quoted.ts'

/** A value from outside, in a message. Only a text is shown in quotes. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'function') return 'a function'
  if (typeof value !== 'object' || value === null) return whole(String(value), { most: 60 })
  if (!Array.isArray(value)) return 'an object'
  const items = value.slice(0, 3).map(item => (Array.isArray(item) ? 'a list' : shown(item)))
  return `a list (${[...items, ...(value.length > 3 ? ['…'] : [])].join(', ')})`
}
