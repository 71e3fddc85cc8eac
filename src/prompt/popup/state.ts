import type { Answer } from '../../machine/state.ts'
import type { PopupEnding } from '../../messages/en/prompt.ts'
import type { PromptInput, Readiness } from '../terminal/readiness.ts'

type PopupNotice = 'early' | 'several' | 'choose-first' | 'unknown'

export interface PopupState {
  readonly ready: Readiness
  /** Nothing is preselected. */
  readonly chosen: 'accept' | 'reject' | undefined
  /** The answer of the last key, which counts once it was quiet after it too. */
  readonly pending: Answer | undefined
  readonly notice: PopupNotice | undefined
  /** The answer was given and is being recorded. */
  readonly isSettling: boolean
  /** How it ended; `dropped` when the answer counted for nothing, as the state had changed meanwhile. */
  readonly ending: PopupEnding | 'dropped' | undefined
}

export const popupAtFirst: PopupState = {
  ready: 'not-yet',
  chosen: undefined,
  pending: undefined,
  notice: undefined,
  isSettling: false,
  ending: undefined,
}

/**
 * What the popup is after this input. Pure. An answer needs one key with quiet before and after it, so that neither
 * what was typed ahead, nor a burst, nor a pasted text decides anything.
 */
export function popupStep(state: PopupState, input: PromptInput): PopupState {
  if (state.ending !== undefined) return state
  if (input === 'close') return { ...state, ending: 'closed' }
  // What was on the screen when the key was pressed may have looked different.
  if (input === 'redraw') return { ...state, ready: 'not-yet', pending: undefined }
  if (input === 'quiet') {
    if (state.pending !== undefined) return { ...state, ending: state.pending }
    return state.ready === 'all' ? state : { ...state, ready: 'all' }
  }
  if (state.ready === 'not-yet') return { ...state, notice: 'early' }
  if (state.ready === 'none') return ignored(state, 'several')

  const toward = moves[input]
  if (toward !== undefined) return { ...state, ready: 'moves', chosen: toward, notice: undefined }
  if (state.ready === 'moves') return ignored(state, 'several')

  const answer = input === 'enter' ? state.chosen : answers[input]
  if (answer === undefined) return ignored(state, input === 'enter' ? 'choose-first' : 'unknown')
  return { ...state, ready: 'none', pending: answer, notice: undefined }
}

// As the two stand on the screen: Reject first, Allow second.
const moves: Readonly<Partial<Record<PromptInput, 'accept' | 'reject'>>> = {
  left: 'reject',
  up: 'reject',
  right: 'accept',
  down: 'accept',
}

const answers: Readonly<Partial<Record<PromptInput, Answer>>> = {
  a: 'accept',
  r: 'reject',
  escape: 'dismiss',
}

function ignored(state: PopupState, notice: PopupNotice): PopupState {
  return { ...state, ready: 'none', pending: undefined, notice }
}
