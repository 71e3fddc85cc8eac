import type { Api, ApiShape } from './api.ts'
import type { Consent } from './apis/unguarded.ts'
import type { FreeApi, GuardedApi, ScopeName } from './names.ts'
import { type ErrMsgKey, isFailure, isSuccess } from './wording.ts'

/** One state of the platform, as plain tables. */
export interface Edition {
  /** The description of each scope, in the words and the order of the guide's Scope List. */
  readonly scopes: Readonly<Record<ScopeName, string>>
  /** In the same order. To add an API, add it here and to `GuardedApi`; the compiler asks for the rest. */
  readonly apis: Readonly<Record<GuardedApi, Api>>
  readonly free: Readonly<Record<FreeApi, ApiShape>>
  /** APIs that no scope guards, without `wx.`. */
  readonly unguarded: Readonly<Record<string, Consent>>
  /** What follows the colon of an `errMsg`. */
  readonly errMsgs: Readonly<Record<ErrMsgKey, string>>
}

/** One row of the Scope List. */
export interface ScopeRow {
  readonly scope: ScopeName
  readonly apis: readonly string[]
  readonly components: readonly string[]
  readonly description: string
}

/** An edition, with the functions that look something up in it. */
export interface Catalogue {
  /** In the guide's order. */
  readonly scopeNames: readonly ScopeName[]
  /** In the guide's order: `wx.getUserInfo` … `camera`. */
  readonly guardedApis: readonly GuardedApi[]
  readonly freeApis: readonly FreeApi[]
  rowOf(scope: ScopeName): ScopeRow
  apiOf(api: GuardedApi): Api
  shapeOf(api: FreeApi): ApiShape
  /** `errMsg('wx.getLocation', 'rejected')`: `getLocation:fail auth deny`. */
  errMsg(api: string, key: ErrMsgKey): string
  isScopeName(word: unknown): word is ScopeName
  /** The API of the name `wx.getLocation`, `getLocation` or `camera`; `undefined` if no scope guards it. */
  findApi(word: unknown): GuardedApi | undefined
  /** What the user agrees to with an API that no scope guards; `undefined` if there is no such API. */
  consentOf(word: string): Consent | undefined
}

export function catalogueOf({ scopes, apis, free, unguarded, errMsgs }: Edition): Catalogue {
  const scopeNames = Object.keys(scopes) as ScopeName[]
  const guardedApis = Object.keys(apis) as GuardedApi[]
  return {
    scopeNames,
    guardedApis,
    freeApis: Object.keys(free) as FreeApi[],
    rowOf(scope) {
      const ofScope = guardedApis.filter(api => apis[api].scope === scope)
      return {
        scope,
        apis: ofScope.filter(isWxApi),
        components: ofScope.filter(api => !isWxApi(api)),
        description: scopes[scope],
      }
    },
    apiOf: api => apis[api],
    shapeOf: api => free[api],
    errMsg: (api, key) => `${errMsgName(api)}:${errMsgs[key]}`,
    isScopeName: (word): word is ScopeName => typeof word === 'string' && Object.hasOwn(scopes, word),
    findApi: word => guardedApis.find(api => api === word || shortName(api) === word),
    consentOf: word => (Object.hasOwn(unguarded, shortName(word)) ? unguarded[shortName(word)] : undefined),
  }
}

/**
 * The name before the colon of an `errMsg`: `wx.getLocation` → `getLocation`; the component `camera` → `insertCamera`;
 * the recorder → `operateRecorder`.
 */
export function errMsgName(api: string): string {
  // The error event of a camera names the call behind the component; many reports.
  if (api === 'camera') return 'insertCamera'
  // Many reports: community/develop/doc/0004c27a8344d08a20a87101a5bc00, and the code of published Mini Programs.
  if (api === 'RecorderManager.start') return 'operateRecorder'
  return shortName(api)
}

/**
 * Whether a reply of this API can have this `errMsg`. One that names another API, or that says neither `ok` nor `fail`, is
 * a mistake: devices send none, and it would run a callback that nobody meant.
 */
export function isErrMsgOf(api: GuardedApi, errMsg: unknown): boolean {
  if (!isSuccess(errMsg) && !isFailure(errMsg)) return false
  const name = errMsg.slice(0, errMsg.indexOf(':'))
  return name === errMsgName(api) || (name === 'operateWXData' && signedApis.has(api))
}

// The call behind the APIs whose data is signed. Many reports of `operateWXData:fail …`.
const signedApis: ReadonlySet<GuardedApi> = new Set(['wx.getUserInfo', 'wx.getWeRunData'])

/** `getLocation`; a component has only one name. */
export const shortName = (api: string) => (api.startsWith('wx.') ? api.slice('wx.'.length) : api)

/** Whether it is called as a function of `wx`; a component is put on a page instead. */
export const isWxApi = (api: GuardedApi): api is GuardedApi & `wx.${string}` => api.startsWith('wx.')

/** For suggestions, which ignore case and the prefixes `scope.` and `wx.`. */
export const withoutPrefix = (word: string) => word.toLowerCase().replace(/^(?:scope|wx)\./, '')
