import { createPrompt, useKeypress, useState } from '@inquirer/core'
import type { SettingsPage } from '../../emulator/ports.ts'
import type { Texts } from '../../messages/texts.ts'
import type { PromptConfig, PromptFailure } from '../terminal/show-prompt.ts'
import { promptInputOf } from '../terminal/terminal-keys.ts'
import { initialSettings, type Move, settingsMoved, settingsStep } from './state.ts'
import { settingsView } from './view.ts'

export interface SettingsConfig extends PromptConfig {
  readonly page: SettingsPage
  readonly texts: Texts['settings']
}

/**
 * The settings page as a prompt: keys go through `settingsStep`, moves through `page.flip`, and `settingsView` draws
 * it. A move starts from the switches as they were shown, not as they may stand by now.
 */
export const settingsPrompt = createPrompt<PromptFailure, SettingsConfig>(({ page, texts, frame }, done) => {
  const [switches, setSwitches] = useState(() => page.switches())
  const [state, setState] = useState(initialSettings)
  const record = async ({ scope, on }: Move) => {
    const result = await page.flip(scope, on)
    setSwitches(page.switches())
    setState(now => settingsMoved(now, result))
  }
  const fail = (error: unknown) => {
    setState(now => settingsStep(now, 'close', switches))
    done({ error })
  }
  useKeypress(event => {
    const next = settingsStep(state, promptInputOf(event), switches)
    setState(next)
    if (next.recording !== undefined && next.recording !== state.recording) record(next.recording).catch(fail)
    if (next.isClosed) done(undefined)
  })
  return settingsView(page.app, switches, state, frame(), texts).join('\n')
})
