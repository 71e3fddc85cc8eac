import type { SettingsVisitor } from '../../emulator/ports.ts'
import type { Texts } from '../../messages/texts.ts'
import { showPrompt } from '../terminal/show-prompt.ts'
import type { Tty } from '../terminal/tty.ts'

/** Shows the settings page to the person at a terminal. What that takes is loaded with the first visit. */
export function terminalVisitor(tty: Tty, texts: Pick<Texts, 'settings' | 'terminal'>): SettingsVisitor {
  const load = async () => (await import('./prompt.ts')).settingsPage
  return {
    async visit(page) {
      const end = await showPrompt(tty, texts.terminal, load, { page, texts: texts.settings })
      return end ?? { missing: [] }
    },
  }
}
