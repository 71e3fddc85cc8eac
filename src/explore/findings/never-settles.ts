import { aboutCall, deniedBehind, isLostAfter, nameOfTrouble } from './refusals.ts'
import type { Rule } from './rule.ts'

export const neverSettles: Rule = {
  name: 'never-settles',
  severity: 'error',
  violationsOn: observation =>
    observation.troubles.flatMap(trouble => {
      // Where the runner ended the path, everything may be open.
      if (trouble.kind !== 'unsettled' || observation.ended !== 'idle') return []
      const denied = deniedBehind(observation, trouble)
      if (denied === undefined || isLostAfter(denied, observation)) return []
      return { ...aboutCall(denied), trouble: nameOfTrouble(trouble) }
    }),
}
