import type { CustomReply } from '../catalogue/api.ts'
import { type Catalogue, errMsgName, isErrMsgOf, withoutPrefix } from '../catalogue/catalogue.ts'
import type { GuardedApi, ScopeName } from '../catalogue/names.ts'
import { type Argument, type ArgumentKind, type ErrMsgOf, WxauthError } from '../faults.ts'
import { isPlainObject, type JsonObject } from '../json/json-object.ts'
import {
  isLayer,
  type LayerKey,
  type LayerSetting,
  type LayerState,
  layerStates,
} from '../machine/layer-states.ts'
import { type Answer, answers, type ScopeState, scopeStates } from '../machine/state.ts'
import { nearest } from '../text/nearest.ts'

/**
 * Checks of the platform's words: in JavaScript and on the command line, no compiler finds a typo. Each check returns
 * the word, or throws a fault with the nearest right one.
 */

/** @throws WxauthError ERR_BAD_ARGUMENT, ERR_UNKNOWN_SCOPE; for the name of an API, it names the scope of the API */
export function checkedScope(catalogue: Catalogue, scope: unknown): ScopeName {
  checkText({ what: 'scope' }, 'scope', scope)
  if (catalogue.isScopeName(scope)) return scope
  const api = sameIn(scope, catalogue.guardedApis)
  const guard = api && catalogue.apiOf(api).scope
  // `camera` names both: then the scope is meant.
  if (guard && sameIn(scope, catalogue.scopeNames) === undefined) {
    throw new WxauthError('ERR_UNKNOWN_SCOPE', { scope, near: guard, api })
  }
  if (catalogue.isLaterScope(scope))
    throw new WxauthError('ERR_UNKNOWN_SCOPE', { scope, near: undefined, isLater: true })
  throw new WxauthError('ERR_UNKNOWN_SCOPE', { scope, near: nearTo(scope, catalogue.scopeNames) })
}

/**
 * @throws WxauthError ERR_BAD_ARGUMENT, ERR_UNGUARDED_API, ERR_UNKNOWN_API; for the name of a scope, it names the APIs of
 * the scope
 */
export function checkedApi(catalogue: Catalogue, api: unknown): GuardedApi {
  checkText({ what: 'api' }, 'api', api)
  const guarded = catalogue.findApi(api)
  if (guarded !== undefined) return guarded
  const near = nearTo(api, catalogue.guardedApis) ?? olderRecorder(api)
  const scope = sameIn(api, catalogue.scopeNames)
  if (scope !== undefined && (scope === api || sameIn(api, catalogue.guardedApis) === undefined)) {
    const { apis, components } = catalogue.rowOf(scope)
    throw new WxauthError('ERR_UNKNOWN_API', { api, near, scope, apis: [...apis, ...components] })
  }
  const consent = catalogue.consentOf(api)
  if (consent !== undefined) throw new WxauthError('ERR_UNGUARDED_API', { api, consent })
  throw new WxauthError('ERR_UNKNOWN_API', { api, near })
}

/** The recorder has events and not callbacks, so only pages start it. What it replaces asks for the same scope. */
const olderRecorder = (api: string): GuardedApi | undefined =>
  sameIn(api, ['RecorderManager.start']) === undefined ? undefined : 'wx.startRecord'

/** @throws WxauthError ERR_BAD_ARGUMENT, ERR_UNKNOWN_STATE */
export function checkedState(word: unknown): ScopeState {
  checkText({ what: 'state' }, 'state', word)
  const state = scopeStates.find(state => state === word)
  if (state !== undefined) return state
  throw new WxauthError('ERR_UNKNOWN_STATE', { state: word, near: nearTo(word, scopeStates) })
}

/** The layer with its state. @throws WxauthError ERR_BAD_ARGUMENT, ERR_UNKNOWN_STATE */
function checkedLayer(layer: LayerKey, word: unknown): LayerSetting {
  checkText({ what: 'state' }, 'state', word)
  const states: readonly LayerState[] = layerStates[layer]
  const state = states.find(state => state === word)
  if (state !== undefined) return { layer, state } as LayerSetting
  throw new WxauthError('ERR_UNKNOWN_STATE', { state: word, near: nearTo(word, states), layer })
}

/**
 * The setting of a layer, if the name is one.
 * @throws WxauthError ERR_BAD_ARGUMENT, ERR_UNKNOWN_STATE, and ERR_UNKNOWN_SCOPE for a name that is nearly that of a layer
 */
export function layerSetting(catalogue: Catalogue, name: string, state: unknown): LayerSetting | undefined {
  if (isLayer(name)) return checkedLayer(name, state)
  if (catalogue.isScopeName(name)) return undefined
  const near = nearest(name, Object.keys(layerStates))
  if (near === undefined) return undefined
  throw new WxauthError('ERR_UNKNOWN_SCOPE', { scope: name, near })
}

/** @throws WxauthError ERR_BAD_ARGUMENT, ERR_UNKNOWN_ANSWER */
export function checkedAnswer(word: unknown, what: 'answer' | 'answer-result' = 'answer'): Answer {
  checkText({ what }, what, word)
  const answer = answers.find(answer => answer === word)
  if (answer !== undefined) return answer
  throw new WxauthError('ERR_UNKNOWN_ANSWER', { answer: word, near: nearTo(word, answers) })
}

/**
 * Refuses an `errMsg` of another API, or one that neither `success` nor `fail` would get.
 * @throws WxauthError ERR_BAD_ARGUMENT
 */
export function checkedReply(api: GuardedApi, reply: unknown): CustomReply {
  const what = 'reply'
  checkObject({ what, of: api }, 'object', reply)
  const { errMsg, then } = reply
  // `await` would call it and wait forever.
  checkKind({ what, of: `${api}.then` }, 'not-function', then, typeof then !== 'function')
  const expected = { kind: 'err-msg', name: errMsgName(api) } as const
  const isRight = errMsg === undefined || isErrMsgOf(api, errMsg)
  checkKind({ what, of: `${api}.errMsg` }, expected, errMsg, isRight)
  return reply
}

/** Refuses the instance of a class too, such as a Map: its content would be overlooked. @throws WxauthError ERR_BAD_ARGUMENT */
export function checkObject(
  argument: Argument,
  expected: ArgumentKind,
  value: unknown,
): asserts value is JsonObject {
  checkKind(argument, expected, value, isPlainObject(value))
}

/** @throws WxauthError ERR_BAD_ARGUMENT */
export function checkText(
  argument: Argument,
  expected: ArgumentKind,
  value: unknown,
): asserts value is string {
  checkKind(argument, expected, value, typeof value === 'string')
}

/** @throws WxauthError ERR_BAD_ARGUMENT */
export function checkKind(
  argument: Argument,
  expected: ArgumentKind | ErrMsgOf,
  value: unknown,
  isRight: boolean,
): void {
  if (!isRight) throw new WxauthError('ERR_BAD_ARGUMENT', { argument, expected, given: value })
}

/** The same word but for case and prefix. */
function sameIn<T extends string>(word: string, words: readonly T[]): T | undefined {
  return words.find(one => withoutPrefix(one) === withoutPrefix(word))
}

function nearTo<T extends string>(word: string, words: readonly T[]): T | undefined {
  return nearest(word, words, withoutPrefix)
}
