import type { SettingsVisitor } from '../../emulator/ports.ts'
import type { Terminal } from '../terminal/tty.ts'

export { absentVisitor, scriptedVisitor } from './scripted-visitor.ts'

/** Shows the page to the person at a terminal. Nothing of what that takes is loaded before. */
export function terminalVisitor(terminal: Terminal): SettingsVisitor {
  return {
    async visit(page) {
      const { onTerminal } = await import('../terminal/terminal-session.ts')
      const ending = await onTerminal(terminal, async session => {
        const { inquireSettings } = await import('../terminal/inquire.ts')
        let failure: { readonly error: unknown } | undefined
        const onFailure = (error: unknown) => {
          failure = { error }
          session.input.emit('keypress', undefined, { name: 'close' })
        }
        await inquireSettings(session, { page, onFailure })
        if (failure !== undefined) throw failure.error
      })
      return ending ?? { missing: [] }
    },
  }
}
