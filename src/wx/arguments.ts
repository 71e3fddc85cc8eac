import { guardedApi, guardedApis, isScopeName, nearest, scopeNames, scopeOf } from '../catalogue/look-ups.ts'
import type { GuardedApi, ScopeName } from '../catalogue/names.ts'
import { answers as answerWords, type ScopeState, scopeStates } from '../machine/state.ts'
import { kinds } from '../messages/en/library.ts'
import { isJsonObject } from '../project/declared.ts'
import { libraryFault } from './library-fault.ts'
import type { Answerer, CustomReply, SettingChanges, WxAuthOptions } from './types/index.ts'

/** What a test hands over is looked at: in JavaScript no compiler did, and a word mistyped would decide nothing. */

const optionNames = [
  'app',
  'project',
  'profile',
  'answers',
  'replies',
  'onUncaught',
] as const satisfies readonly (keyof WxAuthOptions)[]

/** @throws WxauthError ERR_UNKNOWN_OPTION, ERR_BAD_ARGUMENT */
export function checkedOptions(options: WxAuthOptions): WxAuthOptions {
  checkKind('createWxAuth', 'options', options, isJsonObject(options))
  for (const option of Object.keys(options)) {
    if (optionNames.some(name => name === option)) continue
    throw libraryFault('ERR_UNKNOWN_OPTION', { option, near: nearest(option, optionNames) })
  }
  const { onUncaught, project } = options
  const isFolder = project === undefined || typeof project === 'string' || isUrl(project)
  checkKind('project', 'folder', project, isFolder)
  checkKind(
    'onUncaught',
    'function',
    onUncaught,
    onUncaught === undefined || typeof onUncaught === 'function',
  )
  return options
}

/** @throws WxauthError ERR_UNKNOWN_SCOPE */
export function checkedScope(scope: string): ScopeName {
  if (isScopeName(scope)) return scope
  const given = wordOf(scope)
  const guarded = guardedApi(given)
  const near = guarded === undefined ? nearest(given, scopeNames) : scopeOf(guarded)
  throw libraryFault('ERR_UNKNOWN_SCOPE', { scope: given, near })
}

/** @throws WxauthError ERR_UNKNOWN_API */
export function checkedApi(api: string): GuardedApi {
  const known = guardedApi(api)
  if (known !== undefined) return known
  const given = wordOf(api)
  throw libraryFault('ERR_UNKNOWN_API', { api: given, near: nearest(given, guardedApis) })
}

/** @throws WxauthError ERR_BAD_ARGUMENT */
export function checkedStates(states: unknown): object {
  checkKind('set', 'states', states, isJsonObject(states))
  return states as object
}

/** @throws WxauthError ERR_UNKNOWN_STATE */
export function checkedState(state: unknown): ScopeState {
  const found = scopeStates.find(word => word === state)
  if (found !== undefined) return found
  const given = wordOf(state)
  throw libraryFault('ERR_UNKNOWN_STATE', { state: given, near: nearest(given, scopeStates) })
}

function isAnswer(answer: unknown): answer is Answerer {
  return typeof answer === 'function' || answerWords.some(word => word === answer)
}

/** @throws WxauthError ERR_UNKNOWN_ANSWER */
export function checkedAnswer<A extends Answerer>(answer: A): A {
  if (isAnswer(answer)) return answer
  const given = wordOf(answer)
  throw libraryFault('ERR_UNKNOWN_ANSWER', { answer: given, near: nearest(given, answerWords) })
}

/** @throws WxauthError ERR_UNKNOWN_SCOPE, ERR_BAD_ARGUMENT */
export function checkedChanges(changes: SettingChanges): SettingChanges {
  checkKind('wx.openSetting', 'switches', changes, isJsonObject(changes))
  for (const [scope, on] of Object.entries(changes)) {
    checkKind(checkedScope(scope), 'switch', on, on === undefined || typeof on === 'boolean')
  }
  return changes
}

/** A reply that names a failure without saying whose would run `success`. @throws WxauthError ERR_BAD_ARGUMENT */
export function checkedReply(api: GuardedApi, reply: CustomReply): CustomReply {
  checkKind(api, 'reply', reply, isJsonObject(reply))
  const { errMsg, then } = reply
  // Whoever awaits it would call it, and wait.
  checkKind(`${api}: then`, 'data', then, typeof then !== 'function')
  checkKind(`${api}: errMsg`, 'errMsg', errMsg, errMsg === undefined || isErrMsg(errMsg))
  return reply
}

/** @throws WxauthError ERR_BAD_ARGUMENT */
export function checkCamera(component: unknown): void {
  checkKind('mount', 'camera', component, component === 'camera')
}

function checkKind(argument: string, kind: keyof typeof kinds, given: unknown, isRight: boolean): void {
  if (!isRight)
    throw libraryFault('ERR_BAD_ARGUMENT', { argument, expected: kinds[kind], given: wordOf(given) })
}

function isErrMsg(text: unknown): boolean {
  return typeof text === 'string' && /^\w+:/.test(text)
}

/** By its shape: a URL of another realm is one too. */
function isUrl(value: unknown): boolean {
  return isJsonObject(value) && 'href' in value && String(value.href).startsWith('file:')
}

/** A text as it is, anything else so that nobody takes it for one. */
function wordOf(given: unknown): string {
  if (typeof given === 'string') return given
  if (typeof given === 'function') return 'a function'
  if (typeof given !== 'object' || given === null) return String(given)
  return Array.isArray(given) ? `a list (${given.map(wordOf).join(', ')})` : 'an object'
}
