import type { ScopeName } from '../../src/catalogue/names.ts'
import { decide } from '../../src/machine/decide.ts'
import {
  answers,
  type ScopeEvent,
  type ScopeState,
  scopeStates,
  transition,
} from '../../src/machine/state.ts'

/** One way from a state to the next; from a state to itself if the user answered, and nothing is recorded. */
export interface Arrow {
  readonly from: ScopeState
  readonly to: ScopeState
  readonly by: 'popup' | 'button' | 'settings' | 'deleted'
  readonly event: ScopeEvent
}

/** The scope whose button asks again. */
export const ofButton: ScopeName = 'scope.userInfo'

/** Every arrow of a scope. `wxauth set` is left out: it leads from each state to each other. */
export function arrowsOf(scope: ScopeName): readonly Arrow[] {
  return scopeStates.flatMap(from => [
    ...answersIn(from, scope),
    ...[true, false].flatMap(on => changes(from, 'settings', { type: 'switched', on })),
    ...changes(from, 'deleted', { type: 'forgotten' }),
  ])
}

/** The answers of the popup, if a call or else the button shows one in this state. */
function answersIn(from: ScopeState, scope: ScopeName): readonly Arrow[] {
  const entries = scope === ofButton ? (['call', 'button'] as const) : (['call'] as const)
  const entry = entries.find(entry => decide(from, { entry, scope, purpose: '…' }).kind === 'ask')
  if (entry === undefined) return []
  return answers.map(answer => {
    const event = { type: 'answered', answer } as const
    return { from, to: transition(from, event), by: entry === 'call' ? 'popup' : 'button', event }
  })
}

function changes(from: ScopeState, by: Arrow['by'], event: ScopeEvent): readonly Arrow[] {
  const to = transition(from, event)
  return to === from ? [] : [{ from, to, by, event }]
}
