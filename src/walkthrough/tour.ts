import { type Catalogue, isWxApi } from '../catalogue/catalogue.ts'
import type { GuardedApi, GuideScope, ScopeName } from '../catalogue/names.ts'
import type { MiniProgram } from '../emulator/ports.ts'
import { type Profile, recordOf, stateOf } from '../machine/profile.ts'
import type { ScopeState } from '../machine/state.ts'
import type { WalkthroughTexts } from '../messages/texts.ts'
import type { StepId } from './step.ts'

/** How a page uses what the scope guards: it calls an API, the user taps the button, or it shows the component. */
type Use = 'call' | 'button' | 'component'

/** What a walkthrough is about, and whose it is. */
export interface Tour {
  readonly catalogue: Catalogue
  readonly api: GuardedApi
  readonly scope: GuideScope
  readonly use: Use
  readonly app: MiniProgram
  /** The app.json that should declare a usage description for scope.userLocation but does not. */
  readonly lacking: string | undefined
  readonly texts: WalkthroughTexts
}

/** A point of a walkthrough. To go back, go on from an earlier one. */
export interface Position {
  readonly id: StepId
  /** The copy of the profile, as it is before this step. */
  readonly profile: Profile
}

interface Subject {
  readonly catalogue: Catalogue
  readonly api: GuardedApi
  readonly app: MiniProgram
  /** Where its usage descriptions are declared; `undefined` for the built-in demo. */
  readonly appJson: string | undefined
  readonly texts: WalkthroughTexts
}

/** A Mini Program without a usage description goes on with one of ours, after it was told: else nothing would ask. */
export function tourOf({ catalogue, api, app, appJson, texts }: Subject): Tour {
  const scope = catalogue.scopeOf(api)
  if (!isTold(scope, texts)) throw new Error(`The guide does not tell of ${scope}.`)
  const isLacking = scope === 'scope.userLocation' && app.purposes[scope] === undefined
  const purposes = isLacking ? { ...app.purposes, [scope]: texts.reasons[scope].why } : app.purposes
  return {
    catalogue,
    api,
    scope,
    use: api === 'wx.getUserInfo' ? 'button' : isWxApi(api) ? 'call' : 'component',
    app: { ...app, purposes },
    lacking: isLacking ? (appJson ?? 'app.json') : undefined,
    texts,
  }
}

const isTold = (scope: ScopeName, { reasons }: WalkthroughTexts): scope is GuideScope =>
  Object.hasOwn(reasons, scope)

/** The API that stands for a scope: its first, or its component. */
export function apiOfScope(catalogue: Catalogue, scope: ScopeName): GuardedApi {
  const api = catalogue.guardedApis.find(api => catalogue.apiOf(api).scope === scope)
  if (api === undefined) throw new Error(`${scope} guards nothing.`)
  return api
}

/**
 * The beginning, with a copy of the profile in which the scope is undecided. Replies that a person wrote into the profile
 * are left out: an API that fails after all would tell another story.
 */
export function beginning({ app, scope }: Tour, profile: Profile): Position {
  const { [scope]: _, ...scopes } = recordOf(profile, app.appid)?.scopes ?? {}
  const copy: Profile = { version: 1, apps: { [app.appid]: { name: app.name, scopes, replies: {} } } }
  return { id: 'prepare', profile: copy }
}

/** What the scope is at this point. */
export function stateAt({ app, scope }: Tour, { profile }: Position): ScopeState {
  return stateOf(profile, app.appid, scope)
}

/** The step that follows, by what the user has decided; `undefined` at the end. Pure. */
export function stepAfter({ scope, use }: Tour, id: StepId, state: ScopeState): StepId | undefined {
  switch (id) {
    case 'prepare':
      if (scope === 'scope.userLocation') return 'declare'
      return use === 'button' ? 'authorize' : 'ask'
    case 'declare':
    case 'authorize':
      return 'ask'
    case 'ask':
      return state === 'undecided' ? 'ask-again' : 'call-again'
    case 'ask-again':
      return state === 'undecided' ? 'not-recorded' : 'call-again'
    case 'call-again':
      if (state === 'accepted') return 'settings-by-hand'
      return use === 'button' ? 'tap-again' : 'open-settings'
    case 'tap-again':
      return state === 'accepted' ? 'call-after-settings' : 'open-settings'
    case 'open-settings':
    case 'settings-by-hand':
      return 'call-after-settings'
    case 'call-after-settings':
      return 'reset'
    case 'reset':
    case 'not-recorded':
      return undefined
  }
}
