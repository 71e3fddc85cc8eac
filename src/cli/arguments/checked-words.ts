import type { Catalogue } from '../../catalogue/catalogue.ts'
import { shortName } from '../../catalogue/catalogue.ts'
import { type EditionName, editionNames } from '../../catalogue/edition-names.ts'
import type { GuardedApi, ScopeName } from '../../catalogue/names.ts'
import { type Platform, platforms } from '../../catalogue/platforms.ts'
import { type PairForm, WxauthError } from '../../faults.ts'
import { checkedApi, checkedScope } from '../../session/checks.ts'
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

/** @throws WxauthError ERR_UNKNOWN_EDITION */
export function checkedEdition(word: string): EditionName {
  const edition = editionNames.find(edition => edition === word)
  if (edition !== undefined) return edition
  throw new WxauthError('ERR_UNKNOWN_EDITION', { edition: word, near: nearest(word, editionNames) })
}

/** @throws WxauthError ERR_UNKNOWN_PLATFORM */
export function checkedPlatform(word: string): Platform {
  const platform = platforms.find(platform => platform === word)
  if (platform !== undefined) return platform
  throw new WxauthError('ERR_UNKNOWN_PLATFORM', { platform: word, near: nearest(word, platforms) })
}

const guideOpenTypes = ['getUserInfo', 'openSetting'] as const
const todayOpenTypes = [...guideOpenTypes, 'agreePrivacyAuthorization'] as const
export type OpenType = (typeof todayOpenTypes)[number]

/** The buttons that `tap` can tap. */
export const openTypesIn: Readonly<Record<EditionName, readonly OpenType[]>> = {
  guide: guideOpenTypes,
  today: todayOpenTypes,
}

/** @throws WxauthError ERR_UNKNOWN_OPEN_TYPE */
export function checkedOpenType(word: string, edition: EditionName): OpenType {
  const known = openTypesIn[edition]
  const openType = known.find(openType => openType === word)
  if (openType !== undefined) return openType
  throw new WxauthError('ERR_UNKNOWN_OPEN_TYPE', { openType: word, near: nearest(word, known), known })
}

/**
 * What shows a popup: a scope or, in today's edition, the privacy sheet.
 * @throws WxauthError ERR_UNKNOWN_SCOPE
 */
export function checkedPopup(catalogue: Catalogue, word: string): ScopeName | 'privacy' {
  const sheet = 'privacy'
  if (nearest(word, [sheet]) === undefined) return checkedScope(catalogue, word)
  const isLater = catalogue.edition !== 'today'
  if (word === sheet && !isLater) return sheet
  throw new WxauthError('ERR_UNKNOWN_SCOPE', { scope: word, near: isLater ? undefined : sheet, isLater })
}

/** `SCOPE=WORD` in its two halves. @throws WxauthError ERR_BAD_PAIR */
export function checkedPair(pair: string, form: PairForm): readonly [string, string] {
  const at = pair.indexOf('=')
  if (at <= 0 || at === pair.length - 1) throw new WxauthError('ERR_BAD_PAIR', { pair, form })
  return [pair.slice(0, at), pair.slice(at + 1)]
}

const whatACallMeets = 'wxauth explain <api> --edition today'

/** The commands for WeChat's other authorization APIs. What only the library calls has the nearest one. */
const ownCommands: Readonly<Record<string, string>> = {
  authorize: 'wxauth authorize <scope>',
  getSetting: 'wxauth get-setting',
  openSetting: 'wxauth open-setting',
  getPrivacySetting: whatACallMeets,
  requirePrivacyAuthorize: whatACallMeets,
  openPrivacyContract: whatACallMeets,
  getAppAuthorizeSetting: whatACallMeets,
  getSystemSetting: whatACallMeets,
  openAppAuthorizeSetting: 'wxauth set system.location=authorized',
}

/** The API that `call` calls. @throws WxauthError ERR_UNKNOWN_API, ERR_UNGUARDED_API */
export function checkedCall(catalogue: Catalogue, word: string): GuardedApi {
  const name = shortName(word)
  const instead = Object.hasOwn(ownCommands, name) ? ownCommands[name] : undefined
  if (instead === undefined) return checkedApi(catalogue, word)
  throw new WxauthError('ERR_UNGUARDED_API', { api: word, consent: 'authorization', instead })
}
