import { quoted, whole } from '../../text/quoted.ts'

/** A value from outside, in a message: a text in quotes, anything else by the type that JavaScript has for it. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'function') return 'function'
  if (typeof value !== 'object' || value === null) return whole(String(value), { most: 60 })
  if (!Array.isArray(value)) return objectText(value)
  const items = value.slice(0, 3).map(item => (Array.isArray(item) ? 'array' : shown(item)))
  return `array [${[...items, ...(value.length > 3 ? ['…'] : [])].join(', ')}]`
}

/** A Map is an object too: its class says what is wrong where a plain object belongs. */
function objectText(value: object): string {
  const name: unknown = Object.getPrototypeOf(value)?.constructor?.name
  if (typeof name !== 'string' || name === 'Object') return 'object'
  return name === '' ? '某个 class 的实例' : `${whole(name, { most: 60 })} 的实例`
}
