import type { ScopeName } from '../catalogue/names.ts'
import { type LayerKey, type LayerSetting, type LayerState, layerStateOf, withLayer } from './layer-states.ts'
import { type AppKey, type DecidedBy, type Profile, stateOf, withDecision } from './profile.ts'
import { type ScopeEvent, type ScopeState, transition } from './state.ts'

/** What is to happen to scopes and layers; of several states of one, the last counts. */
export interface Arrangement {
  readonly scopes: readonly (readonly [ScopeName, ScopeEvent])[]
  readonly layers?: readonly LayerSetting[]
}

/** A scope whose state changed; when everything is forgotten, also one that the edition does not know. */
export interface Change {
  readonly scope: string
  readonly before: ScopeState
  readonly after: ScopeState
}

/** A layer whose state changed. */
interface LayerChange {
  readonly layer: LayerKey
  readonly before: LayerState
  readonly after: LayerState
}

export interface Arranged {
  readonly changed: readonly Change[]
  readonly layers: readonly LayerChange[]
}

/** When something is decided, and how it came about. */
export interface Circumstance {
  readonly at: Date
  readonly by: DecidedBy
}

/** The profile with this scope in this state. */
export function withState(
  profile: Profile,
  app: AppKey,
  [scope, state]: readonly [ScopeName, ScopeState],
  { at, by }: Circumstance,
): Profile {
  const decision = state === 'undecided' ? undefined : { state, at: at.toISOString(), by }
  return withDecision(profile, app, scope, decision)
}

/** The profile after all of it, each event applied to the state after the previous one. */
export function arranged(
  profile: Profile,
  app: AppKey,
  { scopes, layers = [] }: Arrangement,
  circumstance: Circumstance,
): Profile {
  const states = new Map<ScopeName, ScopeState>()
  for (const [scope, event] of scopes) {
    states.set(scope, transition(states.get(scope) ?? stateOf(profile, app.appid, scope), event))
  }
  const decided = [...states]
    .filter(([scope, state]) => state !== stateOf(profile, app.appid, scope))
    .reduce((result, entry) => withState(result, app, entry, circumstance), profile)
  return layers.reduce((result, setting) => withLayer(result, app, setting, circumstance), decided)
}

/** Which of these scopes and layers differ between two profiles, in their order. */
export function differences(
  { before, after }: { readonly before: Profile; readonly after: Profile },
  { appid }: AppKey,
  scopes: readonly string[],
  layers: readonly LayerKey[],
): Arranged {
  return {
    changed: [...new Set(scopes)]
      .map(scope => ({ scope, before: stateOf(before, appid, scope), after: stateOf(after, appid, scope) }))
      .filter(isChange),
    layers: [...new Set(layers)]
      .map(layer => ({
        layer,
        before: layerStateOf(before, appid, layer),
        after: layerStateOf(after, appid, layer),
      }))
      .filter(isChange),
  }
}

const isChange = ({ before, after }: { readonly before: string; readonly after: string }) => before !== after
