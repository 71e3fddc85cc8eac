import type { PrivateInfo, SystemPermission } from '../catalogue/layers.ts'
import type { GuardedApi, ScopeName } from '../catalogue/names.ts'
import type { Refusal } from './decide.ts'
import type { LayerSetting } from './layer-states.ts'
import type { LayerRefusal } from './outcome.ts'

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

/** Why a check passes. */
type PassReason =
  | 'parameters-right'
  /** Nothing has to be declared for it. */
  | 'nothing-to-declare'
  | 'declared'
  /** It is no privacy API. */
  | 'no-privacy'
  | 'guideline-declared'
  | 'agreed'
  | 'no-scope'
  | 'accepted'
  | 'no-permission'
  | 'authorized'
  /** The phone asks by itself, not WeChat; the person is taken to allow it. */
  | 'undetermined'
  | 'answers'

/** Why a popup appears; `asked-with-scope`: the popup of the scope asks for the agreement too. */
type AskReason = 'not-agreed' | 'asked-with-scope' | 'undecided'

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

interface CheckBase {
  readonly layer: LayerName
  /** What it looks at, where a layer has several checks: an entry of app.json, a scope, a permission. */
  readonly of: PrivateInfo | ScopeName | SystemPermission | null
}

type CheckWith<Failure> = CheckBase &
  (
    | { readonly verdict: 'passes'; readonly because: PassReason; readonly fix: null }
    | { readonly verdict: 'asks'; readonly because: AskReason; readonly fix: Fix }
    | { readonly verdict: 'fails'; readonly because: Failure; readonly fix: Fix }
  )

/** One check between the parameters and the API. */
export type Check = CheckWith<Refusal | Exclude<LayerRefusal, 'privacy-refused'>>

/** One check of a call, those of the parameters and of the API included. */
export type CallCheck = Check | CheckWith<'bad-parameters' | 'reply-failed'>

export function passes(
  layer: LayerName,
  because: PassReason,
  of: Check['of'] = null,
): Extract<Check, { readonly verdict: 'passes' }> {
  return { layer, verdict: 'passes', because, of, fix: null }
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

/** How a call ends that meets these checks. */
export function outcomeOf(checks: readonly CallCheck[]): 'runs' | 'asks' | 'fails' {
  if (checks.some(({ verdict }) => verdict === 'fails')) return 'fails'
  return checks.some(({ verdict }) => verdict === 'asks') ? 'asks' : 'runs'
}

/** The first check that stops the call; with a popup that asks for two things, the scope's. */
export function firstStop(checks: readonly Check[]): Check | undefined {
  return checks.find(({ verdict, because }) => verdict !== 'passes' && because !== 'asked-with-scope')
}
