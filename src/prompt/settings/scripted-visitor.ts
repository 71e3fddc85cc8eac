import type { SettingsVisitor, Unanswered } from '../../emulator/ports.ts'
import type { Move } from './settings-keys.ts'

/** Moves these switches in this order; when one of them is not on the page, none. */
export function scriptedVisitor(moves: readonly Move[]): SettingsVisitor {
  return {
    async visit(page) {
      const there = new Set(page.switches().map(({ scope }) => scope))
      const missing = [...new Set(moves.map(({ scope }) => scope).filter(scope => !there.has(scope)))]
      if (missing.length > 0) return { missing }
      for (const { scope, on } of moves) {
        // What a script moves does not depend on where the switch stood, so a stale one is moved again.
        while ((await page.flip(scope, on)) === 'stale') page.switches()
      }
      return { missing: [] }
    },
  }
}

/** Nobody is there to visit it. */
export function absentVisitor(why: Unanswered['unanswered']): SettingsVisitor {
  const unanswered = { unanswered: why }
  return { visit: async () => unanswered }
}
