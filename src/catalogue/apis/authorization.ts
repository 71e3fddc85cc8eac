import type { ApiShape } from '../api.ts'
import { boolean, requiredText } from './options.ts'

export const authorize: ApiShape = { options: { scope: requiredText }, receives: [] }

/** `wx.getSetting`, and `wx.openSetting` after its page was closed. */
export const settings: ApiShape = {
  options: { withSubscriptions: boolean },
  receives: ['authSetting', 'subscriptionsSetting'],
}
