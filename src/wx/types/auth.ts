import type { CustomReply } from '../../catalogue/api.ts'
import type { GuardedApi, GuideScope, LaterScope, ScopeName } from '../../catalogue/names.ts'
import type { EmulatorEvent } from '../../emulator/events.ts'
import type { ScopeState } from '../../machine/state.ts'
import type { Language } from '../../messages/language-names.ts'
import type { Answerer, SettingChanges, StandingAnswers, UnusedAnswer } from '../../session/answers.ts'
import type { UnansweredQuestion } from '../../session/log.ts'
import type { AuthSetting, CallbackResult, GetUserInfoResult } from './results.ts'
import type { Wx } from './wx.ts'

/** The event of a mounted `<camera/>`: `bindinitdone`, or `binderror` if it was refused. */
export type CameraEvent =
  | { readonly type: 'initdone'; readonly detail: { readonly maxZoom: number } }
  | { readonly type: 'error'; readonly detail: { readonly errMsg: string } }

/** The `detail` of a button's event: the result of the API behind it, refusals included. */
export type GetUserInfoDetail = CallbackResult & Partial<GetUserInfoResult>
export type OpenSettingDetail = CallbackResult & { readonly authSetting: AuthSetting }

/** Plays the user and arranges the test: answers popups, sets states, taps buttons, reports what happened. */
export interface Auth {
  /**
   * Queues an answer for one popup: the next one, or the next one of a scope, which wins. Answers are used in the order
   * in which they were queued.
   * @throws WxauthError ERR_UNKNOWN_SCOPE, ERR_UNKNOWN_ANSWER
   */
  answer(answer: Answerer): void
  answer(scope: ScopeName, answer: Answerer): void
  /** Queues what the user does on the settings page when `wx.openSetting` opens it next. */
  answer(page: 'wx.openSetting', changes: SettingChanges): void
  /** The queued answers that nothing has used yet: `expect(auth.unused()).toEqual([])`. */
  unused(): readonly UnusedAnswer[]
  /**
   * The popups and settings pages that nobody answered, at most the first 1,000. For pages that catch every error:
   * `expect(auth.unanswered()).toEqual([])`.
   */
  unanswered(): readonly UnansweredQuestion[]
  /** Removes the queued answers. @returns the removed answers */
  discard(): readonly UnusedAnswer[]
  /**
   * Sets states without asking. If a scope is set twice, the later state counts. Calls after `set`, awaited or not, see
   * the new states.
   * @throws WxauthError ERR_UNKNOWN_SCOPE, ERR_UNKNOWN_STATE
   */
  set(scope: ScopeName | 'all', state: ScopeState): Promise<void>
  set(states: { readonly [S in ScopeName | 'all']?: ScopeState }): Promise<void>
  /**
   * Forgets the decisions on these scopes; without arguments on all, as if the user deleted the Mini Program. Queued
   * answers, replies and events stay.
   * @throws WxauthError ERR_UNKNOWN_SCOPE
   */
  reset(...scopes: readonly (ScopeName | readonly ScopeName[])[]): Promise<void>
  /**
   * The state of every scope of the edition, now. A change of a profile on disk shows once its promise has resolved: `await auth.set(…)`.
   * @throws WxauthError ERR_PROFILE_*, ERR_PROJECT_* if the profile or the project cannot be read
   */
  states(): { readonly [S in GuideScope]: ScopeState } & { readonly [S in LaterScope]?: ScopeState }
  /**
   * The user taps `<button open-type="…"/>`, and with `changes` moves these switches on the settings page.
   * @returns the `detail` of the button's event
   * @throws WxauthError ERR_UNANSWERED, ERR_MISSING_SWITCH, ERR_UNKNOWN_OPEN_TYPE
   */
  tap(openType: 'getUserInfo'): Promise<GetUserInfoDetail>
  tap(openType: 'openSetting', changes?: SettingChanges): Promise<OpenSettingDetail>
  /** Puts `<camera/>` on the page, which asks for scope.camera. @throws WxauthError ERR_UNANSWERED */
  mount(component: 'camera'): Promise<CameraEvent>
  /** Takes `<camera/>` off the page. */
  unmount(component: 'camera'): void
  /**
   * The user opens the settings page by hand (About, Settings), moves these switches and closes it.
   * @returns the settings after that
   * @throws WxauthError ERR_MISSING_SWITCH if a switch is not on the page, as that of an undecided scope; then none moves
   */
  openSettingPage(changes?: SettingChanges): Promise<AuthSetting>
  /**
   * Sets what this API answers from now on when it is allowed; `undefined` restores the demo data.
   * @throws WxauthError ERR_UNKNOWN_API, ERR_BAD_ARGUMENT
   */
  reply(api: GuardedApi, reply: CustomReply | undefined): void
  /** The last 1,000 events, the oldest first. */
  readonly events: readonly EmulatorEvent[]
  /**
   * Throws an error where nothing catches it, so that the test fails; with `onUncaught`, passes it there. For a harness
   * that runs page code: on a phone, an error of the page does not stop its caller.
   */
  throwUncaught(error: unknown): void
  /** Resolves once no call is under way. */
  idle(): Promise<void>
  /**
   * Whether refusals carry the stack of their call in a non-enumerable property `stack`. Default: `false`, because it
   * makes each call several times slower.
   */
  traces: boolean
  /** The language of error messages, those of `wxauth/simulate` included: see `WxAuthOptions`. */
  readonly language: Language
}

/** A Mini Program as its app.json declares it; other fields are ignored. */
export interface AppDeclaration {
  /** Default: `touristappid`. */
  readonly appid?: string
  /** Default: the appid. */
  readonly name?: string
  readonly permission?: { readonly 'scope.userLocation'?: { readonly desc?: string } }
  readonly [field: string]: unknown
}

export interface WxAuthOptions {
  /**
   * Default: the demo Mini Program, which declares a usage description. `{}` declares none, so every location call
   * fails.
   */
  readonly app?: AppDeclaration
  /**
   * The folder of a Mini Program, instead of `app`: relative to the working directory, or a `file:` URL, also as a
   * string. It is read at the first call.
   */
  readonly project?: string | { readonly href: string }
  /** The name of a profile of the command line. Default: a new user, kept in memory. */
  readonly profile?: string
  /**
   * How the user answers popups that no queued answer fits: all of them, or by scope. A list, for all scopes or for
   * one, is queued instead: each entry answers one popup.
   */
  readonly answers?: StandingAnswers
  /** What APIs answer when they are allowed, instead of the demo data. */
  readonly replies?: { readonly [A in GuardedApi]?: CustomReply }
  /**
   * Receives errors that callbacks throw, and faults of calls with callbacks, such as an unanswered popup. Default:
   * they are thrown where nothing catches them, so that the test, or the process, fails.
   */
  readonly onUncaught?: (error: unknown) => void
  /** The language of error messages: `zh-CN` is simplified Chinese. Default: `en`. */
  readonly language?: Language
}

export interface WxAuth {
  readonly wx: Wx
  readonly auth: Auth
}
