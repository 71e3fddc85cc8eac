import type { PrivateInfo, SystemPermission } from '../catalogue/layers.ts'
import type { GuardedApi, ScopeName } from '../catalogue/names.ts'
import { type Attempt, decide } from './decide.ts'
import type { LayerSetting } from './layer-states.ts'
import type { ScopeState } from './state.ts'

/** What a call has to pass, in the platform's order. */
export const layerNames = [
  'parameters',
  'declarations',
  'guideline',
  'privacy',
  'scope',
  'system',
  'api',
] as const
export type LayerName = (typeof layerNames)[number]

/** Why a check passes, asks or fails. Those that fail are the reasons that a call fails with. */
export type CheckReason =
  | 'parameters-right'
  | 'bad-parameters'
  /** Nothing has to be declared for it. */
  | 'nothing-to-declare'
  | 'declared'
  | 'no-purpose'
  | 'private-info-missing'
  /** `requiredPrivateInfos` names `getFuzzyLocation` beside what excludes it. */
  | 'private-info-excluded'
  | 'background-mode-missing'
  /** It is no privacy API. */
  | 'no-privacy'
  | 'guideline-declared'
  | 'guideline-undeclared'
  | 'agreed'
  | 'not-agreed'
  /** The popup of the scope asks for the agreement too. */
  | 'asked-with-scope'
  | 'no-scope'
  | 'accepted'
  | 'undecided'
  | 'rejected'
  | 'button-only'
  | 'no-permission'
  | 'authorized'
  /** The phone asks by itself, not WeChat; the person is taken to allow it. */
  | 'undetermined'
  | 'system-denied'
  | 'answers'
  | 'reply-failed'

/** What changes the verdict. */
export type Fix =
  /** The end of the `errMsg` says which parameters. */
  | { readonly kind: 'parameters'; readonly problem: string }
  /** `permission["scope.userLocation"].desc` in app.json. */
  | { readonly kind: 'purpose' }
  | { readonly kind: 'add-private-info'; readonly name: PrivateInfo }
  | { readonly kind: 'remove-private-info'; readonly name: PrivateInfo }
  | { readonly kind: 'add-background-mode'; readonly name: 'location' }
  | ({ readonly kind: 'set' } & LayerSetting)
  /** An answer to the popup, by a person or by a flag. */
  | { readonly kind: 'answer'; readonly of: ScopeName | 'privacy' }
  /** A switch of the settings page. */
  | { readonly kind: 'switch'; readonly scope: ScopeName }
  /** `<button open-type="getUserInfo"/>` */
  | { readonly kind: 'button' }
  /** The reply that a person wrote into the profile, or else the parameters. */
  | { readonly kind: 'reply'; readonly api: GuardedApi }

/** One check of a call. */
export interface Check {
  readonly layer: LayerName
  readonly verdict: 'passes' | 'asks' | 'fails'
  readonly because: CheckReason
  /** What it looks at, where a layer has several checks: an entry of app.json, a scope, a permission. */
  readonly of: PrivateInfo | ScopeName | SystemPermission | null
  /** `null` if it passes. */
  readonly fix: Fix | null
}

export function passes(layer: LayerName, because: CheckReason, of: Check['of'] = null): Check {
  return { layer, verdict: 'passes', because, of, fix: null }
}

export function parametersCheck(problem: string | undefined): Check {
  const layer = 'parameters'
  if (problem === undefined) return passes(layer, 'parameters-right')
  return { layer, verdict: 'fails', because: 'bad-parameters', of: null, fix: { kind: 'parameters', problem } }
}

const lacksPurpose: Check = {
  layer: 'declarations',
  verdict: 'fails',
  because: 'no-purpose',
  of: 'scope.userLocation',
  fix: { kind: 'purpose' },
}

/** Whether the usage description of locations is declared. */
export function purposeCheck(purpose: string | undefined): Check {
  return purpose === undefined ? lacksPurpose : passes('declarations', 'declared', 'scope.userLocation')
}

/** What the guide's platform checks between the parameters and the API: see `decide`. */
export function guideChecks(state: ScopeState, attempt: Attempt): readonly Check[] {
  const { scope, purpose } = attempt
  const declarations =
    scope === 'scope.userLocation' ? purposeCheck(purpose) : passes('declarations', 'nothing-to-declare')
  return [declarations, guideScopeCheck(state, { ...attempt, purpose: purpose ?? '' })]
}

function guideScopeCheck(state: ScopeState, attempt: Attempt): Check {
  const { scope } = attempt
  const verdict = decide(state, attempt)
  if (verdict.kind === 'proceed') return passes('scope', 'accepted', scope)
  const of = scope
  const layer = 'scope'
  if (verdict.kind === 'ask') {
    return { layer, verdict: 'asks', because: 'undecided', of, fix: { kind: 'answer', of } }
  }
  const { why } = verdict
  const fix: Fix = why === 'button-only' ? { kind: 'button' } : { kind: 'switch', scope }
  return { layer, verdict: 'fails', because: why, of, fix }
}

/** How a call ends that meets these checks. */
export function outcomeOf(checks: readonly Check[]): 'runs' | 'asks' | 'fails' {
  if (checks.some(({ verdict }) => verdict === 'fails')) return 'fails'
  return checks.some(({ verdict }) => verdict === 'asks') ? 'asks' : 'runs'
}
