import type { CustomReply } from '../catalogue/api.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { GuardedApi } from '../catalogue/names.ts'
import { checkedApi, checkedReply } from '../session/checks.ts'

/** What APIs answer instead of the demo data; the emulator looks it up at each call. */
export interface Replies {
  readonly byApi: Readonly<Partial<Record<GuardedApi, CustomReply>>>
  /** @throws WxauthError ERR_UNKNOWN_API, ERR_BAD_ARGUMENT */
  set(api: string, reply: CustomReply | undefined): void
}

/** @throws WxauthError ERR_UNKNOWN_API, ERR_BAD_ARGUMENT */
export function createReplies(
  catalogue: Catalogue,
  replies: Readonly<Record<string, CustomReply | undefined>> = {},
): Replies {
  const byApi: Partial<Record<GuardedApi, CustomReply>> = {}
  function set(name: string, reply: CustomReply | undefined): void {
    const api = checkedApi(catalogue, name)
    if (reply === undefined) delete byApi[api]
    else byApi[api] = checkedReply(api, reply)
  }
  for (const [name, reply] of Object.entries(replies)) set(name, reply)
  return { byApi, set }
}
