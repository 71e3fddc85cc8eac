import { scopeNames } from '../../catalogue/look-ups.ts'
import { scopeWord } from '../arguments/checked-words.ts'
import { arrangedReport } from '../report/arranged-report.ts'
import type { CommandSpec } from './command.ts'

export const reset: CommandSpec = {
  name: 'reset',
  arguments: ['[scope...]'],
  flags: [],
  examples: ['wxauth reset', 'wxauth reset scope.camera'],
  run(context, words) {
    // "… until the user deletes the Mini Program": without a scope, all of them.
    const scopes = words.length === 0 ? scopeNames : words.map(scopeWord)
    return arrangedReport(
      context,
      scopes.map(scope => [scope, { type: 'forgotten' }]),
    )
  },
}
