import { questionsOf } from './questions.ts'
import { aboutCall, lastDenied } from './refusals.ts'
import type { Rule } from './rule.ts'

/** Twice may be one explanation and one try. */
export const often = 3

export const reAskLoop: Rule = {
  name: 're-ask-loop',
  severity: 'error',
  violationsOn: observation =>
    questionsOf(observation).flatMap(({ question, choices }) => {
      const last = choices[often - 1]
      if (last === undefined) return []
      const denied = lastDenied(observation, last.event, last.turn)
      return denied === undefined ? [] : { ...aboutCall(denied), until: last.event, question }
    }),
}
