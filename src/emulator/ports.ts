import type { GuardedApi, ScopeName } from '../catalogue/names.ts'
import type { UnansweredWhy } from '../machine/outcome.ts'
import type { Profile } from '../machine/profile.ts'
import type { Answer, ScopeState } from '../machine/state.ts'

/** The Mini Program that asks: what the emulator needs to know of a project. */
export interface MiniProgram {
  readonly appid: string
  readonly name: string
  /** Usage descriptions by scope (`permission["scope.userLocation"].desc` in app.json), as declared. */
  readonly purposes: Readonly<Partial<Record<ScopeName, string>>>
}

/** Where a profile is kept. */
export interface ProfileStore {
  /**
   * The profile as it is now; the empty one where nothing was kept yet. Creates nothing.
   * @throws WxauthError ERR_PROFILE_* when what is kept cannot be used
   */
  read(): Profile
  /**
   * Reads, changes and writes as one step that nobody else's change can fall into. `change` may run again on a
   * newer profile, so it must be pure; when it returns the object it was given, nothing is written.
   * @returns the profile as it is kept now
   * @throws WxauthError ERR_PROFILE_*
   */
  update(change: (profile: Profile) => Profile): Promise<Profile>
}

/** What a popup asks. Texts are as declared, unescaped: who shows them makes them safe to show. */
export interface Question {
  readonly app: { readonly appid: string; readonly name: string }
  readonly scope: ScopeName
  /** In the guide's words: `Geographic location`. */
  readonly description: string
  /** The usage description; `undefined` where the Mini Program gave none. */
  readonly purpose: string | undefined
  /** What led to the popup: `wx.getLocation`, `wx.authorize`, `camera` or `button`. */
  readonly caller: GuardedApi | 'RecorderManager.start' | 'wx.authorize' | 'button'
  /** `rejected` only for the button, which asks again. */
  readonly state: ScopeState
}

/** Nobody answered, and why: the popup decided nothing, and nothing is recorded. */
export interface Unanswered {
  readonly unanswered: UnansweredWhy
}

/**
 * What became of an answer. `dropped`: the state changed while the popup was open, so the answer counts for nothing.
 * `failed`: it could not be recorded.
 */
export type AnswerResult = 'recorded' | 'dropped' | 'failed'

/** An answer to a popup that is still open. */
export interface Answered {
  readonly answer: Answer
  /** Closes the popup, which shows what became of the answer. Left out, there is nothing to close. */
  readonly finish?: (result: AnswerResult) => Promise<void>
}

/** Who is asked. */
export interface Prompter {
  /** @throws WxauthError ERR_INTERRUPTED on Ctrl-C, SIGTERM and SIGHUP; so does `finish` */
  ask(question: Question): Promise<Answered | Unanswered>
}

/** One switch of the settings page. */
export interface SettingSwitch {
  readonly scope: ScopeName
  readonly description: string
  readonly on: boolean
}

/** The page that `wx.openSetting` opens, as the person on it sees it. */
export interface SettingsPage {
  readonly app: { readonly appid: string; readonly name: string }
  /** Decided scopes only, in the guide's order; read anew at each call. */
  switches(): readonly SettingSwitch[]
  /**
   * Moves one switch and records it at once.
   * @returns `moved`; `same` when it stood so already; `missing` when the page has no such switch;
   * `stale` when somebody else moved it since it was shown (nothing recorded; look at `switches()` again)
   */
  flip(scope: ScopeName, on: boolean): Promise<'moved' | 'same' | 'missing' | 'stale'>
}

/** Who visits the settings page: a person at a terminal, a script, or nobody. */
export interface SettingsVisitor {
  /**
   * @returns when the page was closed; with `missing` when switches that were to be moved are not on the page
   * (then none was moved)
   * @throws WxauthError ERR_INTERRUPTED
   */
  visit(page: SettingsPage): Promise<{ readonly missing: readonly ScopeName[] } | Unanswered>
}
