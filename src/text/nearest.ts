/** As many slips as a suggestion forgives; in a short word fewer. */
const mostSlips = 2

/**
 * The candidate that was probably meant ("Did you mean …?"): equal but for case or for a missing `scope.` or `wx.`,
 * else the first of those at the smallest distance of a few slips. `undefined` when none is near.
 */
export function nearest<T extends string>(text: string, candidates: readonly T[]): T | undefined {
  const word = bare(text)
  let best: T | undefined
  let fewest = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const slips = slipsBetween(word, bare(candidate))
    if (slips >= fewest) continue
    best = candidate
    fewest = slips
  }
  return best
}

const bare = (name: string) => name.toLowerCase().replace(/^(?:scope|wx)\./, '')

/** Characters left out, put in, replaced or swapped with their neighbour; infinite when the words are not near. */
function slipsBetween(one: string, other: string): number {
  const limit = Math.min(mostSlips, Math.floor(Math.max(one.length, other.length) / 3))
  if (Math.abs(one.length - other.length) > limit) return Number.POSITIVE_INFINITY

  // Optimal string alignment, a row of the table at a time.
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row++) {
    const next = nextRow(one, other, row, last, beforeLast)
    beforeLast = last
    last = next
  }
  const slips = last[other.length] ?? 0
  return slips <= limit ? slips : Number.POSITIVE_INFINITY
}

function nextRow(
  one: string,
  other: string,
  row: number,
  last: readonly number[],
  beforeLast: readonly number[],
): readonly number[] {
  const next = [row]
  for (let column = 1; column <= other.length; column++) {
    const same = one[row - 1] === other[column - 1]
    const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
    next[column] = Math.min(
      at(last, column) + 1,
      at(next, column - 1) + 1,
      at(last, column - 1) + (same ? 0 : 1),
      swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
    )
  }
  return next
}

const at = (row: readonly number[], column: number) => row[column] ?? Number.POSITIVE_INFINITY
