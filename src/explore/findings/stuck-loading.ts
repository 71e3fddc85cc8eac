import { aboutCall, isDenied, lastDenied, nameOfLoading, numberedCalls } from './refusals.ts'
import type { Rule } from './rule.ts'

export const stuckLoading: Rule = {
  name: 'stuck-loading',
  severity: 'error',
  violationsOn: observation =>
    observation.loading.flatMap(loading => {
      const { of, event } = loading
      const after = numberedCalls(observation).find(
        ({ call }) => isDenied(call) && call.settled !== null && call.settled > event,
      )
      const denied = after ?? lastDenied(observation, event, Number.NaN)
      if (denied === undefined) return []
      return {
        ...aboutCall(denied),
        until: Math.max(event, denied.call.settled ?? event),
        trouble: nameOfLoading(loading),
        facts: { of },
      }
    }),
}
