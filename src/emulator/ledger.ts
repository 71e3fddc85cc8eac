import type { ScopeName } from '../catalogue/names.ts'
import { type Arranged, type Arrangement, arranged, differences, withState } from '../machine/arrangement.ts'
import {
  type AppKey,
  type AppRecord,
  type DecidedBy,
  type Profile,
  recordOf,
  stateIn,
  stateOf,
  withoutDecisions,
} from '../machine/profile.ts'
import { type ScopeEvent, type ScopeState, transition } from '../machine/state.ts'
import type { Observe } from './events.ts'
import { isPending } from './outcomes.ts'
import type { ProfileStore } from './ports.ts'

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

  const changesBy = ({ scopes, layers = [] }: Arrangement, before: Profile, after: Profile) =>
    differences(
      { before, after },
      app,
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
        const circumstance = { at: now(), by }
        const decided = withState(profile, app, [scope, after], circumstance)
        const result = arranged(decided, app, also, circumstance)
        following = changesBy(also, decided, result)
        return result
      })
      if (state === shownState) {
        observe({ type: 'recorded', scope, before: shownState, after, by })
        report(following, by)
      }
      return { state, replies: recordOf(profile, appid)?.replies }
    },

    recordAll(arrangement, by) {
      const circumstance = { at: now(), by }
      return change(by, profile => {
        const after = arranged(profile, app, arrangement, circumstance)
        return { after, changes: changesBy(arrangement, profile, after) }
      })
    },

    forgetAll() {
      return change('set', profile => {
        const after = withoutDecisions(profile, app)
        const scopes = [...scopeNames, ...Object.keys(recordOf(profile, appid)?.scopes ?? {})]
        return { after, changes: differences({ before: profile, after }, app, scopes, ['privacy']) }
      })
    },
  }
}
