import type { Realm } from '../emulator/realm.ts'

/** Counts the calls that are under way. */
export interface UnderWay {
  begin(): void
  over(): void
  /** Resolves when no call is under way. */
  idle(): Promise<void>
}

export function underWay(later: Realm['later']): UnderWay {
  let count = 0
  let waiters: (() => void)[] = []
  return {
    begin() {
      count += 1
    },
    over() {
      count -= 1
      if (count > 0) return
      const resolvers = waiters
      waiters = []
      for (const resolve of resolvers) resolve()
    },
    async idle() {
      do {
        if (count > 0) await new Promise<void>(resolve => waiters.push(resolve))
        // A callback or a continuation may start another call now.
        await new Promise<void>(resolve => later(resolve))
      } while (count > 0)
    },
  }
}
