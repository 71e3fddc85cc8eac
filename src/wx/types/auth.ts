import type { CustomReply } from '../../catalogue/api.ts'
import type { GuardedApi, ScopeName } from '../../catalogue/names.ts'
import type { EmulatorEvent } from '../../emulator/events.ts'
import type { ScopeState } from '../../machine/state.ts'
import type { Language } from '../../messages/language.ts'
import type { Answerer, SettingChanges, StandingAnswers, UnusedAnswer } from '../../session/answers.ts'
import type { UnansweredQuestion } from '../../session/log.ts'
import type { AuthSetting, CallbackResult, GetUserInfoResult } from './results.ts'
import type { Wx } from './wx.ts'

/** What happened, in the order it happened. */
export type AuthEvent = EmulatorEvent

/** The event that `<camera/>` gives once it is on the page: `bindinitdone`, or `binderror`. */
export type CameraEvent =
  | { readonly type: 'initdone'; readonly detail: { readonly maxZoom: number } }
  | { readonly type: 'error'; readonly detail: { readonly errMsg: string } }

/** The `detail` of a button's event: what the API behind it answers, refusals included. */
export type GetUserInfoDetail = CallbackResult & Partial<GetUserInfoResult>
export type OpenSettingDetail = CallbackResult & { readonly authSetting: AuthSetting }

/** What stands for the user and for the test: answers popups, arranges states, taps buttons, tells what happened. */
export interface Auth {
  /**
   * Queues an answer for one popup: the next one, or the next one of a scope (which wins). Answers are used in the
   * order they were queued.
   * @throws WxauthError ERR_UNKNOWN_SCOPE, ERR_UNKNOWN_ANSWER
   */
  answer(answer: Answerer): void
  answer(scope: ScopeName, answer: Answerer): void
  /** Queues what the user does on the settings page that `wx.openSetting` opens next. */
  answer(page: 'wx.openSetting', changes: SettingChanges): void
  /** Queued answers that were not used so far: `expect(auth.unused()).toEqual([])`. */
  unused(): readonly UnusedAnswer[]
  /**
   * What nobody answered so far, for a test whose page catches every error: `expect(auth.unanswered()).toEqual([])`.
   * The first 1,000.
   */
  unanswered(): readonly UnansweredQuestion[]
  /** Takes queued answers back. @returns those that were not used */
  discard(): readonly UnusedAnswer[]
  /**
   * Arranges states without asking; of two for one scope the later counts. Calls made after it, awaited or not, find them so.
   * @throws WxauthError ERR_UNKNOWN_SCOPE, ERR_UNKNOWN_STATE
   */
  set(scope: ScopeName | 'all', state: ScopeState): Promise<void>
  set(states: { readonly [S in ScopeName | 'all']?: ScopeState }): Promise<void>
  /** Forgets these scopes; with none, all, as deleting the Mini Program does. Answers, replies and events stay. */
  reset(...scopes: readonly (ScopeName | readonly ScopeName[])[]): Promise<void>
  /** Every scope with its state. */
  states(): Promise<Readonly<Record<ScopeName, ScopeState>>>
  /**
   * The user taps `<button open-type="…"/>`. With changes, that is what happens on the settings page.
   * @returns the `detail` of its event
   * @throws WxauthError ERR_UNANSWERED
   */
  tap(openType: 'getUserInfo'): Promise<GetUserInfoDetail>
  tap(openType: 'openSetting', changes?: SettingChanges): Promise<OpenSettingDetail>
  /** Puts `<camera/>` on the page, which asks for scope.camera. @throws WxauthError ERR_UNANSWERED */
  mount(component: 'camera'): Promise<CameraEvent>
  /** Takes it off the page. */
  unmount(component: 'camera'): void
  /**
   * The user opens the settings page by hand (About, Settings), moves these switches and closes it.
   * @returns the settings as they are then
   * @throws WxauthError ERR_MISSING_SWITCH when one is not on the page: an undecided scope has no switch. None is moved.
   */
  openSettingPage(changes?: SettingChanges): Promise<AuthSetting>
  /** What this API answers from now on once it is allowed; `undefined` brings the demo data back. */
  reply(api: GuardedApi, reply: CustomReply | undefined): void
  /** The last 1,000 things that happened, the oldest first. */
  readonly events: readonly AuthEvent[]
  /** Resolves once no call is under way. */
  idle(): Promise<void>
  /**
   * Whether a refusal carries the stack of its call, as a property `stack` that does not enumerate. Off at first:
   * each call becomes several times slower.
   */
  traces: boolean
}

/** A Mini Program as its app.json declares it; other fields are ignored. */
export interface AppDeclaration {
  /** `touristappid` where it is left out. */
  readonly appid?: string
  readonly name?: string
  readonly permission?: { readonly 'scope.userLocation'?: { readonly desc?: string } }
  readonly [field: string]: unknown
}

export interface WxAuthOptions {
  /** Left out, the demo Mini Program, which declares a usage description. `{}` declares none: every location fails. */
  readonly app?: AppDeclaration
  /**
   * A folder with a Mini Program, read at the first call; not together with `app`. Relative to the working directory,
   * or a `file:` URL.
   */
  readonly project?: string | { readonly href: string }
  /** The profile of that name, as the command line keeps it. Left out, a new user, kept in memory. */
  readonly profile?: string
  /**
   * How the user answers popups where nothing is queued: all of them, or by scope. A list, of all or of one scope, is
   * queued instead: each entry answers one popup.
   */
  readonly answers?: StandingAnswers
  /** What APIs answer once they are allowed, instead of the demo data. */
  readonly replies?: { readonly [A in GuardedApi]?: CustomReply }
  /**
   * Is given what a callback threw, and what no callback could be told. Left out, it is thrown where nobody catches
   * it, so that the test, or the process, fails.
   */
  readonly onUncaught?: (error: unknown) => void
  /** Of the messages of errors; English where it is left out. */
  readonly language?: Language
}

export interface WxAuth {
  readonly wx: Wx
  readonly auth: Auth
}
