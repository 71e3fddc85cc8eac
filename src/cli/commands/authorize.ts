import { askingReport } from '../asking.ts'
import type { CommandSpec } from '../command.ts'
import { popupFlags } from '../flags.ts'
import { scopeWord } from '../words.ts'

export const authorize: CommandSpec = {
  name: 'authorize',
  arguments: ['<scope>'],
  flags: popupFlags,
  examples: ['wxauth authorize scope.camera'],
  async run(context, [word = ''], flags) {
    const scope = scopeWord(word)
    return askingReport(context, flags, async () => ({ run: emulator => emulator.authorize({ scope }) }))
  },
}
