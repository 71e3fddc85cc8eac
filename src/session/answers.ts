import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ScopeName } from '../catalogue/names.ts'
import type { PopupQuestion, Prompter, SettingsVisitor, Unanswered } from '../emulator/ports.ts'
import type { Answer } from '../machine/state.ts'
import { scriptedVisitor } from '../prompt/settings/scripted-visitor.ts'
import { checkedAnswer, checkedScope, checkKind, checkObject } from './checks.ts'

/**
 * An answer, or a function that is called with the question when the popup appears. The popup stays open while the
 * promise of the function is pending; `undefined` leaves it unanswered.
 */
export type Answerer = Answer | AnswererMethod['answer']

/** A method, so that a function of a scope's question fits too: the guide's edition asks no other. */
interface AnswererMethod {
  answer(question: PopupQuestion): Answer | undefined | Promise<Answer | undefined>
}

/** The switches that the user moves on the settings page, in this order; with `{}` the user only looks. */
export type SettingChanges = { readonly [S in ScopeName]?: boolean }

/** How the user answers if no queued answer fits: all popups, or by scope. A list is queued, one entry for each popup. */
export type StandingAnswers =
  | Answerer
  | readonly Answerer[]
  | { readonly [S in ScopeName | 'privacy']?: Answerer | readonly Answerer[] }

/** A queued answer that no popup and no settings page has used. */
export interface UnusedAnswer {
  /**
   * The scope of the popup, `privacy` for the privacy sheet, or `wx.openSetting` for the settings page; `null` fits any
   * popup.
   */
  readonly of: ScopeName | 'privacy' | 'wx.openSetting' | null
  readonly answer: Answerer | SettingChanges
}

/** The user's answers: queued ones, each for one popup or settings page, and standing ones. */
export interface Answers extends Prompter, SettingsVisitor {
  /** @throws WxauthError ERR_UNKNOWN_SCOPE, ERR_UNKNOWN_ANSWER, ERR_BAD_ARGUMENT */
  queue(of: UnusedAnswer['of'], answer: unknown): void
  unused(): readonly UnusedAnswer[]
  discard(): readonly UnusedAnswer[]
}

const page = 'wx.openSetting'
const nobody: Unanswered = { unanswered: 'no-answer' }

/** @throws WxauthError ERR_BAD_ARGUMENT, ERR_UNKNOWN_SCOPE, ERR_UNKNOWN_ANSWER */
export function answersOf(catalogue: Catalogue, standing: unknown = {}): Answers {
  let entries: readonly UnusedAnswer[] = []
  const byPopup = new Map<ScopeName | 'privacy', Answerer>()
  let general: Answerer | undefined

  function queue(of: UnusedAnswer['of'], answer: unknown): void {
    const entry =
      of === page
        ? { of, answer: checkedChanges(catalogue, answer) }
        : { of: of === null ? of : checkedPopup(catalogue, of), answer: checkedAnswerer(answer) }
    entries = [...entries, entry]
  }

  if (isList(standing)) for (const answer of standing) queue(null, answer)
  else if (typeof standing === 'string' || typeof standing === 'function') general = checkedAnswerer(standing)
  else {
    checkObject('answers', 'answers', standing)
    for (const [name, answer] of Object.entries(standing)) {
      const of = checkedPopup(catalogue, name)
      if (isList(answer)) for (const one of answer) queue(of, one)
      else if (answer !== undefined) byPopup.set(of, checkedAnswerer(answer))
    }
  }

  /** Removes the first queued answer for this, and returns it. */
  function take(of: UnusedAnswer['of']): UnusedAnswer['answer'] | undefined {
    const first = entries.find(entry => entry.of === of)
    entries = entries.filter(entry => entry !== first)
    return first?.answer
  }

  function answererFor({ scope }: PopupQuestion): Answerer | undefined {
    const of = scope ?? 'privacy'
    const fromQueue = (take(of) ?? take(null)) as Answerer | undefined
    return fromQueue ?? byPopup.get(of) ?? general
  }

  return {
    queue,
    unused: () => Object.freeze([...entries]),
    discard() {
      const unused = Object.freeze([...entries])
      entries = []
      return unused
    },
    async ask(question) {
      const answerer = answererFor(question)
      const answer = typeof answerer === 'function' ? await answerer(question) : answerer
      return answer === undefined ? nobody : { answer: checkedAnswer(answer, 'answer-result') }
    },
    async visit(settings) {
      const changes = take(page) as SettingChanges | undefined
      return changes === undefined ? nobody : visitorWith(catalogue, changes).visit(settings)
    },
  }
}

/**
 * What shows a popup: a scope or, in today's edition, the privacy sheet.
 * @throws WxauthError ERR_UNKNOWN_SCOPE, ERR_BAD_ARGUMENT
 */
function checkedPopup(catalogue: Catalogue, word: unknown): ScopeName | 'privacy' {
  return word === 'privacy' && catalogue.edition === 'today' ? word : checkedScope(catalogue, word)
}

/** @throws WxauthError ERR_BAD_ARGUMENT, ERR_UNKNOWN_ANSWER */
function checkedAnswerer(answerer: unknown): Answerer {
  return typeof answerer === 'function' ? (answerer as Answerer) : checkedAnswer(answerer)
}

/** @throws WxauthError ERR_UNKNOWN_SCOPE, ERR_BAD_ARGUMENT */
function checkedChanges(catalogue: Catalogue, changes: unknown): SettingChanges {
  checkObject({ what: 'page-answer' }, 'switches', changes)
  for (const [scope, on] of Object.entries(changes)) {
    checkKind(
      { what: 'switch', of: checkedScope(catalogue, scope) },
      'boolean',
      on,
      on === undefined || typeof on === 'boolean',
    )
  }
  return changes
}

/** Moves these switches, or none if one is not on the page. @throws WxauthError ERR_UNKNOWN_SCOPE, ERR_BAD_ARGUMENT */
export function visitorWith(catalogue: Catalogue, changes: unknown): SettingsVisitor {
  const moves = Object.entries(checkedChanges(catalogue, changes)) as [ScopeName, boolean | undefined][]
  return scriptedVisitor(moves.flatMap(([scope, on]) => (on === undefined ? [] : [{ scope, on }])))
}

function isList(answers: unknown): answers is readonly unknown[] {
  return Array.isArray(answers)
}
