import type { ScopeRow } from '../catalogue/catalogue.ts'
import { errMsgName } from '../catalogue/catalogue.ts'
import { guideCatalogue } from '../catalogue/editions/guide.ts'
import type { GuardedApi, ScopeName } from '../catalogue/names.ts'
import type { ScopeState } from '../machine/state.ts'
import {
  type Expected,
  type Popup,
  type Row,
  type States,
  type Step,
  type Upkeep,
  type Use,
  type User,
  type UseStep,
  usage,
} from './sentence.ts'

/** One way to need a scope, and its answer. */
export interface Entry {
  readonly when: Use
  /** The name in its `errMsg`. */
  readonly name: string
  readonly scope: ScopeName
  readonly description: string
  readonly carries: readonly string[]
}

/** A scope of the Scope List, with everything that asks for it. */
export interface GuardedScope {
  readonly scope: ScopeName
  readonly apis: readonly [Entry, ...Entry[]]
  readonly authorize: Entry
}

const callOf = ({ scope, description }: ScopeRow, api: GuardedApi): Entry => ({
  when: { do: 'call', api },
  name: errMsgName(api),
  scope,
  description,
  carries: guideCatalogue.apiOf(api).receives,
})

/** Every scope, in the guide's order. */
export const scopes: readonly GuardedScope[] = guideCatalogue.scopeNames.map(scope => {
  const row = guideCatalogue.rowOf(scope)
  const [first, ...others] = guideCatalogue.guardedApis.filter(
    api => guideCatalogue.apiOf(api).scope === scope,
  )
  return {
    scope,
    apis: [callOf(row, inList(first)), ...others.map(api => callOf(row, api))],
    authorize: {
      when: { do: 'authorize', scope },
      name: 'authorize',
      scope,
      description: row.description,
      carries: [],
    },
  }
})

/** Every API, in the guide's order. */
export const apis: readonly Entry[] = scopes.flatMap(item => item.apis)

export function scopeNamed(name: ScopeName): GuardedScope {
  return inList(scopes.find(({ scope }) => scope === name))
}

export function apiNamed(name: GuardedApi): Entry {
  return inList(apis.find(({ when }) => when.do === 'call' && when.api === name))
}

/** Another scope: the next one in the list, or the first after the last. */
export function neighbor({ scope }: GuardedScope): GuardedScope {
  const at = scopes.findIndex(item => item.scope === scope)
  return inList(scopes[(at + 1) % scopes.length])
}

const button = scopeNamed('scope.userInfo').apis[0]
/** The user taps `<button open-type="getUserInfo"/>`. */
export const tap: Entry = { ...button, when: { do: 'tapGetUserInfo' } }

/** A popup appears, and the user answers it. */
export function asks(entry: Entry, user: User, purpose = purposeOf(entry)): UseStep {
  const { when, name, scope, description } = entry
  const popupWith = (answer: Popup['answer']) => ({
    popup: answer,
    popups: [{ kind: 'scope', scope, description, purpose, answer } as const],
    scope,
  })
  switch (user) {
    case 'accept': {
      const answer = { callback: 'success', errMsg: `${name}:ok`, carries: entry.carries } as const
      return { when, user, expected: { ...answer, ...popupWith(user), after: { [scope]: 'accepted' } } }
    }
    case 'reject': {
      const answer = { callback: 'fail', errMsg: `${name}:fail auth deny` } as const
      return { when, user, expected: { ...answer, ...popupWith(user), after: { [scope]: 'rejected' } } }
    }
    case 'dismiss': {
      const answer = { callback: 'fail', errMsg: `${name}:fail auth canceled` } as const
      return { when, user, expected: { ...answer, ...popupWith(user) } }
    }
    case 'nobody':
      return { when, user, expected: { callback: null, errMsg: null, ...popupWith('unanswered') } }
  }
}

/** No popup appears, and the API answers at once. */
export function runs({ when, name, scope, carries }: Entry, user: User = 'nobody'): UseStep {
  return { when, user, expected: { callback: 'success', errMsg: `${name}:ok`, carries, popup: null, scope } }
}

/** No popup appears, and the fail callback runs at once. */
export function refuses(
  { when, name, scope }: Entry,
  user: User = 'nobody',
  ending = 'fail auth deny',
): UseStep {
  return { when, user, expected: { callback: 'fail', errMsg: `${name}:${ending}`, popup: null, scope } }
}

/** `wx.getSetting` succeeds with exactly these settings, without a popup and without a change. */
export function settingsAre(authSetting: NonNullable<Expected['authSetting']>): Step {
  const expected = {
    callback: 'success',
    errMsg: 'getSetting:ok',
    carries: ['authSetting'],
    authSetting,
    popup: null,
  } as const
  return { when: { do: 'getSetting' }, expected }
}

/** The settings page opens, the user moves switches, and after the page is closed these are the settings. */
export function opensSettings(
  when: Extract<Use, { readonly do: 'openSetting' | 'tapOpenSetting' }>,
  authSetting: NonNullable<Expected['authSetting']>,
  rest: Pick<Expected, 'after' | 'missing'> = {},
): Step {
  const expected = {
    callback: 'success',
    errMsg: 'openSetting:ok',
    carries: ['authSetting'],
    authSetting,
    popup: null,
  } as const
  return { when, expected: { ...expected, ...rest } }
}

export function upkeep(when: Upkeep, after: States = {}): Step {
  return { when, expected: { after } }
}

/** All scopes in one state, with exceptions. */
export function all(state: ScopeState, exceptions: States = {}): States {
  return { ...Object.fromEntries(scopes.map(({ scope }) => [scope, state])), ...exceptions }
}

export function row(given: Row['given'], ...steps: readonly Step[]): Row {
  return { given, steps }
}

/** A row for each API of the Scope List; that of wx.getLocation is the example. */
export function forEachApi(make: (api: Entry) => Row): readonly Row[] {
  return apis.map(api => (api === apiNamed('wx.getLocation') ? asExample(make(api)) : make(api)))
}

/** A row for each scope, with exceptions; that of scope.userLocation is the example. */
export function forEachScope(
  make: (item: GuardedScope) => Row,
  exceptions: readonly ScopeName[] = [],
): readonly Row[] {
  return scopes
    .filter(({ scope }) => !exceptions.includes(scope))
    .map(item => (item.scope === 'scope.userLocation' ? asExample(make(item)) : make(item)))
}

/** Makes the row the example of its sentence; of several examples, the first is shown. */
export function asExample(row: Row): Row {
  return { ...row, example: true }
}

// The only scope for which a usage description can be declared.
function purposeOf({ scope, when }: Entry): string | null {
  return scope === 'scope.userLocation' && when.do !== 'tapGetUserInfo' ? usage : null
}

function inList<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Not in the Scope List')
  return value
}
