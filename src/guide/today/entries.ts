import type { Params } from '../../catalogue/api.ts'
import { errMsgName } from '../../catalogue/catalogue.ts'
import { todayCatalogue } from '../../catalogue/editions/today.ts'
import type { ApiLayers } from '../../catalogue/layers.ts'
import type { GuardedApi, ScopeName } from '../../catalogue/names.ts'
import type { ScopeState } from '../../machine/state.ts'
import type { States, Use } from '../sentence.ts'

/** One way to use an API of today, and its answer. */
export interface Entry {
  readonly when: Use
  /** The name in its `errMsg`. */
  readonly name: string
  /** The scopes that it needs, in the order in which they are asked for. */
  readonly scopes: readonly ScopeName[]
  readonly layers: ApiLayers
  readonly carries: readonly string[]
}

/** The entry of an API; `params` if what it needs depends on them. */
export function entryOf(api: GuardedApi, params?: Params): Entry {
  const { sample = {}, receives } = todayCatalogue.apiOf(api)
  return {
    when: params === undefined ? { do: 'call', api } : { do: 'call', api, params },
    name: errMsgName(api),
    scopes: todayCatalogue.scopesOf(api, params ?? sample),
    layers: todayCatalogue.layersOf(api, params ?? sample),
    carries: receives,
  }
}

export function authorizeOf(scope: ScopeName): Entry {
  return {
    when: { do: 'authorize', scope },
    name: 'authorize',
    scopes: todayCatalogue.isRetired(scope) ? [] : [scope],
    layers: todayCatalogue.layersOf('wx.authorize', { scope }),
    carries: [],
  }
}

const recorder: Entry = {
  when: { do: 'record' },
  name: errMsgName('RecorderManager.start'),
  scopes: ['scope.record'],
  layers: todayCatalogue.layersOf('RecorderManager.start'),
  carries: [],
}

/** Every API and component, in the order of the edition, and the recorder. */
export const entries: readonly Entry[] = [...todayCatalogue.guardedApis.map(api => entryOf(api)), recorder]

/** Every scope of the edition in one state, with exceptions. */
export function everyScope(state: ScopeState, exceptions: States = {}): States {
  return { ...scopesIn({ scopes: todayCatalogue.scopeNames }, state), ...exceptions }
}

export const liveScopes = todayCatalogue.scopeNames.filter(scope => !todayCatalogue.isRetired(scope))
export const retiredScopes = todayCatalogue.scopeNames.filter(scope => todayCatalogue.isRetired(scope))

/** The APIs of live scopes. */
export const scoped = entries.filter(({ scopes }) => scopes.length > 0)

/** The scopes of this entry in this state. */
export function scopesIn({ scopes }: Pick<Entry, 'scopes'>, state: ScopeState): States {
  return Object.fromEntries(scopes.map(scope => [scope, state]))
}
