import type { InTurn } from './conversation.ts'

/** Answers that are used in turn. */
export interface Turns<T> {
  readonly next: () => T
  readonly isUsed: () => boolean
}

/** The last one stays. */
export function turnsOf<T>(list: InTurn<T>): Turns<T> {
  let used = 0
  return {
    next() {
      const answer = list[used] ?? list[list.length - 1] ?? list[0]
      used += 1
      return answer
    },
    isUsed: () => used > 0,
  }
}
