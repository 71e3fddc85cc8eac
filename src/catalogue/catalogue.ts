import type { Api, ApiShape, Params } from './api.ts'
import type { Consent } from './apis/unguarded.ts'
import type { EditionName } from './edition-names.ts'
import type { ApiLayers, EditionLayers } from './layers.ts'
import type { FreeApi, GuardedApi, ScopeName } from './names.ts'
import type { Platform } from './platforms.ts'
import { type ErrMsgKey, isFailure, isSuccess, spelling } from './wording.ts'

/** One state of the platform, as plain tables. */
export interface Edition {
  readonly name: EditionName
  /** In the order of the list of scopes. */
  readonly scopes: Readonly<Partial<Record<ScopeName, ScopeFacts>>>
  /** What came after the edition. */
  readonly laterScopes?: readonly ScopeName[]
  readonly laterApis?: readonly GuardedApi[]
  /** In the same order. To add an API, add it here and to the names; the compiler asks for the rest. */
  readonly apis: Readonly<Partial<Record<GuardedApi, Api>>>
  readonly free: Readonly<Partial<Record<FreeApi, ApiShape>>>
  /** APIs that no scope guards, without `wx.`. */
  readonly unguarded: Readonly<Record<string, Consent>>
  /** What follows the colon of an `errMsg`. */
  readonly errMsgs: Readonly<Record<ErrMsgKey, string>>
  /** The numbers that failures carry; the guide's platform has none. */
  readonly errnos?: Readonly<Partial<Record<ErrMsgKey, number>>>
  /** What calls have to pass besides the scope; the guide's platform has only the usage description. */
  readonly layers?: EditionLayers
}

/** One scope. */
export interface ScopeFacts {
  /** In English, and in the guide's words where the guide has the scope. */
  readonly description: string
  /**
   * Since when the platform has it, or if it is retired, since when it guards nothing: `2022-02-21`, or the version of
   * the base library, such as `2.25.0`. The guide's edition does not say.
   */
  readonly since?: string
  /** Where that is said. */
  readonly source?: string
  readonly retired?: true
}

/** One row of the list of scopes. */
export interface ScopeRow extends ScopeFacts {
  readonly scope: ScopeName
  readonly apis: readonly string[]
  readonly components: readonly string[]
}

/** An edition, with the functions that look something up in it. */
export interface Catalogue {
  readonly edition: EditionName
  /** In the order of the edition: in the guide's, that of the Scope List. */
  readonly scopeNames: readonly ScopeName[]
  /** In the same order; in the guide's edition, `wx.getUserInfo` … `camera`. */
  readonly guardedApis: readonly GuardedApi[]
  readonly freeApis: readonly FreeApi[]
  rowOf(scope: ScopeName): ScopeRow
  apiOf(api: GuardedApi): Api
  /** The scope that guards it. @throws Error if none does */
  scopeOf(api: GuardedApi): ScopeName
  shapeOf(api: FreeApi): ApiShape
  isRetired(scope: ScopeName): boolean
  /** The scopes that a call with these options needs, in the order in which they are asked for. */
  scopesOf(api: GuardedApi, params?: Params): readonly ScopeName[]
  /** What a call with these options has to pass besides its scopes; for `wx.authorize`, they name the scope. */
  layersOf(api: keyof EditionLayers, params?: Params): ApiLayers
  /** `errMsg('wx.getLocation', 'rejected')`: `getLocation:fail auth deny`. */
  errMsg(api: string, key: ErrMsgKey, platform?: Platform): string
  /** The `errno` of such a failure, if it carries one. */
  errnoOf(key: ErrMsgKey): number | undefined
  isScopeName(word: unknown): word is ScopeName
  /** Whether a later edition has that scope. */
  isLaterScope(word: string): boolean
  /** The API of the name `wx.getLocation`, `getLocation` or `camera`; `undefined` if no scope guards it. */
  findApi(word: unknown): GuardedApi | undefined
  /** What the user agrees to with an API that no scope guards; `undefined` if there is no such API. */
  consentOf(word: string): Consent | undefined
}

