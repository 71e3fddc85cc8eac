import type { SettingsVisitor } from '../../emulator/ports.ts'
import type { UnansweredWhy } from '../../machine/outcome.ts'

/** Nobody can visit the settings page, for this reason. */
export function absentVisitor(why: UnansweredWhy): SettingsVisitor {
  return { visit: async () => ({ unanswered: why }) }
}
