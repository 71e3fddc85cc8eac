import { guardedApi, guardedApis, isScopeName, nearest, scopeNames } from '../../catalogue/look-ups.ts'
import type { GuardedApi, ScopeName } from '../../catalogue/names.ts'
import { bareName } from '../../catalogue/wording.ts'
import { WxauthError } from '../../faults.ts'
import { type Answer, answers, type ScopeState, scopeStates } from '../../machine/state.ts'

/** The words of the command line, checked: each reader returns the word or throws with the nearest right one. */

export function scopeWord(scope: string): ScopeName {
  if (isScopeName(scope)) return scope
  throw new WxauthError('ERR_UNKNOWN_SCOPE', { scope, near: nearest(scope, scopeNames) })
}

export function stateWord(state: string): ScopeState {
  const known = scopeStates.find(known => known === state)
  if (known !== undefined) return known
  throw new WxauthError('ERR_UNKNOWN_STATE', { state, near: nearest(state, scopeStates) })
}

export function answerWord(answer: string): Answer {
  const known = answers.find(known => known === answer)
  if (known !== undefined) return known
  throw new WxauthError('ERR_UNKNOWN_ANSWER', { answer, near: nearest(answer, answers) })
}

export const expectations = ['success', 'fail', 'popup', 'no-popup'] as const
export type Expectation = (typeof expectations)[number]

export function expectationWord(expectation: string): Expectation {
  const known = expectations.find(known => known === expectation)
  if (known !== undefined) return known
  throw new WxauthError('ERR_UNKNOWN_EXPECTATION', { expectation, near: nearest(expectation, expectations) })
}

export const openTypes = ['getUserInfo', 'openSetting'] as const
export type OpenType = (typeof openTypes)[number]

export function openTypeWord(openType: string): OpenType {
  const known = openTypes.find(known => known === openType)
  if (known !== undefined) return known
  throw new WxauthError('ERR_UNKNOWN_OPEN_TYPE', { openType, near: nearest(openType, openTypes) })
}

/** `SCOPE=WORD` in its two halves. */
export function pairOf(pair: string, form: string): readonly [string, string] {
  const at = pair.indexOf('=')
  if (at <= 0 || at === pair.length - 1) throw new WxauthError('ERR_BAD_PAIR', { pair, form })
  return [pair.slice(0, at), pair.slice(at + 1)]
}

/** WeChat's other authorization calls, by the command that makes them. */
const ownCommands: Readonly<Record<string, string>> = {
  authorize: 'wxauth authorize <scope>',
  getSetting: 'wxauth get-setting',
  openSetting: 'wxauth open-setting',
}

export function apiWord(word: string): GuardedApi {
  const api = guardedApi(word)
  if (api !== undefined) return api
  const bare = bareName(word)
  const instead = Object.hasOwn(ownCommands, bare) ? ownCommands[bare] : undefined
  const near = instead === undefined ? nearest(word, guardedApis) : undefined
  const isPlausible = /^(wx\.)?[a-z][A-Za-z0-9]*$/.test(word)
  if (near !== undefined || !isPlausible) throw new WxauthError('ERR_UNKNOWN_API', { api: word, near })
  throw new WxauthError('ERR_UNGUARDED_API', { api: word, instead })
}
