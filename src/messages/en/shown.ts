// An empty text is shown as quotes, and a value that is not a text is described.
export function shown(given: unknown): string {
  if (given === '') return '""'
  if (typeof given === 'string') return given
  if (typeof given === 'function') return 'a function'
  if (typeof given !== 'object' || given === null) return String(given)
  return Array.isArray(given)
    ? `a list (${given.slice(0, mostItems).map(shownInList).join(', ')})`
    : 'an object'
}

/** How many items of a list are shown; lists in it, which may be deep, are only named. */
const mostItems = 5

const shownInList = (item: unknown) => (Array.isArray(item) ? 'a list' : shown(item))
