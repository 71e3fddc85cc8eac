import { quoted, whole } from '../../text/quoted.ts'

/** A value from outside, in a message. Only a text is shown in quotes. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'function') return 'a function'
  if (typeof value !== 'object' || value === null) return whole(String(value), { most: 60 })
  if (!Array.isArray(value)) return objectText(value)
  const items = value.slice(0, 3).map(item => (Array.isArray(item) ? 'a list' : shown(item)))
  return `a list (${[...items, ...(value.length > 3 ? ['…'] : [])].join(', ')})`
}

/** A Map is an object too: its class says what is wrong where a plain object belongs. */
function objectText(value: object): string {
  const name: unknown = Object.getPrototypeOf(value)?.constructor?.name
  if (typeof name !== 'string' || name === 'Object') return 'an object'
  return `an instance of ${name === '' ? 'a class' : whole(name, { most: 60 })}`
}
