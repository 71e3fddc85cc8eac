import { earlyPopups } from './early-popups.ts'
import type { Rule } from './rule.ts'

/** "… to be called only when the authorization API is needed." */
export const asksAtLaunch: Rule = {
  name: 'asks-at-launch',
  severity: 'warning',
  violationsOn: observation => earlyPopups(observation, ({ phase }) => phase === 'launch'),
}
