import { createPrompt, useKeypress, useState } from '@inquirer/core'
import type { SettingsPage } from '../emulator/ports.ts'
import type { Frame } from './box.ts'
import { type Move, settingsAtFirst, settingsMoved, settingsStep } from './settings-keys.ts'
import { settingsView } from './settings-view.ts'
import { asPromptInput } from './terminal-keys.ts'

export type SettingsConfig = {
  /** Inquirer wants one; the page makes its own. */
  readonly message: string
  readonly page: SettingsPage
  /** Called when a switch could not be recorded; the prompt is then sent `close`. */
  readonly onFailure: (error: unknown) => void
  /** Read at every drawing: a terminal's size changes. */
  readonly frame: () => Frame
}

/** The settings page as a prompt: keys go through `settingsStep`, moves through `page.flip`, the screen is `settingsView`. */
export const settingsPrompt = createPrompt<void, SettingsConfig>(({ page, onFailure, frame }, done) => {
  const [state, setState] = useState(settingsAtFirst)
  const record = ({ scope, on }: Move) =>
    page.flip(scope, on).then(result => setState(now => settingsMoved(now, result)), onFailure)
  useKeypress(event => {
    const next = settingsStep(state, asPromptInput(event), page.switches())
    setState(next)
    if (next.moving !== undefined && next.moving !== state.moving) void record(next.moving)
    if (next.closed) done()
  })
  return settingsView(page.app, page.switches(), state, frame()).join('\n')
})
