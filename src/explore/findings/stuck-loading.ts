import { aboutCall, isDenied, lastDenied, numberedCalls, placeOf } from './refusals.ts'
import type { Rule } from './rule.ts'

export const stuckLoading: Rule = {
  name: 'stuck-loading',
  severity: 'error',
  violationsOn: observation =>
    observation.loading.flatMap(({ of, stack, event }) => {
      const after = numberedCalls(observation).find(
        ({ call }) => isDenied(call) && call.settled !== null && call.settled > event,
      )
      const denied = after ?? lastDenied(observation, event, Number.NaN)
      if (denied === undefined) return []
      return {
        ...aboutCall(denied),
        until: Math.max(event, denied.call.settled ?? event),
        trouble: `loading ${placeOf(stack)}`,
        facts: { of },
      }
    }),
}
