import { isAfterRefusal, isException, lastDenied, nameOfTrouble } from './refusals.ts'
import type { Rule } from './rule.ts'

/** An exception stands where it is thrown: that line is the one to fix. The call is where it came from. */
export const refusalException: Rule = {
  name: 'refusal-exception',
  severity: 'error',
  violationsOn: observation =>
    observation.troubles.flatMap(trouble => {
      if (trouble.kind === 'unsettled' || !isException(trouble)) return []
      if (!isAfterRefusal(observation, trouble.event)) return []
      const call = trouble.call ?? lastDenied(observation, trouble.event, trouble.turn)?.index ?? null
      const about = call === null ? undefined : observation.calls[call]
      return {
        stack: trouble.stack,
        call,
        api: about?.api ?? null,
        scope: about?.scope ?? null,
        until: trouble.event,
        trouble: nameOfTrouble(trouble),
        facts: { message: trouble.message },
      }
    }),
}
