import { aboutCall, isHeard, isRefused, numberedCalls } from './refusals.ts'
import type { Rule } from './rule.ts'

/** A refusal only: who turns away from a picker expects nothing to happen. */
export const noFailHandler: Rule = {
  name: 'no-fail-handler',
  severity: 'error',
  violationsOn: observation =>
    numberedCalls(observation)
      .filter(({ call }) => isRefused(call) && !isHeard(call))
      .map(aboutCall),
}
