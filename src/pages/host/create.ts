import type { EditionName } from '../../catalogue/edition-names.ts'
import { underWay } from '../../session/under-way.ts'
import { callbacksOrPromise } from '../../wx/callbacks-or-promise.ts'
import type { Auth } from '../../wx/types/index.ts'
import type { Host, HostParts } from '../ports.ts'
import { apiFunctions } from './api-functions.ts'
import { createBridge, type HostSide } from './bridge.ts'
import { createCalls } from './calls.ts'
import { canIUseHost } from './can-i-use.ts'
import { hostElements } from './elements.ts'
import { createFiles, userFolder } from './files.ts'
import { type Fixtures, fixturesOf } from './fixtures.ts'
import { type AuthorizationOptions, authorization } from './guarded.ts'
import { createListeners } from './listeners.ts'
import { objectMethods } from './names.ts'
import { nothing, type Row, type RowHost } from './row.ts'
import { cloudRows, wxRows } from './rows/index.ts'
import { createScreen, type Screen } from './screen.ts'
import { createStorage, type Storage } from './storage.ts'
import { createTapState } from './tap.ts'
import { agreeableUser, askUserAt, type UserAnswers } from './user.ts'

export interface HostOptions extends AuthorizationOptions {
  readonly edition: EditionName
  /** What `wx.getStorage` holds at the start. */
  readonly storage?: Readonly<Record<string, unknown>> | undefined
  readonly fixtures?: unknown
  /** Where nothing else answers, data of any shape: values of properties that the program compares with them. */
  readonly guess?: Readonly<Record<string, unknown>> | undefined
  /** What the program is told that it runs on. Default: `devtools` */
  readonly platform?: 'devtools' | 'ios'
  /** Whether the first page counts as one that another page has opened. Default: `false` */
  readonly isOpenedFromPage?: boolean
  readonly user?: Partial<UserAnswers> | undefined
}

/** The host of one launch, and what a person or a test may look at and do. */
export interface RunningHost extends Host {
  readonly auth: Auth
  readonly storage: Storage
  readonly screen: Screen
  readonly fixtures: Fixtures
}

/** @throws WxauthError ERR_BAD_ARGUMENT for fixtures of a wrong form */
export function createHost(options: HostOptions, parts: HostParts): RunningHost {
  const { realm, clock, stack, observe } = parts
  const { edition, onFault, follow } = options
  const bridge = createBridge(realm)
  const tap = createTapState(clock)
  const askUser = askUserAt(clock, follow?.opens)
  const user = { ...agreeableUser, ...options.user }
  const fixtures = fixturesOf(options.fixtures, rowNames)
  const screen = createScreen(parts)
  const calls = underWay(realm.later)

  const convention = callbacksOrPromise({
    realm,
    underWay: calls,
    report: onFault,
    word: error => bridge.into(error),
    traces: () => false,
  })

  const { around, began, latest, waiting, failedAt } = createCalls({
    ...parts,
    edition,
    tap,
    underWay: calls,
    onFault,
    follow,
  })

  const functions = apiFunctions({
    host: () => rowHost,
    callbacksOrPromise: convention,
    around,
    placeOfCall: latest,
  })

  const allowed = authorization({
    ...parts,
    options,
    replies: fixtures.replies,
    user,
    askUser,
    callbacksOrPromise: convention,
    underWay: calls,
    around,
    began,
    placeOf: waiting,
  })

  const { guess: hints } = options
  const guess = hints === undefined ? undefined : () => realm.guess(hints)

  const rowHost: RowHost = {
    realm,
    clock,
    stack,
    observe,
    edition,
    appid: options.app.appid,
    entry: parts.entry,
    storage: createStorage(options.storage ?? {}, guess),
    guess,
    platform: options.platform ?? 'devtools',
    isOpenedFromPage: options.isOpenedFromPage ?? false,
    device: new Map(),
    files: createFiles(),
    screen,
    listeners: createListeners(),
    fixtures,
    user,
    askUser,
    objectOf: functions.objectOf,
    into: bridge.into,
    canIUse: canIUseHost(name => Object.hasOwn(wxRows, name), allowed.wx.canIUse),
  }

  const { canIUse: _library, ...guarded } = allowed.wx
  /** The library's objects have what asks; their other methods are those of the row. */
  function completed(name: string, work: HostSide): HostSide {
    const row = rowNamed(name)
    if (!Object.hasOwn(objectMethods, name) || !('plain' in row)) return work
    return (...args) => ({ ...Object(row.plain(rowHost, ...args)), ...Object(work(...args)) })
  }
  const functionNamed = (name: string) =>
    Object.hasOwn(guarded, name)
      ? completed(name, guarded[name] as HostSide)
      : functions.of(name, rowNamed(name))
  const wx = bridge.functions(rowNames, functionNamed)
  wx.env = bridge.into({ USER_DATA_PATH: userFolder })
  wx.cloud = bridge.functions(Object.keys(cloudRows), name =>
    functions.of(`cloud.${name}`, cloudRows[name] ?? nothing, { prefix: 'cloud.' }),
  )

  return {
    wx,
    failedAt,
    tapped: tap.begin,
    ...hostElements({ ...parts, ...allowed, user, askUser, onFault }),
    auth: allowed.auth,
    storage: rowHost.storage,
    screen,
    fixtures,
    emit: rowHost.listeners.emit,
  }
}

const rowNames = Object.keys(wxRows)
const rowNamed = (name: string): Row => wxRows[name] ?? nothing
