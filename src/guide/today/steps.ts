import { todayCatalogue } from '../../catalogue/editions/today.ts'
import type { ScopeName } from '../../catalogue/names.ts'
import {
  appName,
  type Expected,
  type Popup,
  type States,
  type Use,
  type User,
  type UseStep,
  usage,
} from '../sentence.ts'
import { type Entry, retiredScopes, scopesIn } from './entries.ts'
import { agreed } from './rows.ts'

/** The popup of a scope, as this entry shows it. */
function popupOf({ layers }: Entry, scope: ScopeName, answer: Popup['answer'], withPrivacy = false): Popup {
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
function succeeds({ name, carries }: Entry): Pick<Expected, 'callback' | 'errMsg' | 'carries'> {
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
