import type { AuthSetting, ScopeName, ScopeState } from 'wxauth'
import type { Equal } from './equal.ts'

type Official = WechatMiniprogram.AuthSetting

export const replacement: Official = {} as AuthSetting
export const everyScope: Equal<keyof AuthSetting, ScopeName> = true
/** Assignability alone would accept a misspelled key, since all keys are optional. */
export const noKeyOfOurOwn: Exclude<keyof AuthSetting, keyof Official> extends never ? true : false = true
/** Scopes that the platform added after the guide. */
export const later: Equal<
  Exclude<keyof Official, keyof AuthSetting>,
  'scope.addPhoneCalendar' | 'scope.addPhoneContact' | 'scope.bluetooth' | 'scope.userFuzzyLocation'
> = true
/** `true`, `false` or absent, as in the result of `wx.getSetting`. */
export const values: Equal<AuthSetting, { [S in ScopeName]?: boolean }> = true
export const states: Equal<ScopeState, 'undecided' | 'accepted' | 'rejected'> = true
