import { isRefusing } from '../path.ts'
import type { Call, Choice, Happening, Loading, Observation, Stack, Trouble, View } from '../ports.ts'

/** What the rules share: who refused what, and what the user saw of it. */

/** A call with its index. */
export interface Numbered {
  readonly call: Call
  readonly index: number
}

export function numberedCalls({ calls }: Observation): readonly Numbered[] {
  return calls.map((call, index) => ({ call, index }))
}

/** The user said no to it, now or before: to its scope, or to the privacy guideline of WeChat's sheet. */
export const isRefused = ({ outcome, scope, because }: Call) =>
  outcome === 'refused' && (scope !== null || because === 'privacy')

/** The user said no, or turned away. */
export const isDenied = ({ outcome }: Call) => outcome === 'refused' || outcome === 'cancelled'

/** Somebody hears how the call ends. */
export const isHeard = ({ listeners }: Call) =>
  listeners.fail || listeners.complete || listeners.promise || listeners.other

/** The call that was denied last before an event; of the same turn, if there is one. */
export function lastDenied(observation: Observation, event: number, turn: number): Numbered | undefined {
  const denied = numberedCalls(observation).filter(
    ({ call }) => isDenied(call) && (call.settled ?? call.called) <= event,
  )
  return denied.findLast(({ call }) => call.turn === turn) ?? denied.at(-1)
}

/** The denied call that a trouble comes from; `undefined` if it comes from something else. */
export function deniedBehind(observation: Observation, { call, event, turn }: Trouble): Numbered | undefined {
  const known = call === null ? undefined : observation.calls[call]
  if (call === null || known === undefined) return lastDenied(observation, event, turn)
  return isDenied(known) ? { call: known, index: call } : undefined
}

/** Whether the user has said no, or turned away, before an event. */
export function isAfterRefusal(observation: Observation, event: number): boolean {
  const { choices, path } = observation
  return (
    observation.calls.some(call => isDenied(call) && (call.settled ?? call.called) <= event) ||
    choices.some((choice, at) => {
      const decision = path.decisions[at]
      return choice.event <= event && decision !== undefined && isRefusing(decision)
    })
  )
}

/** Everything was accepted, and nothing cancelled. */
export function isAccepted(observation: Observation): boolean {
  return (
    observation.path.start === 'undecided' &&
    observation.ended === 'idle' &&
    !isAfterRefusal(observation, Number.POSITIVE_INFINITY)
  )
}

/** What the user could see from an event to the next tap. */
export function isSeenAfter(observation: Observation, event: number): boolean {
  return untilTap(observation, event).some(happening => isSeen(happening, observation))
}

/** After a call was denied, the program called something that is not there: nobody knows what it would have done. */
export function isLostAfter({ call: { settled } }: Numbered, observation: Observation): boolean {
  return settled !== null && untilTap(observation, settled).some(({ kind }) => kind === 'lost')
}

function untilTap({ events }: Observation, event: number): readonly Happening[] {
  const tap = events.findIndex(({ kind }, at) => at > event && kind === 'tapped')
  return events.slice(event + 1, tap === -1 ? undefined : tap)
}

function isSeen(happening: Happening, { choices }: Observation): boolean {
  if (happening.kind === 'asked') {
    const kind = choices[happening.choice]?.kind
    return kind !== 'popup' && kind !== 'consent'
  }
  return happening.kind === 'toast' || happening.kind === 'navigated' || happening.kind === 'changed'
}

/** A settings page opened, or a button that opens it is shown. */
export function leadsToSettings({ choices, views }: Observation): boolean {
  return choices.some(({ kind }) => kind === 'settings') || views.some(showsSettingsButton)
}

export const showsSettingsButton = ({ elements }: View) =>
  elements.some(({ tag, openType }) => tag === 'button' && openType === 'openSetting')

/** The user says yes with it: allows, switches on, or picks. */
export function isGivingIn({ kind, answer }: Choice): boolean {
  if (kind === 'popup' || kind === 'consent') return answer === 'accept'
  return kind === 'picker' ? answer === 'pick' : kind === 'settings' && answer.startsWith('on ')
}

/** `pages/a/a.js:3:5` of a cause's own place. */
export function placeOf(stack: Stack): string {
  const [own] = stack
  return own === undefined ? '' : `${own.file}:${own.line}:${own.column}`
}

/** The name of a trouble: the same trouble has the same name on every path. */
export function nameOfTrouble(trouble: Trouble): string {
  const place = placeOf(trouble.stack)
  if (trouble.kind === 'unsettled') return `unsettled ${place}`
  return `${isException(trouble) ? 'exception' : 'rejection'} ${place} ${trouble.message}`
}

export const nameOfLoading = ({ stack }: Loading) => `loading ${placeOf(stack)}`

/** An error of the program's own code, thrown or in a promise. */
export const isException = (trouble: Trouble) =>
  trouble.kind === 'exception' || (trouble.kind === 'rejection' && trouble.isError)

/** What every violation about a call says. */
export function aboutCall({ call, index }: Numbered) {
  return {
    stack: call.stack,
    call: index,
    api: call.api,
    scope: call.scope,
    until: call.settled ?? call.called,
  }
}
