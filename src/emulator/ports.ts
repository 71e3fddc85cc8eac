import type { GuardedApi, ScopeName } from '../catalogue/names.ts'
import type { Declares } from '../machine/layers.ts'
import type { UnansweredWhy } from '../machine/outcome.ts'
import type { Profile } from '../machine/profile.ts'
import type { Answer, ScopeState } from '../machine/state.ts'

/** The Mini Program that asks: what the emulator needs of a project. */
export interface MiniProgram {
  readonly appid: string
  readonly name: string
  /** Usage descriptions by scope (`permission["scope.userLocation"].desc` in app.json), as declared. */
  readonly purposes: Readonly<Partial<Record<ScopeName, string>>>
  /** What else today's edition looks at in app.json; nothing if absent. */
  readonly declares?: Declares
}

/** Where a profile is kept. */
export interface ProfileStore {
  /**
   * The current profile; the empty one if none is stored. Creates nothing.
   * @throws WxauthError ERR_PROFILE_* if the stored profile cannot be used
   */
  read(): Profile
  /**
   * Reads, changes and writes in one step, which no other change can interrupt. `change` may run again on a newer
   * profile, so it must be pure; if it returns its argument, nothing is written.
   * @returns the profile that is stored now; a promise if storing takes time
   * @throws WxauthError ERR_PROFILE_*
   */
  update(change: (profile: Profile) => Profile): Profile | Promise<Profile>
}

/** What asks: `wx.getLocation`, `wx.authorize`, `camera`, `RecorderManager.start`, `wx.requirePrivacyAuthorize` or `button`. */
export type Caller =
  | GuardedApi
  | 'RecorderManager.start'
  | 'wx.authorize'
  | 'wx.requirePrivacyAuthorize'
  | 'button'

/** What a popup asks. Texts are unescaped, as the Mini Program declares them: escape them before you show them. */
export interface Question {
  readonly kind: 'scope'
  readonly app: { readonly appid: string; readonly name: string }
  readonly scope: ScopeName
  /** In the guide's words: `Geographic location`. */
  readonly description: string
  /** The usage description; `undefined` if the Mini Program declares none. */
  readonly purpose: string | undefined
  /** What led to the popup. */
  readonly caller: Caller
  /** `undecided`; or `rejected`, but only for the button, which asks again. */
  readonly state: ScopeState
  /** Whoever accepts also agrees to the privacy guideline. */
  readonly withPrivacy?: true
}

/** What the privacy sheet asks: whether the user agrees to the guideline. */
export interface PrivacyQuestion {
  readonly kind: 'privacy'
  readonly app: Question['app']
  readonly scope: null
  /** The name of the guideline. */
  readonly contract: string
  readonly caller: Caller
}

export type PopupQuestion = Question | PrivacyQuestion

/** Nobody answered, and why: the popup decided nothing, and nothing is recorded. */
export interface Unanswered {
  readonly unanswered: UnansweredWhy
}

/**
 * What became of an answer. `dropped`: the state changed while the popup was open, so the answer does not count.
 * `failed`: it could not be recorded.
 */
export type AnswerResult = 'recorded' | 'dropped' | 'failed'

/** An answer to a popup that is still open. */
export interface Answered {
  readonly answer: Answer
  /** Lets the popup show what became of the answer, and close. Absent if there is nothing to close. */
  readonly finish?: (result: AnswerResult) => Promise<void>
}

/** Answers popups: a person at a terminal, a script, or nobody. */
export interface Prompter {
  /** @throws WxauthError ERR_INTERRUPTED on Ctrl-C, SIGTERM and SIGHUP; so does `finish` */
  ask(question: PopupQuestion): Promise<Answered | Unanswered>
}

/** A sheet of the page's own, with a button that agrees: it answers in the place of the prompter. */
export interface PrivacyAsker {
  ask(question: PrivacyQuestion): Promise<Answered | Unanswered>
}

/** One switch of the settings page. */
export interface SettingSwitch {
  readonly scope: ScopeName
  /**
   * The scope that must be on for this one to be on: on the phone the two are one row with three choices. Turning this
   * one on turns that one on, and turning that one off turns this one off.
   */
  readonly under?: ScopeName
  readonly description: string
  readonly on: boolean
}

/** The page that `wx.openSetting` opens, as the user sees it. */
export interface SettingsPage {
  readonly app: { readonly appid: string; readonly name: string }
  /** Decided scopes only, in the order of the edition; read anew at each call. */
  switches(): readonly SettingSwitch[]
  /**
   * Moves one switch and records it at once.
   * @returns `moved`; `same` if it already was in that position; `missing` if the page has no such switch;
   * `stale` if another process moved it since it was shown (nothing is recorded; read `switches()` again)
   */
  flip(scope: ScopeName, on: boolean): Promise<'moved' | 'same' | 'missing' | 'stale'>
}

/** Visits the settings page: a person at a terminal, a script, or nobody. */
export interface SettingsVisitor {
  /**
   * @returns after the page is closed; `missing` are switches that should have moved but are not on the page (then none
   * moved)
   * @throws WxauthError ERR_INTERRUPTED
   */
  visit(page: SettingsPage): Promise<{ readonly missing: readonly ScopeName[] } | Unanswered>
}
