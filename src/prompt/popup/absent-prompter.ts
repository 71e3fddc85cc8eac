import type { Prompter, Unanswered } from '../../emulator/ports.ts'

/** Nobody is there to be asked. */
export function absentPrompter(why: Unanswered['unanswered']): Prompter {
  const unanswered = { unanswered: why }
  return { ask: async () => unanswered }
}
