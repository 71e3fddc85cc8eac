import { aboutCall, numberedCalls } from './refusals.ts'
import type { Rule } from './rule.ts'

const scope = 'scope.userLocation'

/** "When scope.userLocation authorization is needed, it is necessary to configure a usage description." */
export const noUsageDescription: Rule = {
  name: 'no-usage-description',
  severity: 'error',
  violationsOn(observation, { usage }) {
    const needing = numberedCalls(observation).find(({ call }) => call.scope === scope)
    if (usage === null || needing === undefined) return []
    const { file, line, column, problem } = usage
    const stack = [{ file, line, column, script: 'app' as const, function: '' }]
    return [{ ...aboutCall(needing), stack, until: needing.call.called, facts: { problem } }]
  },
}
