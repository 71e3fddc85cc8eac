import { createPrompt, useKeypress, useState } from '@inquirer/core'
import type { AnswerResult, PopupQuestion } from '../../emulator/ports.ts'
import type { Answer } from '../../machine/state.ts'
import type { Texts } from '../../messages/texts.ts'
import type { Prompt, PromptConfig, PromptFailure } from '../terminal/show-prompt.ts'
import { promptInputOf } from '../terminal/terminal-keys.ts'
import { initialPopup, popupFinished, popupStep } from './state.ts'
import { popupView } from './view.ts'

interface PopupConfig extends PromptConfig {
  readonly question: PopupQuestion
  readonly texts: Texts['popup']
  /** Called once, with the answer. The popup stays open until `close` is called, and then shows the result. */
  readonly onAnswer: (answer: Answer, close: (result: AnswerResult) => void) => void
}

/** The popup as a prompt: keys go through `popupStep`, and `popupView` draws it. */
const prompt = createPrompt<PromptFailure, PopupConfig>(({ question, texts, onAnswer, frame }, done) => {
  const [state, setState] = useState(initialPopup)
  const close = (result: AnswerResult) => {
    setState(now => popupFinished(now, result))
    done(undefined)
  }
  useKeypress(event => {
    const next = popupStep(state, promptInputOf(event))
    setState(next)
    if (next.isRecording && !state.isRecording && next.pending !== undefined) onAnswer(next.pending, close)
    if (next.result !== undefined) done(undefined)
  })
  return popupView(question, state, frame(), texts).join('\n')
})

export const popup: Prompt<PopupConfig> = {
  prompt,
  fits: ({ question, texts }, frame) => popupView(question, initialPopup, frame, texts).length > 0,
}
