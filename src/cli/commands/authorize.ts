import { checkedScope } from '../../session/checks.ts'
import { askingReport } from '../report/asking-report.ts'
import type { Run } from './command.ts'

export const run: Run = async (context, [word], flags) => {
  const scope = checkedScope(context.catalogue, word)
  return askingReport(context, flags, { api: 'wx.authorize', scopes: [scope] }, async () => ({
    params: { scope },
    run: emulator => emulator.authorize({ scope }),
  }))
}
