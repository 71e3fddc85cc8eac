import type { Emulator } from '../../emulator/emulator.ts'
import { WxauthError } from '../../faults.ts'
import { checkedOpenType, type OpenType } from '../arguments/checked-words.ts'
import type { Flags } from '../arguments/flags.ts'
import { replyFlag } from '../arguments/reply-flag.ts'
import { askingReport } from '../report/asking-report.ts'
import { settingsReport } from '../report/settings-report.ts'
import type { Run } from './command.ts'

export const run: Run = async (context, [word = ''], flags) => {
  const openType = checkedOpenType(word)
  refuseForeignFlags(openType, flags)
  if (openType === 'openSetting') return settingsReport(context, flags)
  const prepare = async () => ({
    replies:
      flags.reply === undefined ? {} : await replyFlag(context.terminal, 'wx.getUserInfo', flags.reply),
    run: (emulator: Emulator) => emulator.tapGetUserInfo(),
  })
  const stdin = flags.reply === '-' ? 'reply' : undefined
  return askingReport(context, flags, { scope: 'scope.userInfo', isButton: true, stdin }, prepare)
}

/** One button calls an API, the other opens the settings page: neither can use the other's flags. */
function refuseForeignFlags(openType: OpenType, flags: Flags): void {
  const foreign = openType === 'openSetting' ? (['reply'] as const) : (['enable', 'disable'] as const)
  const flag = foreign.find(name => flags[name] !== undefined)
  if (flag !== undefined)
    throw new WxauthError('ERR_CONFLICTING_FLAGS', { flags: [`tap ${openType}`, `--${flag}`] })
}
