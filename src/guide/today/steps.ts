import type { Params } from '../../catalogue/api.ts'
import { errMsgName } from '../../catalogue/catalogue.ts'
import { todayCatalogue } from '../../catalogue/editions/today.ts'
import type { ApiLayers, PrivateInfo } from '../../catalogue/layers.ts'
import type { GuardedApi, ScopeName } from '../../catalogue/names.ts'
import type { ScopeState } from '../../machine/state.ts'
import {
  appName,
  type Expected,
  type Given,
  type LayerStates,
  type Popup,
  type Row,
  type States,
  type Step,
  type Use,
  type User,
  type UseStep,
  usage,
} from '../sentence.ts'

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

/** With what can stand beside it. */
export const fuzzyInfos: readonly PrivateInfo[] = [
  'getFuzzyLocation',
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
]

export const agreed: LayerStates = { privacy: 'agreed' }

/** A row of today's edition, for a user who has agreed to the guideline unless the row says otherwise. */
export function row(given: Given, ...steps: readonly Step[]): Row {
  return { given: { edition: 'today', layers: agreed, ...given }, steps }
}

/** The same for a new user, who has not. */
export function newcomer(given: Given, ...steps: readonly Step[]): Row {
  return row({ layers: {}, ...given }, ...steps)
}

/** A row for each entry, in a Mini Program that declares what it needs. */
export function forEach(some: readonly Entry[], make: (entry: Entry) => Row): readonly Row[] {
  return some.map(entry => {
    const { given, steps } = make(entry)
    const fuzzy = entry.layers.privateInfo === 'getFuzzyLocation' ? { requiredPrivateInfos: fuzzyInfos } : {}
    return { given: { ...fuzzy, ...given }, steps }
  })
}

/** The scopes of this entry in this state. */
export function scopesIn({ scopes }: Pick<Entry, 'scopes'>, state: ScopeState): States {
  return Object.fromEntries(scopes.map(scope => [scope, state]))
}

/** The popup of a scope, as this entry shows it. */
export function popupOf(
  { layers }: Entry,
  scope: ScopeName,
  answer: Popup['answer'],
  withPrivacy = false,
): Popup {
  return {
    kind: 'scope',
    scope,
    description: todayCatalogue.rowOf(scope).description,
    purpose: layers.purpose === true ? usage : null,
    ...(withPrivacy ? { withPrivacy } : {}),
    answer,
  }
}

/** The privacy sheet. */
export function sheet(answer: Popup['answer']): Popup {
  return { kind: 'privacy', scope: null, contract: `《${appName}隐私保护指引》`, answer }
}

/** What a failure says, and its number. */
export interface Failure {
  readonly ending: string
  readonly errno?: number
}

export const failures = {
  rejected: { ending: 'fail auth deny', errno: 103 },
  dismissed: { ending: 'fail auth canceled' },
  backgroundMode: { ending: 'fail auth deny' },
  purpose: { ending: 'fail require permission desc' },
  privateInfo: {
    ending: 'fail the api need to be declared in the requiredPrivateInfos field in app.json/ext.json',
  },
  guideline: { ending: 'fail api scope is not declared in the privacy agreement', errno: 112 },
  privacy: { ending: 'fail privacy permission is not authorized', errno: 104 },
  system: { ending: 'fail system permission denied', errno: 3 },
} as const satisfies Readonly<Record<string, Failure>>

/** The callback of success. */
export function succeeds({ name, carries }: Entry): Pick<Expected, 'callback' | 'errMsg' | 'carries'> {
  return { callback: 'success', errMsg: `${name}:ok`, carries }
}

/** The callback of failure. */
export function fails(
  { name }: Entry,
  { ending, errno }: Failure,
): Pick<Expected, 'callback' | 'errMsg' | 'errno'> {
  return { callback: 'fail', errMsg: `${name}:${ending}`, ...(errno === undefined ? {} : { errno }) }
}

interface Asking {
  /** The popup asks for the agreement too. */
  readonly withPrivacy?: true
  /** What is asked for, if another scope is decided already. */
  readonly scopes?: readonly ScopeName[]
}

