import type { AuthSetting, ScopeName, ScopeState } from 'wxauth'
import type { Equal } from './equal.ts'

type Official = WechatMiniprogram.AuthSetting

export const replacement: Official = {} as AuthSetting
export const everyScope: Equal<keyof AuthSetting, ScopeName> = true
/** Assignability alone would let a misspelt key pass: all of them are optional. */
export const noKeyOfOurOwn: Exclude<keyof AuthSetting, keyof Official> extends never ? true : false = true
/** Scopes that the platform added after the guide. */
export const later: Equal<
  Exclude<keyof Official, keyof AuthSetting>,
  'scope.addPhoneCalendar' | 'scope.addPhoneContact' | 'scope.bluetooth' | 'scope.userFuzzyLocation'
> = true
/** True, false, or not there: as `wx.getSetting` tells it. */
export const values: Equal<AuthSetting, { [S in ScopeName]?: boolean }> = true
export const states: Equal<ScopeState, 'undecided' | 'accepted' | 'rejected'> = true
