/**
 * The public types of the library: every type that its declarations use, because the declarations of a user's own code
 * can need the name of any. Those of `wx` are WeChat's own, from miniprogram-api-typings, for the APIs that wxauth has.
 */

export type { CustomReply } from '../../catalogue/api.ts'
export type { Consent } from '../../catalogue/apis/unguarded.ts'
export type {
  GuardedApi,
  GuideApi,
  GuideScope,
  LaterApi,
  LaterScope,
  ScopeName,
} from '../../catalogue/names.ts'
export type { EmulatorEvent as AuthEvent } from '../../emulator/events.ts'
export type { Question } from '../../emulator/ports.ts'
export type {
  Argument,
  ArgumentKind,
  ErrMsgOf,
  FaultCode,
  FaultFacts,
  FaultKind,
  JsonInput,
  Near,
  PageProblem,
  PairForm,
  ProfileValue,
  ProgramFailure,
  SourcePlace,
  UnnamedArgument,
} from '../../faults.ts'
export type { FileProblem, JsonProblem } from '../../json/json-problem.ts'
export type { LockHolder, NamedHolder } from '../../locks/lock.ts'
export type { Refusal } from '../../machine/decide.ts'
export type { ApiResult, Because, Outcome, UnansweredWhy } from '../../machine/outcome.ts'
export type { DecidedBy } from '../../machine/profile.ts'
export type { Answer, ScopeState } from '../../machine/state.ts'
export type { Language } from '../../messages/language-names.ts'
export type { Answerer, SettingChanges, StandingAnswers, UnusedAnswer } from '../../session/answers.ts'
export type { UnansweredQuestion } from '../../session/log.ts'
export type { SystemProblem } from '../../text/system-problem.ts'
export type * from './auth.ts'
export type * from './options.ts'
export type * from './results.ts'
export type * from './wx.ts'
