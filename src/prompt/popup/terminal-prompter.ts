import type { Prompter } from '../../emulator/ports.ts'
import type { Terminal } from '../terminal/tty.ts'

/** Asks the person at a terminal. Nothing of what that takes is loaded before the first popup. */
export function terminalPrompter(terminal: Terminal): Prompter {
  return {
    async ask(question, settle) {
      const { onTerminal } = await import('../terminal/terminal-session.ts')
      const ending = await onTerminal(terminal, async session => {
        const { inquirePopup } = await import('../terminal/inquire.ts')
        let failure: { readonly error: unknown } | undefined
        const onFailure = (error: unknown) => {
          failure = { error }
        }
        const shown = await inquirePopup(session, { question, settle, onFailure })
        if (failure !== undefined) throw failure.error
        return shown
      })
      if (ending === 'closed') throw new Error('a popup was closed and nobody said why')
      return ending
    },
  }
}
