import {
  aboutCall,
  isHeard,
  isLostAfter,
  isRefused,
  isSeenAfter,
  leadsToSettings,
  numberedCalls,
} from './refusals.ts'
import type { Rule } from './rule.ts'

/** Counts only if nothing else on the page leads to the settings. A button asks again by itself. */
export const noWayBack: Rule = {
  name: 'no-way-back',
  severity: 'info',
  violationsOn: observation =>
    leadsToSettings(observation)
      ? []
      : numberedCalls(observation)
          .filter(({ call }) => isRefused(call) && isHeard(call))
          .filter(({ call }) => call.api !== 'button')
          .filter(({ call }) => call.settled !== null && isSeenAfter(observation, call.settled))
          .filter(refused => !isLostAfter(refused, observation))
          .map(refused => ({ ...aboutCall(refused), unlessSettings: true as const })),
}
