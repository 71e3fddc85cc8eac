import { guardedApis } from '../catalogue/look-ups.ts'
import type { GuardedApi } from '../catalogue/scopes.ts'
import { errMsgsOf } from '../catalogue/wording.ts'
import type { CallbackResult } from '../machine/outcome.ts'
import type { AppRecord } from '../machine/profile.ts'

/** What an API answers once it is allowed, instead of the demo data. A failing `errMsg` plays a failure. */
export type CustomReply = Readonly<Record<string, unknown>>

/** The reply that a person wrote into the profile, under `wx.getLocation` or under `getLocation`. */
export function keptReply(replies: AppRecord['replies'], api: GuardedApi): CustomReply | undefined {
  if (replies === undefined) return undefined
  if (Object.hasOwn(replies, api)) return replies[api]
  const bare = bareNames.get(api) as string
  return Object.hasOwn(replies, bare) ? replies[bare] : undefined
}

const bareNames: ReadonlyMap<string, string> = new Map(
  guardedApis.map(api => [api, api.replace(/^wx\./, '')]),
)

/** The callback's object: `errMsg` first, `X:ok` where the reply has none of its own. */
export function resultOf(api: string, reply: CustomReply): CallbackResult {
  const { ok } = errMsgsOf(api)
  const result = { errMsg: ok, ...reply }
  if (typeof result.errMsg !== 'string') result.errMsg = ok
  return result
}

/** The same for an answer that was just made: one that says itself that it is one needs no copy. */
export function demoResult(api: string, payload: CustomReply): CallbackResult {
  return typeof payload.errMsg === 'string' ? (payload as CallbackResult) : resultOf(api, payload)
}
