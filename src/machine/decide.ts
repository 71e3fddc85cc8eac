import type { ScopeName } from '../catalogue/names.ts'
import type { ScopeState } from './state.ts'

/** Why the scope is needed: an API or component was used, `wx.authorize` was called, or the user tapped the button. */
export interface Attempt {
  readonly entry: 'call' | 'authorize' | 'button'
  readonly scope: ScopeName
  /** The usage description that the Mini Program declares for this scope, if any. */
  readonly purpose: string | undefined
}

/** Why the platform refuses without asking. */
export type Refusal = 'rejected' | 'no-purpose' | 'button-only'

export type Verdict =
  | { readonly kind: 'proceed' }
  | { readonly kind: 'ask' }
  | { readonly kind: 'refuse'; readonly why: Refusal }

const proceed: Verdict = { kind: 'proceed' }
const ask: Verdict = { kind: 'ask' }
const refusals: Readonly<Record<Refusal, Verdict>> = {
  rejected: { kind: 'refuse', why: 'rejected' },
  'no-purpose': { kind: 'refuse', why: 'no-purpose' },
  'button-only': { kind: 'refuse', why: 'button-only' },
}

/** The guide's three bullets and two notes. Pure and total; allocates nothing. */
export function decide(state: ScopeState, attempt: Attempt): Verdict {
  // "When scope.userLocation authorization is needed, it is necessary to configure a usage description for
  // geographical location." Devices check the declaration before the stored decision, in every state.
  if (attempt.scope === 'scope.userLocation' && attempt.purpose === undefined) return refusals['no-purpose']

  // "If the user has accepted authorization, the API can be called directly"
  if (state === 'accepted') return proceed

  if (state === 'rejected') {
    // "Use <button open-type="getUserInfo"/>": the button is a fresh request by the user and asks again.
    if (attempt.entry === 'button') return ask
    // "If the user has rejected authorization, no pop-up appears. Instead, API fail callback will be accessed directly."
    return refusals.rejected
  }

  // "wx.authorize({scope: "scope.userInfo"}) will not pop up the authorization window."
  if (attempt.entry === 'authorize' && attempt.scope === 'scope.userInfo') return refusals['button-only']

  // "If the user has not accepted or rejected this authorization, a pop-up window will appear to ask the user"
  return ask
}