/** The popups of the scopes appear one after another, and the user answers each alike. */
export function asks(entry: Entry, user: User, { withPrivacy, scopes = entry.scopes }: Asking = {}): UseStep {
  const isAccepted = user === 'accept'
  const answer = answerOf(user)
  const popups = (isAccepted ? scopes : scopes.slice(0, 1)).map((scope, index) =>
    // Whoever accepts the first has agreed already.
    popupOf(entry, scope, answer, withPrivacy === true && index === 0),
  )
  // Of several scopes, one that refuses counts, or else the first.
  const counting = isAccepted ? entry.scopes : scopes
  const expected: Expected = {
    ...endOf(entry, user),
    popup: popups.some(({ scope }) => scope === counting[0]) ? answer : null,
    popups,
    ...scopeOf({ scopes: counting }),
    after: answeredBy(scopes, user),
  }
  const layers = withPrivacy && isAccepted ? { layers: agreed } : {}
  return { when: entry.when, user, expected: { ...expected, ...layers } }
}

const answerOf = (user: User): Popup['answer'] => (user === 'nobody' ? 'unanswered' : user)

function endOf(entry: Entry, user: User): Pick<Expected, 'callback' | 'errMsg' | 'carries' | 'errno'> {
  switch (user) {
    case 'accept':
      return succeeds(entry)
    case 'reject':
      return fails(entry, failures.rejected)
    case 'dismiss':
      return fails(entry, failures.dismissed)
    case 'nobody':
      return { callback: null, errMsg: null }
  }
}

function answeredBy(scopes: readonly ScopeName[], user: User): States {
  if (user === 'reject') return scopesIn({ scopes: scopes.slice(0, 1) }, 'rejected')
  if (user !== 'accept') return {}
  // "While using and after leaving" includes "while using".
  const included = scopes.includes('scope.userLocationBackground') ? (['scope.userLocation'] as const) : []
  return scopesIn({ scopes: [...scopes, ...included] }, 'accepted')
}

/** No popup appears, and the API answers at once. */
export function runs(entry: Entry, rest: Partial<Expected> = {}): UseStep {
  return { when: entry.when, expected: { ...succeeds(entry), popup: null, ...scopeOf(entry), ...rest } }
}

/** No popup appears although the user would accept, and the fail callback runs at once. */
export function refuses(
  entry: Entry,
  failure: Failure = failures.rejected,
  rest: Partial<Expected> = {},
): UseStep {
  const expected = { ...fails(entry, failure), popup: null, ...scopeOf(entry), ...rest }
  return { when: entry.when, user: 'accept', expected }
}

/** Only the privacy sheet appears, and the user answers it. */
export function asksToAgree(entry: Entry, user: User): UseStep {
  const shown = { popup: null, popups: [sheet(answerOf(user))], ...scopeOf(entry) }
  const end = user === 'reject' ? fails(entry, failures.privacy) : endOf(entry, user)
  const layers = user === 'accept' ? { layers: agreed } : {}
  return { when: entry.when, user, expected: { ...end, ...shown, ...layers } }
}

function scopeOf({ scopes: [scope] }: Pick<Entry, 'scopes'>): Pick<Expected, 'scope'> {
  return scope === undefined ? {} : { scope }
}

/** `wx.getSetting` succeeds with these settings, and `true` for every retired scope. */
export function settingsAre(authSetting: NonNullable<Expected['authSetting']>): UseStep {
  return { when: { do: 'getSetting' }, expected: { ...settled('getSetting', authSetting), popup: null } }
}

/** The settings page opens, the user moves switches, and after the page is closed these are the settings. */
export function opensSettings(
  when: Extract<Use, { readonly do: 'openSetting' | 'tapOpenSetting' }>,
  authSetting: NonNullable<Expected['authSetting']>,
  rest: Pick<Expected, 'after' | 'missing'> = {},
): UseStep {
  return { when, expected: { ...settled('openSetting', authSetting), popup: null, ...rest } }
}

function settled(name: string, authSetting: NonNullable<Expected['authSetting']>) {
  const retired = Object.fromEntries(retiredScopes.map(scope => [scope, true]))
  const settings = { ...retired, ...authSetting }
  return {
    callback: 'success',
    errMsg: `${name}:ok`,
    carries: ['authSetting'],
    authSetting: settings,
  } as const
}
