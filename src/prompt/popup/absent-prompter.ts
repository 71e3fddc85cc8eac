import type { Prompter } from '../../emulator/ports.ts'
import type { UnansweredWhy } from '../../machine/outcome.ts'

/** Nobody can be asked, for this reason. */
export function absentPrompter(why: UnansweredWhy): Prompter {
  return { ask: async () => ({ unanswered: why }) }
}
