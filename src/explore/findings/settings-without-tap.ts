import { aboutCall, numberedCalls } from './refusals.ts'
import type { Rule } from './rule.ts'

/** On the phone `wx.openSetting` fails where no tap stands: "can only be invoked by user TAP gesture". */
export const settingsWithoutTap: Rule = {
  name: 'settings-without-tap',
  severity: 'error',
  violationsOn: observation =>
    numberedCalls(observation)
      .filter(({ call }) => call.api === 'wx.openSetting' && !call.tap)
      .map(aboutCall),
}
