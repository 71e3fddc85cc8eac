import type { Emulator } from '../../emulator/emulator.ts'
import { WxauthError } from '../../faults.ts'
import { type OpenType, openTypeWord } from '../arguments/checked-words.ts'
import { type Flags, popupFlags, switchFlags } from '../arguments/flags.ts'
import { askingReport } from '../report/asking-report.ts'
import { settingsReport } from '../report/settings-report.ts'
import { repliesFrom } from './call.ts'
import type { CommandSpec } from './command.ts'

export const tap: CommandSpec = {
  name: 'tap',
  arguments: ['<open-type>'],
  flags: [...popupFlags, 'reply', ...switchFlags],
  examples: ['wxauth tap getUserInfo --accept', 'wxauth tap openSetting --disable scope.record'],
  async run(context, [word = ''], flags) {
    const openType = openTypeWord(word)
    refuseForeignFlags(openType, flags)
    if (openType === 'openSetting') return settingsReport(context, flags)
    const prepare = async () => ({
      replies: await repliesFrom(context, 'wx.getUserInfo', flags),
      run: (emulator: Emulator) => emulator.tapGetUserInfo(),
    })
    return askingReport(context, flags, prepare, { isButton: true })
  },
}

/** One button runs an API, the other opens a page of switches: neither can do anything with what is for the other. */
function refuseForeignFlags(openType: OpenType, flags: Flags): void {
  const foreign = openType === 'openSetting' ? (['reply'] as const) : (['enable', 'disable'] as const)
  const flag = foreign.find(name => flags[name] !== undefined)
  if (flag !== undefined)
    throw new WxauthError('ERR_CONFLICTING_FLAGS', { flags: [`tap ${openType}`, `--${flag}`] })
}
