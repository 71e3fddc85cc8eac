import type { Observation } from '../ports.ts'
import {
  aboutCall,
  isDenied,
  isHeard,
  isLostAfter,
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
          .filter(refused => !isShown(refused, observation) && !isLostAfter(refused, observation))
          .map(aboutCall)
      : [],
}

/**
 * What the page says of an earlier refusal still stands, and a settings button says enough. Settings that were meant to
 * open and could not are a finding of their own.
 */
function isShown({ call, index }: Numbered, observation: Observation): boolean {
  const isSeen = (settled: number | null) => settled !== null && isSeenAfter(observation, settled)
  const earlier = observation.calls
    .slice(0, index)
    .filter(one => isDenied(one) && (one.scope === call.scope || placeOf(one.stack) === placeOf(call.stack)))
  const settings = observation.calls.some(
    one =>
      one.api === 'wx.openSetting' && one.turn === call.turn && one.called > (call.settled ?? call.called),
  )
  return (
    isSeen(call.settled) ||
    settings ||
    earlier.some(({ settled }) => isSeen(settled)) ||
    observation.views.some(view => view.turn >= call.turn && showsSettingsButton(view))
  )
}
