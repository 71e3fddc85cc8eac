import { createPrompt, useKeypress, useState } from '@inquirer/core'
import type { SettingsPage } from '../../emulator/ports.ts'
import type { Frame } from '../terminal/box.ts'
import { asPromptInput } from '../terminal/terminal-keys.ts'
import { type Move, settingsAtFirst, settingsMoved, settingsStep } from './settings-keys.ts'
import { settingsView } from './settings-view.ts'

// A type rather than an interface: inquirer wants it open to any key.
export type SettingsConfig = {
  /** Inquirer wants one; the page makes its own. */
  readonly message: string
  readonly page: SettingsPage
  /** Called when a switch cannot be recorded or looked up; the prompt is then to be sent `close`. */
  readonly onFailure: (error: unknown) => void
  /** Read at every drawing: a terminal's size changes. */
  readonly frame: () => Frame
}

/**
 * The settings page as a prompt: keys go through `settingsStep`, moves through `page.flip`, the screen is
 * `settingsView`. A move starts from the switches as they were shown, not as they may stand by now.
 */
export const settingsPrompt = createPrompt<void, SettingsConfig>(({ page, onFailure, frame }, done) => {
  const [switches, setSwitches] = useState(() => page.switches())
  const [state, setState] = useState(settingsAtFirst)
  const record = async ({ scope, on }: Move) => {
    const result = await page.flip(scope, on)
    setSwitches(page.switches())
    setState(now => settingsMoved(now, result))
  }
  useKeypress(event => {
    const input = asPromptInput(event)
    const next = settingsStep(state, input, switches)
    setState(next)
    if (next.moving !== undefined && next.moving !== state.moving) record(next.moving).catch(onFailure)
    if (next.closed) done()
  })
  return settingsView(page.app, switches, state, frame()).join('\n')
})
