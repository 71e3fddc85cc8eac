/** How many slips a suggestion forgives at most; in a short word it forgives fewer. */
const mostSlips = 2

/**
 * The candidate that was probably meant ("Did you mean …?"): the first of those with the fewest slips. `undefined`
 * when none is near.
 * @param comparable turns a word into the form in which words are compared; by default, into lower case
 */
export function nearest<T extends string>(
  text: string,
  candidates: readonly T[],
  comparable: (word: string) => string = word => word.toLowerCase(),
): T | undefined {
  const word = comparable(text)
  let best: T | undefined
  let fewest = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const slips = slipsBetween(word, comparable(candidate))
    if (slips >= fewest) continue
    best = candidate
    fewest = slips
  }
  return best
}

/**
 * How many characters were left out, put in, replaced or swapped with their neighbor; infinite when the words are
 * not near.
 */
function slipsBetween(one: string, other: string): number {
  const limit = Math.min(mostSlips, Math.floor(Math.max(one.length, other.length) / 3))
  if (Math.abs(one.length - other.length) > limit) return Number.POSITIVE_INFINITY

  // Optimal string alignment, one row of its table after another.
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
    const isSame = one[row - 1] === other[column - 1]
    const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
    next[column] = Math.min(
      at(last, column) + 1,
      at(next, column - 1) + 1,
      at(last, column - 1) + (isSame ? 0 : 1),
      isSwapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
    )
  }
  return next
}

const at = (row: readonly number[], column: number) => row[column] ?? Number.POSITIVE_INFINITY
