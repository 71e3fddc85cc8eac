import type { AuthSetting, ScopeName, ScopeState } from 'wxauth'
import type { Equal } from './equal.ts'

type Official = WechatMiniprogram.AuthSetting

export const replacement: Official = {} as AuthSetting
export const everyScope: Equal<keyof AuthSetting, ScopeName> = true
/** Assignability alone would accept a misspelled key, since all keys are optional. One is in the results of devices only. */
export const keysOfOurOwn: Equal<
  Exclude<keyof AuthSetting, keyof Official>,
  'scope.userLocationBackground'
> = true
export const noneMissing: Exclude<keyof Official, keyof AuthSetting> extends never ? true : false = true
/** `true`, `false` or absent, as in the result of `wx.getSetting`. */
export const values: Equal<AuthSetting, { [S in ScopeName]?: boolean }> = true
export const states: Equal<ScopeState, 'undecided' | 'accepted' | 'rejected'> = true
