import type { Observation } from '../ports.ts'
import {
  aboutCall,
  isDenied,
  isHeard,
  isRefused,
  isSeenAfter,
  type Numbered,
  numberedCalls,
  placeOf,
  showsSettingsButton,
} from './refusals.ts'
import type { Rule } from './rule.ts'

export const silentRefusal: Rule = {
  name: 'silent-refusal',
  severity: 'warning',
  violationsOn: observation =>
    // Where the runner ended the path, something may still have come.
    observation.ended === 'idle'
      ? numberedCalls(observation)
          .filter(({ call }) => isRefused(call) && isHeard(call))
          .filter(refused => !isShown(refused, observation))
          .map(aboutCall)
      : [],
}

/** What the page says of an earlier refusal still stands, and a settings button says enough. */
function isShown({ call, index }: Numbered, observation: Observation): boolean {
  const isSeen = (settled: number | null) => settled !== null && isSeenAfter(observation, settled)
  const earlier = observation.calls
    .slice(0, index)

    .filter(one => isDenied(one) && (one.scope === call.scope || placeOf(one.stack) === placeOf(call.stack)))
  return (
    isSeen(call.settled) ||
    earlier.some(({ settled }) => isSeen(settled)) ||
    showsSettingsButton(observation.elements)
  )
}
