import type { Payload } from '../catalogue/api.ts'
import type { Question, SettingSwitch } from '../emulator/ports.ts'
import type { Answer } from '../machine/state.ts'

export type StepId =
  | 'prepare'
  | 'declare'
  | 'authorize'
  | 'ask'
  | 'ask-again'
  | 'call-again'
  | 'tap-again'
  | 'open-settings'
  | 'settings-by-hand'
  | 'call-after-settings'
  | 'not-recorded'
  | 'reset'

/**
 * One step of a walkthrough as data: the terminal, the transcript and the report show the same. The Mini Program's own
 * texts stand unescaped in `user` and `code`; all other texts are safe to show.
 */
export interface WalkthroughStep {
  readonly id: StepId
  readonly title: string
  /** The guide's own sentence about it. */
  readonly guide: string
  readonly user: Seen
  /** `null` if none of the page's code runs. */
  readonly received: Received | null
  /** What to learn from it, in a sentence or two. */
  readonly lesson: string
  readonly code: readonly Code[]
  readonly more: string
}

/** What the user sees, in a sentence; and what it looks like, if it is a popup or the settings page. */
export interface Seen {
  readonly text: string
  readonly popup: { readonly question: Question; readonly answer: Answer } | null
  readonly settings: Visited | null
}

/** The settings page, as it was opened and as it was left. */
export interface Visited {
  readonly app: Question['app']
  readonly before: readonly SettingSwitch[]
  readonly after: readonly SettingSwitch[]
}

/** A callback or an event of the page, and what it receives. */
export interface Received {
  /** `wx.getLocation`, `camera`, `button`. */
  readonly from: string
  /** `success`, `fail`, or the event: `bindgetuserinfo`, `binderror`, `bindinitdone`. */
  readonly by: string
  /** The callback's object or the event's `detail`; long texts in it are cut. */
  readonly result: Payload
}

/** Code to write: methods of a page, a part of its WXML, or a part of app.json. */
export interface Code {
  readonly language: 'js' | 'wxml' | 'json'
  readonly text: string
}
