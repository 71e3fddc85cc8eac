import type { CustomReply } from '../catalogue/api.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { GuardedApi } from '../catalogue/names.ts'
import { checkedApi, checkedReply, checkObject } from '../session/checks.ts'

/** What APIs answer instead of the demo data; the emulator looks it up at each call. */
export interface Replies {
  readonly byApi: Readonly<Partial<Record<GuardedApi, CustomReply>>>
  /** @throws WxauthError ERR_UNKNOWN_API, ERR_BAD_ARGUMENT */
  set(api: string, reply: unknown): void
}

/** @throws WxauthError ERR_BAD_ARGUMENT, ERR_UNKNOWN_API */
export function createReplies(catalogue: Catalogue, replies: unknown = {}): Replies {
  const byApi: Partial<Record<GuardedApi, CustomReply>> = {}
  function set(name: string, reply: unknown): void {
    const api = checkedApi(catalogue, name)
    if (reply === undefined) delete byApi[api]
    else byApi[api] = checkedReply(api, reply)
  }
  checkObject('replies', 'object', replies)
  for (const [name, reply] of Object.entries(replies)) set(name, reply)
  return { byApi, set }
}
