import type { GuardedApi } from '../../catalogue/names.ts'
import { bareName } from '../../catalogue/wording.ts'
import type { CustomReply } from '../../emulator/replies.ts'
import { WxauthError } from '../../faults.ts'
import { cli } from '../../messages/en/cli.ts'
import { apiWord } from '../arguments/checked-words.ts'
import { type Flags, popupFlags } from '../arguments/flags.ts'
import { abridged, readObject } from '../arguments/read-object.ts'
import { askingReport } from '../report/asking-report.ts'
import type { Context } from '../world/context.ts'
import type { CommandSpec } from './command.ts'

export const call: CommandSpec = {
  name: 'call',
  arguments: ['<api>', '[params]'],
  flags: [...popupFlags, 'reply'],
  examples: [
    'wxauth call wx.getLocation',
    'wxauth call getLocation \'{"type":"gcj02"}\' --reject --expect fail',
  ],
  async run(context, [word = '', given], flags) {
    const api = apiWord(word)
    if (given === '-' && flags.reply === '-') {
      throw new WxauthError('ERR_CONFLICTING_FLAGS', { flags: [cli.json.stdinParams, '--reply -'] })
    }
    return askingReport(context, flags, async () => {
      const params = given === undefined ? undefined : await readObject('params', given, context.terminal)
      const replies = await repliesFrom(context, api, flags)
      return { replies, run: emulator => emulator.call(api, params) }
    })
  },
}

/** The reply of `--reply`, for this API. @throws WxauthError ERR_BAD_JSON, ERR_UNREADABLE_FILE */
export async function repliesFrom(
  { terminal }: Context,
  api: GuardedApi,
  flags: Flags,
): Promise<Readonly<Partial<Record<GuardedApi, CustomReply>>>> {
  if (flags.reply === undefined) return {}
  const reply = await readObject('reply', flags.reply, terminal)
  const prefix = `${bareName(api)}:`
  const own = reply.errMsg
  if (own === undefined || (typeof own === 'string' && own.startsWith(prefix))) return { [api]: reply }
  throw new WxauthError('ERR_BAD_JSON', {
    what: cli.whats.reply,
    given: abridged(flags.reply),
    problem: cli.json.foreignErrMsg(prefix),
  })
}
