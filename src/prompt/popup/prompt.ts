import { createPrompt, useKeypress, useState } from '@inquirer/core'
import type { Question, Settle } from '../../emulator/ports.ts'
import type { PopupEnding } from '../../messages/en/prompt.ts'
import type { Frame } from '../terminal/box.ts'
import { asPromptInput } from '../terminal/terminal-keys.ts'
import { type PopupState, popupAtFirst, popupStep } from './popup-keys.ts'
import { popupView } from './popup-view.ts'

// A type rather than an interface: inquirer wants it open to any key.
export type PopupConfig = {
  /** Inquirer wants one; the popup makes its own from the question. */
  readonly message: string
  readonly question: Question
  readonly settle?: Settle | undefined
  /** Told what `settle` threw; the popup then closes undecided. */
  readonly onFailure?: (error: unknown) => void
  /** Read at every drawing: a terminal's size changes. */
  readonly frame: () => Frame
}

/** The popup as a prompt: keys go through `popupStep`, the screen is `popupView`. */
export const popupPrompt = createPrompt<PopupEnding, PopupConfig>((config, done) => {
  const [state, setState] = useState(popupAtFirst)
  useKeypress(event => {
    if (state.isSettling) return
    const next = popupStep(state, asPromptInput(event))
    const { ending } = next
    if (ending === undefined || ending === 'dropped') return setState(next)
    if (ending === 'closed' || config.settle === undefined) {
      setState(next)
      return done(ending)
    }
    // The line that stays says what came of it, so it waits for that.
    const end = (shown: PopupState['ending'], answer: PopupEnding) => {
      setState({ ...next, ending: shown })
      done(answer)
    }
    setState({ ...next, ending: undefined, isSettling: true })
    config.settle(ending).then(
      isRecorded => end(isRecorded ? ending : 'dropped', ending),
      error => {
        config.onFailure?.(error)
        end('closed', 'closed')
      },
    )
  })
  return popupView(config.question, state, config.frame()).join('\n')
})
