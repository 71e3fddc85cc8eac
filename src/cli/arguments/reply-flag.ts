import type { CustomReply } from '../../catalogue/api.ts'
import { errMsgName, isErrMsgOf } from '../../catalogue/catalogue.ts'
import type { GuardedApi } from '../../catalogue/names.ts'
import { WxauthError } from '../../faults.ts'
import type { Terminal } from '../world/terminal.ts'
import { jsonArgument } from './json-argument.ts'

/** The reply of `--reply`, for this API. @throws WxauthError ERR_BAD_JSON, ERR_UNREADABLE_FILE */
export async function replyFlag(
  terminal: Terminal,
  api: GuardedApi,
  argument: string,
): Promise<Readonly<Partial<Record<GuardedApi, CustomReply>>>> {
  const reply = await jsonArgument('reply', argument, terminal)
  const { errMsg } = reply
  if (errMsg === undefined || isErrMsgOf(api, errMsg)) return { [api]: reply }
  const problem = { kind: 'err-msg', name: errMsgName(api) } as const
  throw new WxauthError('ERR_BAD_JSON', { what: 'reply', given: argument, problem })
}
