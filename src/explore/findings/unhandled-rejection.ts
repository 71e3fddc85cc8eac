import { aboutCall, deniedBehind, nameOfTrouble } from './refusals.ts'
import type { Rule } from './rule.ts'

/** A promise that was rejected with an error of the program itself is an exception: see `refusal-exception`. */
export const unhandledRejection: Rule = {
  name: 'unhandled-rejection',
  severity: 'error',
  violationsOn: observation =>
    observation.troubles.flatMap(trouble => {
      if (trouble.kind !== 'rejection' || trouble.isError) return []
      const denied = deniedBehind(observation, trouble)
      if (denied === undefined) return []
      return {
        ...aboutCall(denied),
        until: trouble.event,
        trouble: nameOfTrouble(trouble),
        facts: { message: trouble.message },
      }
    }),
}
