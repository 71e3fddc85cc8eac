import type { Emulator } from '../../emulator/emulator.ts'
import { WxauthError } from '../../faults.ts'
import type { Outcome } from '../../machine/outcome.ts'
import { checkedOpenType, type OpenType } from '../arguments/checked-words.ts'
import type { Flags } from '../arguments/flags.ts'
import { replyFlag } from '../arguments/reply-flag.ts'
import { askingReport } from '../report/asking-report.ts'
import { settingsReport } from '../report/settings-report.ts'
import type { Context } from '../world/context.ts'
import type { Run } from './command.ts'

export const run: Run = async (context, [word = ''], flags) => {
  const openType = checkedOpenType(word, context.catalogue.edition)
  const foreign = foreignFlags[openType].find(name => flags[name] !== undefined)
  if (foreign !== undefined)
    throw new WxauthError('ERR_CONFLICTING_FLAGS', { flags: [`tap ${openType}`, `--${foreign}`] })
  return taps[openType](context, flags)
}

/** One button calls an API, another opens the settings page: none can use the flags of the others. */
const foreignFlags: Readonly<Record<OpenType, readonly ('reply' | 'enable' | 'disable')[]>> = {
  getUserInfo: ['enable', 'disable'],
  openSetting: ['reply'],
  agreePrivacyAuthorization: ['reply', 'enable', 'disable'],
}

/** Not confirmed: what the `detail` of this event holds is not documented. */
const agreed: Outcome = {
  api: 'agreePrivacyAuthorization',
  callback: 'success',
  result: { errMsg: 'agreePrivacyAuthorization:ok' },
  scope: null,
  before: null,
  after: null,
  popup: null,
  popups: [],
  because: 'allowed',
}

const taps: Readonly<Record<OpenType, (context: Context, flags: Flags) => ReturnType<Run>>> = {
  getUserInfo: tapGetUserInfo,
  openSetting: settingsReport,
  // The button of the page's own privacy sheet: it asks nobody.
  agreePrivacyAuthorization: (context, flags) =>
    askingReport(context, flags, { scopes: [], isButton: true }, async () => ({
      async run({ layerApis }) {
        await layerApis?.agreeToPrivacy()
        return agreed
      },
    })),
}

function tapGetUserInfo(context: Context, flags: Flags): ReturnType<Run> {
  const api = 'wx.getUserInfo'
  const { scope } = context.catalogue.apiOf(api)
  const stdin = flags.reply === '-' ? 'reply' : undefined
  const asking = { api, scopes: scope === null ? [] : [scope], isButton: true, stdin } as const
  return askingReport(context, flags, asking, async () => ({
    replies: flags.reply === undefined ? {} : await replyFlag(context.terminal, api, flags.reply),
    run: (emulator: Emulator) => emulator.tapGetUserInfo(),
  }))
}
