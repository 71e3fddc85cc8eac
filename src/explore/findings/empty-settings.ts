import type { ScopeName } from '../../catalogue/names.ts'
import type { Observation } from '../ports.ts'
import { aboutCall, isDenied, numberedCalls } from './refusals.ts'
import type { Rule } from './rule.ts'

/** The settings page lists only what was asked before. */
export const emptySettings: Rule = {
  name: 'empty-settings',
  severity: 'warning',
  violationsOn: observation =>
    observation.choices.flatMap(choice => {
      if (choice.kind !== 'settings') return []
      const opening = numberedCalls(observation).findLast(
        ({ call }) => call.api === 'wx.openSetting' && call.called < choice.event,
      )
      if (opening === undefined) return []
      // They open because of what was just refused.
      const isForOther = numberedCalls(observation).some(
        ({ call }) => isDenied(call) && call.turn === choice.turn && call.called < choice.event,
      )
      if (isForOther) return []
      const missing = readAsUndecided(observation, opening.call.called, choice.turn).find(
        scope =>
          !choice.switches.some(one => one.scope === scope) && !isAsked(scope, choice.event, observation),
      )
      return missing === undefined
        ? []
        : { ...aboutCall(opening), scope: missing, until: choice.event, facts: { scope: missing } }
    }),
}

/** Read after the same tap: what only a menu opens is a settings button, whatever was read before. */
function readAsUndecided({ reads }: Observation, before: number, turn: number) {
  return reads
    .filter(read => read.event < before && read.turn === turn && read.state === 'undecided')
    .map(({ scope }) => scope)
}

/** Somebody who closed a popup was asked, although nothing is recorded. */
function isAsked(scope: ScopeName, before: number, { choices }: Observation): boolean {
  return choices.some(one => one.kind === 'popup' && one.scope === scope && one.event < before)
}
