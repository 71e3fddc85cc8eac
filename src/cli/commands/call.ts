import { WxauthError } from '../../faults.ts'
import { checkedCall } from '../arguments/checked-words.ts'
import { jsonArgument } from '../arguments/json-argument.ts'
import { replyFlag } from '../arguments/reply-flag.ts'
import { askingReport } from '../report/asking-report.ts'
import type { Run } from './command.ts'

export const run: Run = async (context, [word = '', argument], flags) => {
  const api = context.catalogue.findApi(word) ?? checkedCall(context.catalogue, word)
  if (argument === '-' && flags.reply === '-') {
    throw new WxauthError('ERR_CONFLICTING_FLAGS', { flags: ['params -', '--reply -'] })
  }
  const { sample = {}, scope, alsoScopes = [] } = context.catalogue.apiOf(api)
  const scopes = scope === null ? [] : [scope, ...alsoScopes]
  const stdin = argument === '-' ? 'params' : flags.reply === '-' ? 'reply' : undefined
  return askingReport(context, flags, { api, scopes, stdin }, async () => {
    const params = argument === undefined ? sample : await jsonArgument('params', argument, context.terminal)
    const replies = flags.reply === undefined ? {} : await replyFlag(context.terminal, api, flags.reply)
    return { replies, params, run: emulator => emulator.call(api, params) }
  })
}
