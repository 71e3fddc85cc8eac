// An empty text is shown as quotes, and a value that is not a text is described.
export function shown(given: unknown): string {
  if (given === '') return '""'
  if (typeof given === 'string') return given
  if (typeof given === 'function') return 'a function'
  if (typeof given !== 'object' || given === null) return String(given)
  return Array.isArray(given) ? `a list (${given.map(shown).join(', ')})` : 'an object'
}