export function catalogueOf(edition: Edition): Catalogue {
  const { name, scopes, apis, free, unguarded, errMsgs, errnos = {}, layers = {} } = edition
  const { laterScopes = [], laterApis = [] } = edition
  const scopeNames = Object.keys(scopes) as ScopeName[]
  const guardedApis = Object.keys(apis) as GuardedApi[]
  const apiOf = rowsOf(apis, name)
  const factsOf = rowsOf(scopes, name)
  return {
    edition: name,
    scopeNames,
    guardedApis,
    freeApis: Object.keys(free) as FreeApi[],
    rowOf(scope) {
      const ofScope = guardedApis.filter(api => guards(apiOf(api), scope))
      return {
        scope,
        apis: ofScope.filter(api => !isComponent(api)),
        components: ofScope.filter(isComponent),
        ...factsOf(scope),
      }
    },
    apiOf,
    scopeOf(api) {
      const { scope } = apiOf(api)
      if (scope === null) throw new Error(`No scope guards ${api}.`)
      return scope
    },
    shapeOf: rowsOf(free, name),
    isRetired: scope => factsOf(scope).retired === true,
    scopesOf(api, params = {}) {
      const { scope, alsoScopes = [], scopesIn } = apiOf(api)
      if (scopesIn !== undefined) return scopesIn(params)
      return scope === null ? [] : [scope, ...alsoScopes]
    },
    layersOf(api, params = {}) {
      const row = layers[api] ?? noLayers
      return typeof row === 'function' ? row(params) : row
    },
    errMsg(api, key, platform) {
      const text = platform === undefined ? undefined : spelling(api, key, platform)
      return `${errMsgName(api)}:${text ?? errMsgs[key]}`
    },
    errnoOf: key => errnos[key],
    isScopeName: (word): word is ScopeName => typeof word === 'string' && Object.hasOwn(scopes, word),
    isLaterScope: word => laterScopes.some(scope => scope === word),
    findApi: word => guardedApis.find(api => api === word || shortName(api) === word),
    consentOf(word) {
      const name = shortName(word)
      if (Object.hasOwn(unguarded, name)) return unguarded[name]
      return laterApis.some(api => shortName(api) === name) ? 'later' : undefined
    },
  }
}

const noLayers: ApiLayers = {}

/** Makes the function that looks a row up. A name that the edition does not have is a mistake of the caller. */
function rowsOf<Name extends string, Row>(table: Readonly<Partial<Record<Name, Row>>>, edition: EditionName) {
  return (name: Name): Row => {
    const row = table[name]
    if (row === undefined) throw new Error(`The edition "${edition}" has no ${name}.`)
    return row
  }
}

const guards = ({ scope, alsoScopes = [] }: Api, name: ScopeName) =>
  scope === name || alsoScopes.includes(name)

/** The name before the colon of an `errMsg`: `wx.getLocation` → `getLocation`; the component `camera` → `insertCamera`. */
export function errMsgName(api: string): string {
  return Object.hasOwn(errMsgNames, api) ? (errMsgNames[api] ?? api) : shortName(api)
}

/** An `errMsg` names the call behind a component or an object. */
const errMsgNames: Readonly<Record<string, string>> = {
  // The error event of a camera; many reports. Some of newer Android phones name `insertXWebCamera`.
  camera: 'insertCamera',
  // Many reports: community/develop/doc/0004c27a8344d08a20a87101a5bc00, and the code of published Mini Programs.
  'RecorderManager.start': 'operateRecorder',
  // Not confirmed: named like the camera's. These components tell pages of a refusal in their own ways.
  map: 'insertMap',
  'live-pusher': 'insertLivePusher',
  'voip-room': 'insertVoIPRoom',
  // Not confirmed.
  'MapContext.moveToLocation': 'moveToLocation',
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

/** `camera`; the method of an object, such as `MapContext.moveToLocation`, is none. */
export const isComponent = (api: string) => !api.includes('.')

/** For suggestions, which ignore case and the prefixes `scope.`, `wx.` and `MapContext.`. */
export const withoutPrefix = (word: string) => word.toLowerCase().replace(/^(?:scope|wx|mapcontext)\./, '')
