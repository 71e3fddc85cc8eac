import { earlyPopups } from './early-popups.ts'
import type { Rule } from './rule.ts'

/** Also what asks later by itself, such as in the callback of a request. */
export const asksOnLoad: Rule = {
  name: 'asks-on-load',
  severity: 'info',
  violationsOn: observation =>
    earlyPopups(observation, ({ phase, turn }) => phase !== 'launch' && phase !== 'tap' && turn === 0),
}
