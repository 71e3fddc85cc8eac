import { later } from './later.ts'

/** What was begun and is not over yet. */
export interface UnderWay {
  /** Something will be over in the turn that was just asked of `later`. */
  untilLater(): void
  begin(): void
  over(): void
  /** Resolves once nothing is under way. */
  idle(): Promise<void>
}

export function underWay(): UnderWay {
  let running = 0
  let asked = 0
  let waiting: (() => void)[] = []

  function wake(): void {
    const woken = waiting
    waiting = []
    for (const resolve of woken) resolve()
  }

  return {
    untilLater() {
      asked += 1
    },
    begin() {
      running += 1
    },
    over() {
      running -= 1
      if (running === 0 && waiting.length > 0) wake()
    },
    async idle() {
      let seen: number
      do {
        if (running > 0) await new Promise<void>(resolve => waiting.push(resolve))
        seen = asked
        // Turns come in the order in which they were asked for: all that was, is over after this one.
        await new Promise<void>(resolve => later(resolve))
        // What a callback or a continuation started meanwhile is under way too.
      } while (running > 0 || asked !== seen)
    },
  }
}
