import { createPrompt, useKeypress, useState } from '@inquirer/core'
import type { Question } from '../emulator/ports.ts'
import type { PopupEnding } from '../messages/en/prompt.ts'
import type { Frame } from './box.ts'
import { popupAtFirst, popupStep } from './popup-keys.ts'
import { popupView } from './popup-view.ts'
import { asPromptInput } from './terminal-keys.ts'

// A type rather than an interface: inquirer wants it open to any key.
export type PopupConfig = {
  /** Inquirer wants one; the popup makes its own from the question. */
  readonly message: string
  readonly question: Question
  /** Read at every drawing: a terminal's size changes. */
  readonly frame: () => Frame
}

/** The popup as a prompt: keys go through `popupStep`, the screen is `popupView`. */
export const popupPrompt = createPrompt<PopupEnding, PopupConfig>((config, done) => {
  const [state, setState] = useState(popupAtFirst)
  useKeypress(event => {
    const next = popupStep(state, asPromptInput(event))
    setState(next)
    if (next.ending !== undefined) done(next.ending)
  })
  return popupView(config.question, state, config.frame()).join('\n')
})
