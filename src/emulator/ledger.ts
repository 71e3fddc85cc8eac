import type { ScopeName } from '../catalogue/names.ts'
import {
  type AppKey,
  type AppRecord,
  type DecidedBy,
  type Profile,
  recordOf,
  stateIn,
  stateOf,
  withDecision,
} from '../machine/profile.ts'
import { type ScopeEvent, type ScopeState, transition } from '../machine/state.ts'
import type { Observe } from './events.ts'
import { isPending } from './outcomes.ts'
import type { ProfileStore } from './ports.ts'

/** A scope whose state changed. */
export interface Change {
  readonly scope: ScopeName
  readonly before: ScopeState
  readonly after: ScopeState
}

/** What the profile holds for a scope at one moment. */
export interface Entry {
  readonly state: ScopeState
  /** Replies that a person wrote into the profile. */
  readonly replies: AppRecord['replies']
}

/** The scopes of one Mini Program in one profile: the emulator's only way to the store. */
export interface Ledger {
  /** Reads the store. */
  look(scope: ScopeName): Entry
  /** The state of every scope, in the guide's order. */
  states(): readonly (readonly [ScopeName, ScopeState])[]
  /**
   * Records the event if the scope still has the state that the user was shown.
   * @returns the entry before that; its state is `shownState` if the event was recorded
   */
  record(scope: ScopeName, shownState: ScopeState, event: ScopeEvent, by: DecidedBy): Promise<Entry>
  /** Applies the events in one step, each to the state after the previous one. @returns the scopes that changed */
  recordAll(
    events: readonly (readonly [ScopeName, ScopeEvent])[],
    by: DecidedBy,
  ): readonly Change[] | Promise<readonly Change[]>
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

  return {
    look(scope) {
      const record = recordOf(store.read(), appid)
      return { state: stateIn(record, scope), replies: record?.replies }
    },

    states() {
      const profile = store.read()
      return scopeNames.map(scope => [scope, stateOf(profile, appid, scope)])
    },

    async record(scope, shownState, event, by) {
      const after = transition(shownState, event)
      let state = shownState
      const profile = await store.update(profile => {
        state = stateOf(profile, appid, scope)
        return state === shownState ? withState(profile, scope, after, by, now()) : profile
      })
      if (state === shownState) observe({ type: 'recorded', scope, before: shownState, after, by })
      return { state, replies: recordOf(profile, appid)?.replies }
    },

    recordAll(events, by) {
      const at = now()
      let changes: readonly Change[] = []
      const updated = store.update(profile => {
        const states = new Map<ScopeName, ScopeState>()
        for (const [scope, event] of events) {
          states.set(scope, transition(states.get(scope) ?? stateOf(profile, appid, scope), event))
        }
        changes = [...states]
          .map(([scope, after]) => ({ scope, before: stateOf(profile, appid, scope), after }))
          .filter(({ before, after }) => before !== after)
        return changes.reduce((result, { scope, after }) => withState(result, scope, after, by, at), profile)
      })
      const recorded = () => {
        for (const change of changes) observe({ type: 'recorded', ...change, by })
        return changes
      }
      return isPending(updated) ? updated.then(recorded) : recorded()
    },
  }
}
