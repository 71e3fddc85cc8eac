import type { Call, Observation } from '../ports.ts'
import { aboutCall } from './refusals.ts'
import type { Violation } from './rule.ts'

/** Popups before the user has done anything: somebody who confirmed a modal, or opened a page of it, has. */
export function earlyPopups(
  observation: Observation,
  isEarly: (call: Call) => boolean,
): readonly Violation[] {
  const { choices, calls } = observation
  const deed = choices.findIndex(({ kind }) => kind !== 'popup')
  return choices.slice(0, deed === -1 ? undefined : deed).flatMap(choice => {
    const call = choice.kind === 'popup' ? calls[choice.call] : undefined
    if (choice.kind !== 'popup' || call === undefined || !isEarly(call)) return []
    // Who closed the popup and is asked once more was asked too early the first time.
    const isAgain = choices
      .slice(0, choices.indexOf(choice))
      .some(one => one.kind === 'popup' && one.scope === choice.scope)
    if (isAgain) return []
    return { ...aboutCall({ call, index: choice.call }), until: choice.event }
  })
}
