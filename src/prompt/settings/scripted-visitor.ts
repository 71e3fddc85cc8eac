import type { SettingsVisitor } from '../../emulator/ports.ts'
import type { Move } from './rows.ts'

/** Moves these switches in this order; when one of them is not on the page, it moves none. */
export function scriptedVisitor(moves: readonly Move[]): SettingsVisitor {
  return {
    async visit(page) {
      const scopes = new Set(page.switches().map(({ scope }) => scope))
      const missing = [...new Set(moves.map(({ scope }) => scope).filter(scope => !scopes.has(scope)))]
      if (missing.length > 0) return { missing }
      for (const { scope, on } of moves) {
        // A script moves a switch wherever it stands. `stale` asks for another look at the switches before that.
        while ((await page.flip(scope, on)) === 'stale') page.switches()
      }
      return { missing: [] }
    },
  }
}
