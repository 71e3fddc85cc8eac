import type { CustomReply } from '../catalogue/api.ts'
import { type Catalogue, errMsgName, isErrMsgOf, withoutPrefix } from '../catalogue/catalogue.ts'
import type { GuardedApi, ScopeName } from '../catalogue/names.ts'
import { type ArgumentKind, type ErrMsgOf, WxauthError } from '../faults.ts'
import { isJsonObject, type JsonObject } from '../json/json-object.ts'
import { type Answer, answers, type ScopeState, scopeStates } from '../machine/state.ts'
import { nearest } from '../text/nearest.ts'

/**
 * Checks of the platform's words: in JavaScript and on the command line, no compiler finds a typo. Each check returns
 * the word, or throws a fault with the nearest right one.
 */

/** @throws WxauthError ERR_UNKNOWN_SCOPE; for the name of an API, its scope is suggested */
export function checkedScope(catalogue: Catalogue, scope: unknown): ScopeName {
  if (catalogue.isScopeName(scope)) return scope
  const api = catalogue.findApi(scope)
  const near = api === undefined ? nearTo(scope, catalogue.scopeNames) : catalogue.apiOf(api).scope
  throw new WxauthError('ERR_UNKNOWN_SCOPE', { scope, near })
}

/** @throws WxauthError ERR_UNKNOWN_API */
export function checkedApi(catalogue: Catalogue, api: unknown): GuardedApi {
  const guarded = catalogue.findApi(api)
  if (guarded !== undefined) return guarded
  throw new WxauthError('ERR_UNKNOWN_API', { api, near: nearTo(api, catalogue.guardedApis) })
}

/** @throws WxauthError ERR_UNKNOWN_STATE */
export function checkedState(word: unknown): ScopeState {
  const state = scopeStates.find(state => state === word)
  if (state !== undefined) return state
  throw new WxauthError('ERR_UNKNOWN_STATE', { state: word, near: nearTo(word, scopeStates) })
}

/** @throws WxauthError ERR_UNKNOWN_ANSWER */
export function checkedAnswer(word: unknown): Answer {
  const answer = answers.find(answer => answer === word)
  if (answer !== undefined) return answer
  throw new WxauthError('ERR_UNKNOWN_ANSWER', { answer: word, near: nearTo(word, answers) })
}

/** @throws WxauthError ERR_BAD_ARGUMENT */
export function checkedReply(api: GuardedApi, reply: unknown): CustomReply {
  checkObject(api, 'reply', reply)
  const { errMsg, then } = reply
  // `await` would call it and wait forever.
  checkKind(`${api}: then`, 'data', then, typeof then !== 'function')
  const expected = { kind: 'err-msg', name: errMsgName(api) } as const
  checkKind(`${api}: errMsg`, expected, errMsg, errMsg === undefined || isErrMsgOf(api, errMsg))
  return reply
}

/** @throws WxauthError ERR_BAD_ARGUMENT */
export function checkObject(
  argument: string,
  expected: ArgumentKind,
  value: unknown,
): asserts value is JsonObject {
  checkKind(argument, expected, value, isJsonObject(value))
}

/** @throws WxauthError ERR_BAD_ARGUMENT */
export function checkKind(
  argument: string,
  expected: ArgumentKind | ErrMsgOf,
  value: unknown,
  isRight: boolean,
): void {
  if (!isRight) throw new WxauthError('ERR_BAD_ARGUMENT', { argument, expected, given: value })
}

/** The one of the words that was probably meant. */
export function nearTo<T extends string>(word: unknown, words: readonly T[]): T | undefined {
  return typeof word === 'string' ? nearest(word, words, withoutPrefix) : undefined
}
