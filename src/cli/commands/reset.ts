import { checkedScope } from '../../session/checks.ts'
import { arrangedReport } from '../report/arranged-report.ts'
import type { Run } from './command.ts'

export const run: Run = async (context, words) => {
  const { catalogue } = context
  // "… until the user deletes the Mini Program": without a scope, all of them.
  const scopes = words.length === 0 ? catalogue.scopeNames : words.map(word => checkedScope(catalogue, word))
  return arrangedReport(
    context,
    scopes.map(scope => [scope, { type: 'forgotten' }]),
  )
}
