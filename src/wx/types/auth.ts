import type { CustomReply } from '../../catalogue/api.ts'
import type { EditionName } from '../../catalogue/edition-names.ts'
import type { SystemPermission } from '../../catalogue/layers.ts'
import type { GuardedApi, GuideScope, LaterScope, ScopeName } from '../../catalogue/names.ts'
import type { Platform } from '../../catalogue/platforms.ts'
import type { EmulatorEvent } from '../../emulator/events.ts'
import type { SystemState } from '../../machine/profile.ts'
import type { ScopeState } from '../../machine/state.ts'
import type { Language } from '../../messages/language-names.ts'
import type { Answerer, SettingChanges, StandingAnswers, UnusedAnswer } from '../../session/answers.ts'
import type { UnansweredQuestion } from '../../session/log.ts'
import type { AuthSetting, CallbackResult, GetUserInfoResult } from './results.ts'
import type { WxToday } from './today.ts'
import type { Wx } from './wx.ts'

/** The event of a mounted `<camera/>`: `bindinitdone`, or `binderror` if it was refused. */
export type CameraEvent =
  | { readonly type: 'initdone'; readonly detail: { readonly maxZoom: number } }
  | { readonly type: 'error'; readonly detail: ComponentError }

/** With `errno` in today's edition. */
export type ComponentError = { readonly errMsg: string; readonly errno?: number }

/** What became of a component of today's edition. On the phone `ready` is no event: nothing is refused. */
export type ComponentEvent =
  | { readonly type: 'ready'; readonly detail: object }
  | { readonly type: 'error'; readonly detail: ComponentError }

/** The `detail` of a button's event: the result of the API behind it, refusals included. */
export type GetUserInfoDetail = CallbackResult & Partial<GetUserInfoResult>
export type OpenSettingDetail = CallbackResult & { readonly authSetting: AuthSetting }

/**
 * What can be arranged besides scopes. Only today's edition looks at it: the agreement to the privacy guideline, whether
 * the guideline declares what the Mini Program uses, and what the phone lets WeChat use.
 */
export type LayerStates = {
  readonly privacy: 'undecided' | 'agreed'
  readonly guideline: 'declared' | 'undeclared'
} & { readonly [P in SystemPermission as `system.${P}`]: SystemState }

/** What a call would meet, in the platform's order. */
export interface Explanation {
  readonly edition: EditionName
  readonly api: GuardedApi
  /** `null` if it needs none with these params. */
  readonly scope: ScopeName | null
  readonly checks: readonly ExplainedCheck[]
  readonly outcome: 'runs' | 'asks' | 'fails'
}

/** One check: `{ layer: 'system', verdict: 'fails', because: 'system-denied', of: 'location', fix: { kind: 'set', … } }`. */
export interface ExplainedCheck {
  readonly layer: 'parameters' | 'declarations' | 'guideline' | 'privacy' | 'scope' | 'system' | 'api'
  readonly verdict: 'passes' | 'asks' | 'fails'
  readonly because: string
  /** What it looks at, where a layer has several checks. */
  readonly of: string | null
  /** What would change the verdict; `null` if it passes. */
  readonly fix: { readonly kind: string } | null
}

