import { scopeNames } from '../catalogue/look-ups.ts'
import type { ScopeName } from '../catalogue/scopes.ts'
import {
  type AppKey,
  type AppRecord,
  type DecidedBy,
  emptyProfile,
  type Profile,
  repliesOf,
  stateOf,
  withDecision,
} from '../machine/profile.ts'
import { type ScopeEvent, type ScopeState, transition } from '../machine/state.ts'
import type { Observe } from './events.ts'
import type { ProfileStore } from './ports.ts'

/** One scope that has another state than before. */
export interface Change {
  readonly scope: ScopeName
  readonly before: ScopeState
  readonly after: ScopeState
}

/** The scopes of one Mini Program in one profile: the only way from here to the store. */
export interface Ledger {
  /** What the profile says now: another object as soon as it says something else. A store on disk reads for it. */
  look(): View
  state(scope: ScopeName): ScopeState
  /** The replies kept with the profile, if any, as of the last look at the state: a call reads the profile once. */
  replies(): AppRecord['replies']
  /** Every scope with its state, in the guide's order. */
  states(): readonly (readonly [ScopeName, ScopeState])[]
  /**
   * Records what follows from the event, if the scope still has the state that was shown.
   * @returns the state that was found: `shown` itself when the event was recorded
   */
  record(scope: ScopeName, shown: ScopeState, event: ScopeEvent, by: DecidedBy): Promise<ScopeState>
  /** Applies the events in one step, each to the state the last one left. @returns the scopes that changed */
  recordAll(events: readonly (readonly [ScopeName, ScopeEvent])[], by: DecidedBy): Promise<readonly Change[]>
}

/** What one profile says of one Mini Program. */
export interface View {
  readonly profile: Profile
  /** Every scope, in the guide's order. */
  readonly states: ReadonlyMap<ScopeName, ScopeState>
  readonly replies: AppRecord['replies']
}

function viewOf(profile: Profile, appid: string): View {
  const replies = repliesOf(profile, appid)
  return {
    profile,
    states: new Map(scopeNames.map(scope => [scope, stateOf(profile, appid, scope)])),
    replies: Object.keys(replies).length === 0 ? undefined : replies,
  }
}

export function ledger(app: AppKey, store: ProfileStore, now: () => Date, observe: Observe): Ledger {
  let seen = viewOf(emptyProfile, app.appid)
  // A store that keeps the profile in memory gives the same object until it changes: it is looked through once.
  const view = (profile = store.read()) => {
    if (seen.profile !== profile) seen = viewOf(profile, app.appid)
    return seen
  }
  const update = async (change: (profile: Profile) => Profile) => {
    view(await store.update(change))
  }

  const apply = (profile: Profile, scope: ScopeName, after: ScopeState, by: DecidedBy, at = now()) =>
    withDecision(
      profile,
      app,
      scope,
      after === 'undecided' ? undefined : { state: after, at: at.toISOString(), by },
    )

  return {
    look: () => view(),
    state: scope => view().states.get(scope) ?? 'undecided',
    replies: () => seen.replies,
    states: () => [...view().states],

    async record(scope, shown, event, by) {
      const after = transition(shown, event)
      let found = shown
      await update(profile => {
        found = stateOf(profile, app.appid, scope)
        return found === shown ? apply(profile, scope, after, by) : profile
      })
      if (found === shown) observe({ type: 'recorded', scope, before: shown, after, by })
      return found
    },

    async recordAll(events, by) {
      const at = now()
      let changes: readonly Change[] = []
      await update(profile => {
        const wanted = new Map<ScopeName, ScopeState>()
        for (const [scope, event] of events) {
          wanted.set(scope, transition(wanted.get(scope) ?? stateOf(profile, app.appid, scope), event))
        }
        changes = [...wanted]
          .map(([scope, after]) => ({ scope, before: stateOf(profile, app.appid, scope), after }))
          .filter(({ before, after }) => before !== after)
        return changes.reduce((changed, { scope, after }) => apply(changed, scope, after, by, at), profile)
      })
      for (const change of changes) observe({ type: 'recorded', ...change, by })
      return changes
    },
  }
}
