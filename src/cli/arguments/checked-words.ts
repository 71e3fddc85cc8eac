import type { Catalogue } from '../../catalogue/catalogue.ts'
import { shortName } from '../../catalogue/catalogue.ts'
import type { GuardedApi } from '../../catalogue/names.ts'
import { type PairForm, WxauthError } from '../../faults.ts'
import { checkedApi } from '../../session/checks.ts'
import { nearest } from '../../text/nearest.ts'

/**
 * Checks of the words that only the command line has. Each returns the word, or throws a fault with the nearest right
 * one.
 */

export const expectations = ['success', 'fail', 'popup', 'no-popup'] as const
export type Expectation = (typeof expectations)[number]

/** @throws WxauthError ERR_UNKNOWN_EXPECTATION */
export function checkedExpectation(word: string): Expectation {
  const expectation = expectations.find(expectation => expectation === word)
  if (expectation !== undefined) return expectation
  throw new WxauthError('ERR_UNKNOWN_EXPECTATION', { expectation: word, near: nearest(word, expectations) })
}

export const openTypes = ['getUserInfo', 'openSetting'] as const
export type OpenType = (typeof openTypes)[number]

/** @throws WxauthError ERR_UNKNOWN_OPEN_TYPE */
export function checkedOpenType(word: string): OpenType {
  const openType = openTypes.find(openType => openType === word)
  if (openType !== undefined) return openType
  throw new WxauthError('ERR_UNKNOWN_OPEN_TYPE', {
    openType: word,
    near: nearest(word, openTypes),
    known: openTypes,
  })
}

/** `SCOPE=WORD` in its two halves. @throws WxauthError ERR_BAD_PAIR */
export function checkedPair(pair: string, form: PairForm): readonly [string, string] {
  const at = pair.indexOf('=')
  if (at <= 0 || at === pair.length - 1) throw new WxauthError('ERR_BAD_PAIR', { pair, form })
  return [pair.slice(0, at), pair.slice(at + 1)]
}

/** The commands for WeChat's other authorization APIs. */
const ownCommands: Readonly<Record<string, string>> = {
  authorize: 'wxauth authorize <scope>',
  getSetting: 'wxauth get-setting',
  openSetting: 'wxauth open-setting',
}

/** The API that `call` calls. @throws WxauthError ERR_UNKNOWN_API, ERR_UNGUARDED_API */
export function checkedCall(catalogue: Catalogue, word: string): GuardedApi {
  const name = shortName(word)
  const instead = Object.hasOwn(ownCommands, name) ? ownCommands[name] : undefined
  if (instead === undefined) return checkedApi(catalogue, word)
  throw new WxauthError('ERR_UNGUARDED_API', { api: word, consent: 'authorization', instead })
}
