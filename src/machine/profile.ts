import type { SystemPermission } from '../catalogue/layers.ts'
import type { ScopeName } from '../catalogue/names.ts'
import type { ScopeState } from './state.ts'

/**
 * One user, stored as a JSON file that people can read and edit. Unknown keys survive every change: each function below
 * copies them.
 */
export interface Profile {
  readonly version: 1
  /** By appid. */
  readonly apps: Readonly<Record<string, AppRecord>>
  /** What the phone permits WeChat, for all Mini Programs. What has no key is authorized. */
  readonly system?: Readonly<Partial<Record<SystemPermission, SystemState>>>
}

/** `denied` and `undetermined` as in `wx.getAppAuthorizeSetting`, where the latter is `not determined`. */
export type SystemState = 'authorized' | 'denied' | 'undetermined'

export interface AppRecord {
  readonly name: string
  /** Decided scopes only; an undecided one has no key. */
  readonly scopes: Readonly<Partial<Record<string, Decision>>>
  /** Replies of APIs by name (`wx.getLocation`), written by a person; they survive `reset`. */
  readonly replies?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly privacy?: PrivacyRecord
}

/** The privacy guideline of a Mini Program, and whether the user has agreed to it. */
export interface PrivacyRecord {
  /** No key until the user agrees: a refusal is not kept. */
  readonly state?: 'agreed'
  readonly at?: string
  readonly by?: DecidedBy
  /** The guideline declares what the Mini Program uses, unless this key says otherwise; it survives `reset`. */
  readonly guideline?: 'undeclared'
}

/** How a decision came about: in a popup, at the button's popup, on the settings page, or arranged by `set`. */
export const decidedBy = ['popup', 'button', 'settings', 'set'] as const
export type DecidedBy = (typeof decidedBy)[number]

export interface Decision {
  readonly state: 'accepted' | 'rejected'
  /** ISO 8601, UTC, with milliseconds. */
  readonly at: string
  readonly by: DecidedBy
}

/** Identifies a Mini Program by `appid`; people read `name`. */
export interface AppKey {
  readonly appid: string
  readonly name: string
}

export const emptyProfile: Profile = { version: 1, apps: {} }

/** What the profile keeps of a Mini Program; `undefined` until something is decided. */
export function recordOf(profile: Profile, appid: string): AppRecord | undefined {
  return ownValue(profile.apps, appid)
}

export function stateIn(record: AppRecord | undefined, scope: string): ScopeState {
  return ownValue(record?.scopes, scope)?.state ?? 'undecided'
}

export function stateOf(profile: Profile, appid: string, scope: string): ScopeState {
  return stateIn(recordOf(profile, appid), scope)
}

/** The reply that a person wrote into the profile, under the first of these names that has one. */
export function replyIn(replies: AppRecord['replies'], names: readonly string[]) {
  if (replies === undefined) return undefined
  for (const name of names) if (Object.hasOwn(replies, name)) return replies[name]
  return undefined
}

/** The profile with this decision; `undefined` forgets it. The same object if there is nothing to forget. */
export function withDecision(
  profile: Profile,
  app: AppKey,
  scope: ScopeName,
  decision: Decision | undefined,
): Profile {
  const record: AppRecord = recordOf(profile, app.appid) ?? { name: app.name, scopes: {}, replies: {} }
  const { [scope]: previous, ...others } = record.scopes
  if (decision === undefined && previous === undefined) return profile
  const scopes = decision === undefined ? others : { ...record.scopes, [scope]: { ...previous, ...decision } }
  return { ...profile, apps: { ...profile.apps, [app.appid]: { ...record, name: app.name, scopes } } }
}

/** One Mini Program's decisions at a glance: its name, and the state of each decided scope. */
export function decisionsOf(record: AppRecord): {
  readonly name: string
  readonly scopes: Readonly<Record<string, string>>
} {
  const states = Object.entries(record.scopes).map(([scope, decision]) => [
    scope,
    decision?.state ?? 'undecided',
  ])
  return { name: record.name, scopes: Object.fromEntries(states) }
}

/** The profile after the user has deleted the Mini Program: its guideline and the replies stay. */
export function withoutDecisions(profile: Profile, { appid, name }: AppKey): Profile {
  const record = recordOf(profile, appid)
  if (record === undefined) return profile
  const { privacy, ...others } = record
  if (Object.keys(record.scopes).length === 0 && privacy?.state === undefined) return profile
  const { state: _state, at: _at, by: _by, ...kept } = privacy ?? {}
  const forgotten = Object.keys(kept).length === 0 ? others : { ...others, privacy: kept }
  return { ...profile, apps: { ...profile.apps, [appid]: { ...forgotten, name, scopes: {} } } }
}

// An appid can be `__proto__` or `constructor`: only own keys count.
function ownValue<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined
}
