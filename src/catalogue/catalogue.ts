import type { Api, ApiShape } from './api.ts'
import type { FreeApi, GuardedApi, ScopeName } from './names.ts'
import type { ErrMsgKey } from './wording.ts'

/** What one state of the platform has: tables, and nothing that looks anything up. */
export interface Edition {
  /** Each scope with its description, in the order of the guide's Scope List and in its words. */
  readonly scopes: Readonly<Record<ScopeName, string>>
  /** In the same order. To add an API, add it here and to `GuardedApi`; the compiler asks for the rest. */
  readonly apis: Readonly<Record<GuardedApi, Api>>
  readonly free: Readonly<Record<FreeApi, ApiShape>>
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

/** An edition, with what is looked up in it. */
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
  /** What a person means by `wx.getLocation`, `getLocation` or `camera`; `undefined` when no scope guards it. */
  findApi(word: unknown): GuardedApi | undefined
}

export function catalogueOf({ scopes, apis, free, errMsgs }: Edition): Catalogue {
  const scopeNames = Object.keys(scopes) as ScopeName[]
  const guardedApis = Object.keys(apis) as GuardedApi[]
  return {
    scopeNames,
    guardedApis,
    freeApis: Object.keys(free) as FreeApi[],
    rowOf(scope) {
      const guarded = guardedApis.filter(api => apis[api].scope === scope)
      return {
        scope,
        apis: guarded.filter(isWxApi),
        components: guarded.filter(api => !isWxApi(api)),
        description: scopes[scope],
      }
    },
    apiOf: api => apis[api],
    shapeOf: api => free[api],
    errMsg: (api, key) => `${errMsgName(api)}:${errMsgs[key]}`,
    isScopeName: (word): word is ScopeName => typeof word === 'string' && Object.hasOwn(scopes, word),
    findApi: word => guardedApis.find(api => api === word || shortName(api) === word),
  }
}

/**
 * What stands before the colon: `wx.getLocation` → `getLocation`; the component `camera` → `insertCamera`; the recorder
 * → `operateRecorder`.
 */
export function errMsgName(api: string): string {
  // The event of a camera that could not be put on the page names the call behind it; many reports.
  if (api === 'camera') return 'insertCamera'
  // Many reports: community/develop/doc/0004c27a8344d08a20a87101a5bc00, and the code of published Mini Programs.
  if (api === 'RecorderManager.start') return 'operateRecorder'
  return shortName(api)
}

/** `getLocation`, as people call it; a component has one name. */
export const shortName = (api: string) => (api.startsWith('wx.') ? api.slice('wx.'.length) : api)

/** Whether it is called as a function of `wx`; a component is put on a page instead. */
export const isWxApi = (api: GuardedApi): api is GuardedApi & `wx.${string}` => api.startsWith('wx.')

/** For comparing words that were perhaps mistyped: a missing `scope.` or `wx.` and capitals are forgiven. */
export const withoutPrefix = (word: string) => word.toLowerCase().replace(/^(?:scope|wx)\./, '')
