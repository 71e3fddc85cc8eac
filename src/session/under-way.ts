import type { Realm } from '../emulator/realm.ts'

/** What was begun and is not over yet. */
export interface UnderWay {
  begin(): void
  over(): void
  /** Resolves once nothing is under way. */
  idle(): Promise<void>
}

export function underWay(later: Realm['later']): UnderWay {
  let running = 0
  let waiting: (() => void)[] = []
  return {
    begin() {
      running += 1
    },
    over() {
      running -= 1
      if (running > 0) return
      const resolvers = waiting
      waiting = []
      for (const resolve of resolvers) resolve()
    },
    async idle() {
      do {
        if (running > 0) await new Promise<void>(resolve => waiting.push(resolve))
        // What a callback or a continuation starts now is under way too.
        await new Promise<void>(resolve => later(resolve))
      } while (running > 0)
    },
  }
}
