import type { EditionName } from '../../catalogue/edition-names.ts'
import type { Language } from '../../messages/language-names.ts'
import type { SettingChanges, StandingAnswers } from '../../session/answers.ts'
import type { Auth, WxAuthOptions } from '../../wx/types/index.ts'
import type { Modal, ModalAnswer, PickAnswer, SheetAnswer } from '../host/user.ts'
import type { HostEvent, Notice, Place, ProgramError } from '../ports.ts'

/** An answer, or a function that is called with what is shown and returns the answer. */
export type Chooser<Shown, Answer> = Answer | ((shown: Shown) => Answer | Promise<Answer>)
export type ModalChooser = Chooser<Modal, ModalAnswer>
export type SheetChooser = Chooser<readonly string[], SheetAnswer>
/** The function is called with the API, or `picker` for an element of the page. */
export type PickChooser = Chooser<string, PickAnswer>

export interface LaunchOptions {
  /** The folder of the Mini Program, with project.config.json or app.json: a path or a `file:` URL. */
  readonly project: NonNullable<WxAuthOptions['project']>
  /** Of the platform. Default: `today` if the project's `libVersion` is 2.32.3 or later, else `guide`. */
  readonly edition?: EditionName
  /** Of popups and errors; default: `en`. */
  readonly language?: Language
  /** How the user answers popups for which no answer is queued. Without any, a popup fails the test. */
  readonly answers?: StandingAnswers
  /** What the user does on the settings page if no answer is queued; by default, the user only looks. */
  readonly settings?: SettingChanges
  /** Default: `confirm`. */
  readonly modal?: ModalChooser
  /** The place of an item, from 0, or `cancel`; default: 0. */
  readonly sheet?: SheetChooser
  /** Whether the user picks something where an API or a `<picker>` offers it; default: `ok`. */
  readonly pick?: PickChooser
  /** What `wx.getStorage` holds at the start. */
  readonly storage?: Readonly<Record<string, unknown>>
  /** What APIs answer: a reply by name, or a list by URL: `{ 'wx.request': [{ url: '*\/shops*', reply: { data: [] } }] }`. */
  readonly fixtures?: Readonly<Record<string, unknown>>
}

/** A program that runs, with its user. */
export interface App {
  /**
   * Opens a page as the first one, after `App.onLaunch` if it is the first time.
   * @param url `pages/near/index`, with a query perhaps
   * @returns the page that is shown then: another one if the program leads there
   */
  open(url: string, query?: Readonly<Record<string, string | number | boolean>>): Promise<Page>
  /** The page that is shown. */
  readonly page: Page | undefined
  /** The routes of the open pages; the last one is shown. */
  readonly pages: readonly string[]
  /** The user, as in `createWxAuth()`: answers popups, moves switches, reports what happened. */
  readonly auth: Auth
  /** Queues the answer to the next modal. */
  modal(answer: ModalChooser): void
  /** Queues what the user chooses in the next action sheet. */
  sheet(answer: SheetChooser): void
  /** Queues whether the user picks something the next time. */
  pick(answer: PickChooser): void
  /** The titles of all toasts so far. */
  readonly toasts: readonly string[]
  /** Whether a loading is shown that nothing has hidden. */
  readonly isLoading: boolean
  /** What `wx.getStorage` holds now, by key. */
  readonly storage: Readonly<Record<string, unknown>>
  /** Everything that happened, in its order. */
  readonly events: readonly HostEvent[]
  /** Everything that the program threw and every rejection that it did not handle, those that failed a step included. */
  readonly errors: readonly ProgramError[]
  /** What of the project could not be used. */
  readonly notices: readonly Notice[]
  /** The user leaves the program, for another one or the home screen: `onHide`. */
  hide(): Promise<void>
  /** The user comes back: `onShow`. */
  show(): Promise<void>
  /** Runs what the program still has to do, and fails if something went wrong since the last step. */
  idle(): Promise<void>
  /** The test is done with the program: steps after it fail. */
  close(): void
}

/**
 * A page of the program. A target is `.class`, `#id`, `[attr=value]`, `handler:NAME`, `tag:NAME` or `text:TEXT`; anything
 * else is the text that an element shows: the same text first, then a text that contains it.
 */
export interface Page {
  /** `pages/near/index` */
  readonly route: string
  readonly query: Readonly<Record<string, string>>
  /** Everything that can be read on the page, a line for each element that stands by itself. */
  readonly text: string
  /** A copy of the page's data. */
  readonly data: Readonly<Record<string, unknown>>
  /** The first visible element that the target means. */
  find(target: string): PageElement | undefined
  /** All of them, in the order of the page. */
  findAll(target: string): readonly PageElement[]
  /** Taps an element, and runs everything that comes of it. */
  tap(target: string | PageElement): Promise<void>
  /** Types into an `<input>` or a `<textarea>`. */
  input(target: string | PageElement, text: string): Promise<void>
}

/** A visible element, as it was when it was found. */
export interface PageElement {
  readonly tag: string
  readonly id: string
  readonly classes: readonly string[]
  /** Everything that can be read in it. */
  readonly text: string
  readonly attributes: Readonly<Record<string, unknown>>
  readonly dataset: Readonly<Record<string, unknown>>
  /** The names of its handlers, by event. */
  readonly handlers: Readonly<Record<string, string>>
  readonly disabled: boolean
  /** Where its template writes it. */
  readonly at: Place | undefined
}
