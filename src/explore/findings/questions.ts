import type { Choice, Observation } from '../ports.ts'
import { isGivingIn, placeOf } from './refusals.ts'

/** The same question, asked between two taps; each time because of the answer before. */
export interface Repeated {
  readonly question: string
  readonly choices: readonly Choice[]
}

/** The questions of a path by what they ask and by the tap before them. What the user opens is no question. */
export function questionsOf(observation: Observation): readonly Repeated[] {
  const asked = observation.choices.filter(
    ({ kind, stack }) => stack.length > 0 && kind !== 'sheet' && kind !== 'picker',
  )
  const groups = new Map<string, readonly Choice[]>()
  for (const choice of asked) {
    const key = `${choice.turn} ${nameOf(choice)}`
    groups.set(key, [...(groups.get(key) ?? []), choice])
  }
  return [...groups.values()].flatMap(group =>
    group[0] === undefined ? [] : { question: nameOf(group[0]), choices: askedAgain(group, observation) },
  )
}

/** Without the calls that waited already while the user answered: nobody asked again. */
function askedAgain(group: readonly Choice[], { choices, calls, events }: Observation): readonly Choice[] {
  const answered = ({ event }: Choice) =>
    events.findIndex(one => one.kind === 'answered' && choices[one.choice]?.event === event)
  const began = (choice: Choice) => ('call' in choice ? (calls[choice.call]?.called ?? 0) : choice.event)
  let last: Choice | undefined
  return group.filter(choice => {
    const isAsked = last === undefined || began(choice) > answered(last)
    if (isAsked) last = choice
    return isAsked
  })
}

function nameOf(choice: Choice): string {
  const about = choice.kind === 'popup' || choice.kind === 'consent' ? choice.scope : ''
  return `${choice.kind} ${placeOf(choice.stack)} ${about}`
}

/**
 * The questions that a user gets rid of on this path without saying yes.
 * @param often how often it must be asked to be a loop
 */
export function questionsLeft(observation: Observation, often: number): readonly string[] {
  if (observation.ended !== 'idle') return []
  return questionsOf(observation)
    .filter(({ choices }) => choices.length < often)
    .filter(({ choices: [first] }) => {
      const after = first === undefined ? [] : observation.choices.slice(observation.choices.indexOf(first))
      return !after.some(isGivingIn)
    })
    .map(({ question }) => question)
}
