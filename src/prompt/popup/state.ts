import type { AnswerResult } from '../../emulator/ports.ts'
import type { Answer } from '../../machine/state.ts'
import type { PromptInput, Readiness } from '../terminal/readiness.ts'

/**
 * How a popup ended: with an answer that is recorded, or with nothing. `dropped`: the scope changed while the popup
 * was open, so the answer is ignored. `closed`: there is no answer, or it could not be recorded.
 */
export type PopupResult = Answer | 'dropped' | 'closed'

type PopupNotice = 'early' | 'several' | 'choose-first' | 'unknown'

export interface PopupState {
  readonly ready: Readiness
  /** Where the pointer is. Nothing is chosen at first. */
  readonly chosen: Choice | undefined
  /** The answer of the last key. It counts once it has been quiet after that key. */
  readonly pending: Answer | undefined
  readonly notice: PopupNotice | undefined
  /** The answer counts and is being recorded: no key changes anything any more. */
  readonly isRecording: boolean
  readonly result: PopupResult | undefined
}

export const initialPopup: PopupState = {
  ready: 'not-yet',
  chosen: undefined,
  pending: undefined,
  notice: undefined,
  isRecording: false,
  result: undefined,
}

export type Choice = Exclude<Answer, 'dismiss'>

/** The two choices in the order on the screen, each with its key. */
export const choices = [
  { answer: 'reject', key: 'r' },
  { answer: 'accept', key: 'a' },
] as const satisfies readonly { readonly answer: Choice; readonly key: PromptInput }[]

const [first, second] = choices
const answersByKey: Readonly<Partial<Record<PromptInput, Answer>>> = {
  [first.key]: first.answer,
  [second.key]: second.answer,
  escape: 'dismiss',
}
const choicesByArrow: Readonly<Partial<Record<PromptInput, Choice>>> = {
  left: first.answer,
  up: first.answer,
  right: second.answer,
  down: second.answer,
}

/**
 * The popup after this input. Pure. An answer takes a single key with quiet before and after it, so nothing that was
 * typed ahead, no burst of keys and no pasted text decides anything.
 */
export function popupStep(state: PopupState, input: PromptInput): PopupState {
  if (state.result !== undefined) return state
  if (state.isRecording) return input === 'redraw' ? { ...state } : state
  if (input === 'close') return { ...state, result: 'closed' }
  // The person may have pressed the key while the screen still looked different.
  if (input === 'redraw') return { ...state, ready: 'not-yet', pending: undefined }
  if (input === 'quiet') {
    if (state.pending !== undefined) return { ...state, isRecording: true }
    return state.ready === 'all' ? state : { ...state, ready: 'all' }
  }
  if (state.ready === 'not-yet') return { ...state, notice: 'early' }
  if (state.ready === 'none') return ignored(state, 'several')

  const choice = choicesByArrow[input]
  if (choice !== undefined) return { ...state, ready: 'moves', chosen: choice, notice: undefined }
  if (state.ready === 'moves') return ignored(state, 'several')

  const answer = input === 'enter' ? state.chosen : answersByKey[input]
  if (answer === undefined) return ignored(state, input === 'enter' ? 'choose-first' : 'unknown')
  return { ...state, ready: 'none', pending: answer, notice: undefined }
}

/** The popup once its answer was recorded, or was not. Pure. */
export function popupFinished(state: PopupState, result: AnswerResult): PopupState {
  if (!state.isRecording) return state
  const results = { recorded: state.pending, dropped: 'dropped', failed: 'closed' } as const
  return { ...state, isRecording: false, result: results[result] }
}

function ignored(state: PopupState, notice: PopupNotice): PopupState {
  return { ...state, ready: 'none', pending: undefined, notice }
}
