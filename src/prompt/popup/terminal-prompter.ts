import type { Answered, Prompter, Unanswered } from '../../emulator/ports.ts'
import type { Texts } from '../../messages/texts.ts'
import { showPrompt } from '../terminal/show-prompt.ts'
import type { Tty } from '../terminal/tty.ts'

/** Asks the person at a terminal. What that takes is loaded with the first popup. */
export function terminalPrompter(tty: Tty, texts: Pick<Texts, 'popup' | 'terminal'>): Prompter {
  const load = async () => (await import('./prompt.ts')).popup
  return {
    ask: question =>
      // The answer comes while the popup is still open; without one, the end of the popup says why.
      new Promise<Answered | Unanswered>((resolve, reject) => {
        const closed = showPrompt(tty, texts.terminal, load, {
          question,
          texts: texts.popup,
          onAnswer(answer, close) {
            resolve({
              answer,
              async finish(result) {
                close(result)
                await closed
              },
            })
          },
        })
        // After an answer these two change nothing: then `finish` waits for the end.
        closed.then(end => {
          if (end === undefined) reject(new Error('The popup closed without an answer and without a reason.'))
          else resolve(end)
        }, reject)
      }),
  }
}