/** Plays the user and arranges the test: answers popups, sets states, taps buttons, reports what happened. */
export interface Auth {
  /**
   * Queues an answer for one popup: the next one, or the next one of a scope or the next privacy sheet, which wins.
   * Answers are used in the order in which they were queued.
   * @throws WxauthError ERR_UNKNOWN_SCOPE, ERR_UNKNOWN_ANSWER
   */
  answer(answer: Answerer): void
  answer(popup: ScopeName | 'privacy', answer: Answerer): void
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
   * Sets states of scopes and layers without asking; `all` means the scopes. If one is set twice, the later state
   * counts. Calls after `set`, awaited or not, see the new states.
   * @throws WxauthError ERR_UNKNOWN_SCOPE, ERR_UNKNOWN_STATE
   */
  set(scope: ScopeName | 'all', state: ScopeState): Promise<void>
  set<L extends keyof LayerStates>(layer: L, state: LayerStates[L]): Promise<void>
  set(states: { readonly [S in ScopeName | 'all']?: ScopeState } & Partial<LayerStates>): Promise<void>
  /**
   * Forgets the decisions on these scopes; without arguments all, the agreement included, as if the user deleted the
   * Mini Program. The guideline, the phone's permissions, queued answers, replies and events stay.
   * @throws WxauthError ERR_UNKNOWN_SCOPE
   */
  reset(...scopes: readonly (ScopeName | readonly ScopeName[])[]): Promise<void>
  /**
   * The state of every scope of the edition, now. A change of a profile on disk shows once its promise has resolved: `await auth.set(…)`.
   * @throws WxauthError ERR_PROFILE_*, ERR_PROJECT_* if the profile or the project cannot be read
   */
  states(): { readonly [S in GuideScope]: ScopeState } & { readonly [S in LaterScope]?: ScopeState }
  /** The state of every layer, now; `states` says the same of scopes. */
  layers(): LayerStates
  /**
   * The user taps `<button open-type="…"/>`, and with `changes` moves these switches on the settings page.
   * @returns the `detail` of the button's event
   * @throws WxauthError ERR_UNANSWERED, ERR_MISSING_SWITCH, ERR_UNKNOWN_OPEN_TYPE
   */
  tap(openType: 'getUserInfo'): Promise<GetUserInfoDetail>
  tap(openType: 'openSetting', changes?: SettingChanges): Promise<OpenSettingDetail>
  /** Today's edition only: the user agrees to the privacy guideline. */
  tap(openType: 'agreePrivacyAuthorization'): Promise<CallbackResult>
  /** Puts `<camera/>` on the page, which asks for scope.camera. @throws WxauthError ERR_UNANSWERED */
  mount(component: 'camera'): Promise<CameraEvent>
  /**
   * Today's edition only: puts the component on the page, with the attributes that decide what it asks for:
   * `mount('map', { 'show-location': true })`, `mount('live-pusher', { 'enable-camera': false })`.
   * @throws WxauthError ERR_UNANSWERED
   */
  mount(component: TodayComponent, attributes?: Readonly<Record<string, unknown>>): Promise<ComponentEvent>
  /** Takes the component off the page. */
  unmount(component: 'camera' | TodayComponent): void
  /**
   * The user opens the settings page by hand (About, Settings), moves these switches and closes it.
   * @returns the settings after that
   * @throws WxauthError ERR_MISSING_SWITCH if a switch is not on the page, as that of an undecided scope; then none moves
   */
  openSettingPage(changes?: SettingChanges): Promise<AuthSetting>
  /**
   * What a call of this API would meet now, without calling it: asks nobody, changes nothing, and is no event. Without
   * params, those of the demo.
   * @throws WxauthError ERR_UNKNOWN_API, ERR_UNGUARDED_API
   */
  explain(api: GuardedApi, params?: object): Promise<Explanation>
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
  /** See `WxAuthOptions`. */
  readonly edition: EditionName
}

/** Those that ask for a scope today, besides the camera. */
export type TodayComponent = 'map' | 'live-pusher' | 'voip-room'

/** A Mini Program as its app.json declares it; other fields are ignored. */
export interface AppDeclaration {
  /** Default: `touristappid`. */
  readonly appid?: string
  /** Default: the appid. */
  readonly name?: string
  readonly permission?: { readonly 'scope.userLocation'?: { readonly desc?: string } }
  /** Today's edition only. */
  readonly requiredPrivateInfos?: readonly string[]
  /** Today's edition only. */
  readonly requiredBackgroundModes?: readonly string[]
  readonly [field: string]: unknown
}

export interface WxAuthOptions {
  /**
   * Whose rules count: `guide`, WeChat's authorization guide of early 2019, or `today`, the platform that users meet now.
   * Default: `guide`.
   */
  readonly edition?: EditionName
  /** Whose spelling refusals have. Default: the one that most devices share. */
  readonly platform?: Platform
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

/** What `createWxAuth({ edition: 'today' })` returns. */
export interface WxAuthToday extends WxAuth {
  readonly wx: WxToday
}
