/** The state of one scope, for one user of one Mini Program. */
export type ScopeState = 'undecided' | 'accepted' | 'rejected'
export const scopeStates = ['undecided', 'accepted', 'rejected'] as const satisfies readonly ScopeState[]

/** How a person can answer a popup; `dismiss` closes it without choosing. */
export type Answer = 'accept' | 'reject' | 'dismiss'
export const answers = ['accept', 'reject', 'dismiss'] as const satisfies readonly Answer[]

/** Everything that can change the state of a scope. */
export type ScopeEvent =
  | { readonly type: 'answered'; readonly answer: Answer }
  | { readonly type: 'switched'; readonly on: boolean }
  | { readonly type: 'arranged'; readonly state: ScopeState }
  | { readonly type: 'forgotten' }

/** The state that follows. Pure; the caller records it. */
export function transition(state: ScopeState, event: ScopeEvent): ScopeState {
  switch (event.type) {
    // "Once the user explicitly agrees or rejects authorization, his/her authorization relationship will be
    // recorded in the backend": closing the popup without choosing is neither.
    case 'answered':
      if (event.answer === 'dismiss') return state
      return event.answer === 'accept' ? 'accepted' : 'rejected'
    // "The user can control the authorization state of the Mini Program in Mini Program Settings": the page
    // has switches for decided scopes only, so an undecided one cannot be moved there.
    case 'switched':
      if (state === 'undecided') return state
      return event.on ? 'accepted' : 'rejected'
    case 'arranged':
      return event.state
    // "… until the user deletes the Mini Program."
    case 'forgotten':
      return 'undecided'
  }
}
