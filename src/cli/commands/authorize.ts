import { scopeWord } from '../arguments/checked-words.ts'
import { popupFlags } from '../arguments/flags.ts'
import { askingReport } from '../report/asking-report.ts'
import type { CommandSpec } from './command.ts'

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
