import type { SentenceKey } from '../guide/sentences.ts'
import type { Answer, ScopeState } from '../machine/state.ts'
import type { StepId } from './step.ts'
import type { Tour } from './tour.ts'

/** What happened in a step. */
interface Happened {
  readonly id: StepId
  readonly before: ScopeState
  readonly after: ScopeState
  /** How the popup was answered; `undefined` without a popup. */
  readonly answer: Answer | undefined
}

export interface Words {
  readonly title: string
  readonly guide: SentenceKey
  readonly user: string
  readonly lesson: string
  readonly more: string
}

/** The title of a step, which is known before it is played. */
export function headOf(tour: Tour, id: StepId, before: ScopeState): Pick<Words, 'title' | 'guide'> {
  const { api, use, texts } = tour
  const { titles } = texts
  const isRefused = before === 'rejected'
  switch (id) {
    case 'prepare':
      return { title: titles.prepare, guide: 'practice' }
    case 'declare':
      return { title: titles.declare, guide: 'description' }
    case 'authorize':
      return { title: titles.authorize, guide: 'button' }
    case 'ask':
      return { title: titles.ask[use](api), guide: 'undecided' }
    case 'ask-again':
      return { title: titles.askAgain[use](api), guide: 'undecided' }
    case 'call-again':
    case 'call-after-settings':
      return isRefused
        ? { title: titles.refused[use](api), guide: 'rejected' }
        : { title: titles.allowed[use](api), guide: 'accepted' }
    case 'tap-again':
      return { title: titles.tapAgain, guide: 'tap' }
    case 'open-settings':
      return { title: titles.openSettings, guide: 'openSetting' }
    case 'settings-by-hand':
      return { title: titles.settingsByHand, guide: 'settings' }
    case 'not-recorded':
      return { title: titles.notRecorded, guide: 'validity' }
    case 'reset':
      return { title: titles.reset, guide: 'validity' }
  }
}

export function wordsOf(tour: Tour, happened: Happened): Words {
  const head = headOf(tour, happened.id, happened.before)
  return { ...head, ...bodyOf(tour, happened) }
}

function bodyOf(
  tour: Tour,
  { id, before, after, answer }: Happened,
): Pick<Words, 'user' | 'lesson' | 'more'> {
  const { api, scope, use, texts, lacking, app } = tour
  const { user, lessons, more } = texts
  const description = texts.scopeName(scope, tour.catalogue.rowOf(scope).description)
  switch (id) {
    case 'prepare':
      return { user: user.prepare, lesson: lessons.prepare, more: more.prepare }
    case 'declare':
      return {
        user: user.undescribed,
        lesson: lacking === undefined ? lessons.declared(app.name) : lessons.lacking(lacking),
        more: more.declare,
      }
    case 'authorize':
      return { user: user.noPopup, lesson: lessons.authorize, more: more.authorize }
    case 'ask':
    case 'ask-again':
    case 'tap-again':
      return {
        user: answer === undefined ? user.noPopup : user.popup[answer],
        lesson: lessons[answer ?? 'dismiss'][use](api),
        more: id === 'ask' ? more.ask : id === 'ask-again' ? more.askAgain : more.tapAgain,
      }
    case 'call-again':
    case 'call-after-settings': {
      const isRefused = before === 'rejected'
      return {
        user: user.noPopup,
        lesson: (isRefused ? lessons.refused : lessons.allowed)[use](api),
        more: isRefused ? more.refused[use] : more.allowed,
      }
    }
    case 'open-settings':
      return after === 'accepted'
        ? { user: user.switchedOn(description), lesson: lessons.switchedOn, more: more.openSettings }
        : { user: user.leftOff, lesson: lessons.leftOff, more: more.openSettings }
    case 'settings-by-hand':
      return after === 'rejected'
        ? { user: user.switchedOff(description), lesson: lessons.switchedOff, more: more.settingsByHand }
        : { user: user.leftOn, lesson: lessons.leftOn, more: more.settingsByHand }
    case 'not-recorded':
      return { user: user.notRecorded, lesson: lessons.notRecorded, more: more.notRecorded }
    case 'reset':
      return { user: user.reset, lesson: lessons.reset, more: more.reset }
  }
}
