import type { ApiShape } from '../api.ts'
import { boolean, requiredText } from './options.ts'

export const authorize: ApiShape = { options: { scope: requiredText }, receives: [] }

export const getSetting: ApiShape = {
  options: { withSubscriptions: boolean },
  receives: ['authSetting', 'subscriptionsSetting'],
}

export const openSetting: ApiShape = getSetting
