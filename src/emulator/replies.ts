import { isWxApi } from '../catalogue/catalogue.ts'
import type { GuardedApi } from '../catalogue/names.ts'
import type { AppRecord } from '../machine/profile.ts'

/** What an API answers once it is allowed, instead of the demo data. A failing `errMsg` plays a failure. */
export type CustomReply = Readonly<Record<string, unknown>>

/** Finds the reply that a person wrote into the profile, under `wx.getLocation` or under `getLocation`. */
export function profileReplyOf(api: GuardedApi): (replies: AppRecord['replies']) => CustomReply | undefined {
  const names = isWxApi(api) ? [api, api.slice('wx.'.length)] : [api]
  return replies => {
    const name = names.find(name => replies !== undefined && Object.hasOwn(replies, name))
    return name === undefined ? undefined : replies?.[name]
  }
}
