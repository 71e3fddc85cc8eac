import { checkedScope } from '../../session/checks.ts'
import { arrangedReport } from '../report/arranged-report.ts'
import type { Run } from './command.ts'

export const run: Run = async (context, words) => {
  const scopes = words.map(word => checkedScope(context.catalogue, word))
  const emulator = context.emulator()
  // "… until the user deletes the Mini Program": without a scope, all of them.
  const arranged =
    scopes.length === 0
      ? emulator.forgetAll()
      : emulator.arrangeAll({ scopes: scopes.map(scope => [scope, { type: 'forgotten' }]) })
  return arrangedReport(context, await arranged)
}
