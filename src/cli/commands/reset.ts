import { scopeNames } from '../../catalogue/index.ts'
import { arrangedReport } from '../arranged-report.ts'
import type { CommandSpec } from '../command.ts'
import { scopeWord } from '../words.ts'

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
