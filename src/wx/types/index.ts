/**
 * The public types of the library. Those of `wx` are WeChat's own, from miniprogram-api-typings, for the APIs that
 * wxauth has.
 */

export type { CustomReply } from '../../catalogue/api.ts'
export type { GuardedApi, ScopeName } from '../../catalogue/names.ts'
export type { Question } from '../../emulator/ports.ts'
export type { FaultCode, FaultFacts, FaultKind } from '../../faults.ts'
export type { UnansweredWhy } from '../../machine/outcome.ts'
export type { Answer, ScopeState } from '../../machine/state.ts'
export type { Language } from '../../messages/language.ts'
export type { Answerer, SettingChanges, UnusedAnswer } from '../../session/answers.ts'
export type { UnansweredQuestion } from '../../session/log.ts'
export type * from './auth.ts'
export type * from './options.ts'
export type * from './results.ts'
export type * from './wx.ts'
