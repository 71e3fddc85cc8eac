import type { ScopeName } from '../catalogue/names.ts'
import {
  type LayerKey,
  type LayerSetting,
  type LayerState,
  layerStateOf,
  withLayer,
} from '../machine/layer-states.ts'
import {
  type AppKey,
  type AppRecord,
  type DecidedBy,
  type Profile,
  recordOf,
  stateIn,
  stateOf,
  withDecision,
  withoutDecisions,
} from '../machine/profile.ts'
import { type ScopeEvent, type ScopeState, transition } from '../machine/state.ts'
import type { Observe } from './events.ts'
import { isPending } from './outcomes.ts'
import type { ProfileStore } from './ports.ts'

/** A scope whose state changed; when everything is forgotten, also one that the edition does not know. */
export interface Change {
  readonly scope: string
  readonly before: ScopeState
  readonly after: ScopeState
}

/** A layer whose state changed. */
export interface LayerChange {
  readonly layer: LayerKey
  readonly before: LayerState
  readonly after: LayerState
}

/** What is to happen to scopes and layers; of several states of one, the last counts. */
export interface Arrangement {
  readonly scopes: readonly (readonly [ScopeName, ScopeEvent])[]
  readonly layers?: readonly LayerSetting[]
}

export interface Arranged {
  readonly changed: readonly Change[]
  readonly layers: readonly LayerChange[]
}

/** What the profile holds for a scope at one moment. */
export interface Entry {
  readonly state: ScopeState
  /** Replies that a person wrote into the profile. */
  readonly replies: AppRecord['replies']
}

/** The scopes and layers of one Mini Program in one profile: the emulator's only way to the store. */
export interface Ledger {
  /** Reads the store. */
  look(scope: ScopeName): Entry
  /** Reads the store. */
  profile(): Profile
  /** The state of every scope, in the order of the edition. */
  states(): readonly (readonly [ScopeName, ScopeState])[]
  /**
   * Records the event if the scope still has the state that the user was shown, and in the same step what follows from
   * it.
   * @returns the entry before that; its state is `shownState` if the event was recorded
   */
  record(
    scope: ScopeName,
    shownState: ScopeState,
    event: ScopeEvent,
    by: DecidedBy,
    also?: Arrangement,
  ): Promise<Entry>
  /** Does everything in one step, each event to the state after the previous one. @returns what changed */
  recordAll(arrangement: Arrangement, by: DecidedBy): Arranged | Promise<Arranged>
  /** Forgets every decision, as if the user deleted the Mini Program. @returns what changed */
  forgetAll(): Arranged | Promise<Arranged>
}

interface Parts {
  readonly app: AppKey
  readonly scopeNames: readonly ScopeName[]
  readonly store: ProfileStore
  readonly now: () => Date
  readonly observe: Observe
}

export function openLedger({ app, scopeNames, store, now, observe }: Parts): Ledger {
  const { appid } = app

  function withState(
    profile: Profile,
    scope: ScopeName,
    state: ScopeState,
    by: DecidedBy,
    at: Date,
  ): Profile {
    const decision = state === 'undecided' ? undefined : { state, at: at.toISOString(), by }
    return withDecision(profile, app, scope, decision)
  }

  /** The profile after these events. Pure. */
  function arranged(
    profile: Profile,
    { scopes, layers = [] }: Arrangement,
    by: DecidedBy,
    at: Date,
  ): Profile {
    const states = new Map<ScopeName, ScopeState>()
    for (const [scope, event] of scopes) {
      states.set(scope, transition(states.get(scope) ?? stateOf(profile, appid, scope), event))
    }
    const decided = [...states]
      .filter(([scope, state]) => state !== stateOf(profile, appid, scope))
      .reduce((result, [scope, state]) => withState(result, scope, state, by, at), profile)
    return layers.reduce((result, setting) => withLayer(result, app, setting, { at, by }), decided)
  }

  function differences(
    before: Profile,
    after: Profile,
    scopes: readonly string[],
    layers: readonly LayerKey[],
  ): Arranged {
    const states = <K, S>(keys: readonly K[], stateIn: (profile: Profile, key: K) => S) =>
      [...new Set(keys)]
        .map(key => ({ key, before: stateIn(before, key), after: stateIn(after, key) }))
        .filter(({ before, after }) => before !== after)
    return {
      changed: states(scopes, (profile, scope) => stateOf(profile, appid, scope)).map(
        ({ key: scope, before, after }) => ({ scope, before, after }),
      ),
      layers: states(layers, (profile, layer) => layerStateOf(profile, appid, layer)).map(
        ({ key: layer, before, after }) => ({ layer, before, after }),
      ),
    }
  }

  const differencesBy = ({ scopes, layers = [] }: Arrangement, before: Profile, after: Profile) =>
    differences(
      before,
      after,
      scopes.map(([scope]) => scope),
      layers.map(({ layer }) => layer),
    )

  /** Tells the observers; they know the scopes of the edition only. */
  function report({ changed, layers }: Arranged, by: DecidedBy): void {
    for (const { scope, before, after } of changed) {
      const known = scopeNames.find(name => name === scope)
      if (known !== undefined) observe({ type: 'recorded', scope: known, before, after, by })
    }
    for (const change of layers) observe({ type: 'layer-recorded', ...change, by })
  }

  /** Changes the profile in one step, and reports what differs then. */
  function change(
    by: DecidedBy,
    work: (profile: Profile) => { readonly after: Profile; readonly changes: Arranged },
  ): Arranged | Promise<Arranged> {
    let changes: Arranged = { changed: [], layers: [] }
    const updated = store.update(profile => {
      const result = work(profile)
      changes = result.changes
      return result.after
    })
    const reported = () => {
      report(changes, by)
      return changes
    }
    return isPending(updated) ? updated.then(reported) : reported()
  }

  return {
    look(scope) {
      const record = recordOf(store.read(), appid)
      return { state: stateIn(record, scope), replies: record?.replies }
    },

    profile: () => store.read(),

    states() {
      const profile = store.read()
      return scopeNames.map(scope => [scope, stateOf(profile, appid, scope)])
    },

    async record(scope, shownState, event, by, also = { scopes: [] }) {
      const after = transition(shownState, event)
      let state = shownState
      let following: Arranged = { changed: [], layers: [] }
      const profile = await store.update(profile => {
        state = stateOf(profile, appid, scope)
        if (state !== shownState) return profile
        const at = now()
        const decided = withState(profile, scope, after, by, at)
        const result = arranged(decided, also, by, at)
        following = differencesBy(also, decided, result)
        return result
      })
      if (state === shownState) {
        observe({ type: 'recorded', scope, before: shownState, after, by })
        report(following, by)
      }
      return { state, replies: recordOf(profile, appid)?.replies }
    },

    recordAll(arrangement, by) {
      const at = now()
      return change(by, profile => {
        const after = arranged(profile, arrangement, by, at)
        return { after, changes: differencesBy(arrangement, profile, after) }
      })
    },

    forgetAll() {
      return change('set', profile => {
        const after = withoutDecisions(profile, app)
        const scopes = [...scopeNames, ...Object.keys(recordOf(profile, appid)?.scopes ?? {})]
        return { after, changes: differences(profile, after, scopes, ['privacy']) }
      })
    },
  }
}
