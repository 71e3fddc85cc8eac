import { aboutCall, numberedCalls } from './refusals.ts'
import type { Rule } from './rule.ts'

/** "wx.authorize({scope: "scope.userInfo"}) will not pop up the authorization window." */
export const asksUserInfo: Rule = {
  name: 'asks-user-info',
  severity: 'error',
  violationsOn: observation =>
    numberedCalls(observation)
      .filter(({ call }) => call.api === 'wx.authorize' && call.scope === 'scope.userInfo')
      .map(aboutCall),
}
