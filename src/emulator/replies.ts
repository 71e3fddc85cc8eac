import { isWxApi } from '../catalogue/catalogue.ts'
import type { GuardedApi } from '../catalogue/names.ts'
import type { AppRecord } from '../machine/profile.ts'

/** What an API answers once it is allowed, instead of the demo data. A failing `errMsg` plays a failure. */
export type CustomReply = Readonly<Record<string, unknown>>

/** The reply that a person wrote into the profile, under `wx.getLocation` or under `getLocation`. */
export function profileReply(replies: AppRecord['replies'], api: GuardedApi): CustomReply | undefined {
  if (replies === undefined) return undefined
  if (Object.hasOwn(replies, api)) return replies[api]
  const name = isWxApi(api) ? api.slice('wx.'.length) : api
  return Object.hasOwn(replies, name) ? replies[name] : undefined
}
