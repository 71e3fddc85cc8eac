import { createPrompt, useKeypress, useState } from '@inquirer/core'
import type { SettingsPage } from '../../emulator/ports.ts'
import type { Texts } from '../../messages/texts.ts'
import type { Prompt, PromptConfig, PromptFailure } from '../terminal/show-prompt.ts'
import { promptInputOf } from '../terminal/terminal-keys.ts'
import { type Move, rowsOf } from './rows.ts'
import { initialSettings, settingsMoved, settingsStep } from './state.ts'
import { settingsView } from './view.ts'

interface SettingsConfig extends PromptConfig {
  readonly page: SettingsPage
  readonly texts: Texts['settings']
}

/**
 * The settings page as a prompt: keys go through `settingsStep`, moves through `page.flip`, and `settingsView` draws
 * it. A move starts from the switches as they were shown, not as they may stand by now.
 */
const prompt = createPrompt<PromptFailure, SettingsConfig>(({ page, texts, frame }, done) => {
  const [rows, setRows] = useState(() => rowsOf(page.switches()))
  const [state, setState] = useState(initialSettings)
  const record = async ({ scope, on }: Move) => {
    const result = await page.flip(scope, on)
    setRows(rowsOf(page.switches()))
    let isClosed = false
    setState(now => {
      const next = settingsMoved(now, result)
      isClosed = next.isClosed
      return next
    })
    if (isClosed) done(undefined)
  }
  const fail = (error: unknown) => {
    setState(now => ({ ...now, isClosed: true }))
    done({ error })
  }
  useKeypress(event => {
    const next = settingsStep(state, promptInputOf(event), rows)
    setState(next)
    if (next.recording !== undefined && next.recording !== state.recording) record(next.recording).catch(fail)
    if (next.isClosed) done(undefined)
  })
  return settingsView(page.app, rows, state, frame(), texts).join('\n')
})

export const settingsPage: Prompt<SettingsConfig> = {
  prompt,
  fits({ page, texts }, frame) {
    const rows = rowsOf(page.switches())
    return [undefined, ...rows.map(({ scope }) => scope)].every(pointer => {
      const state = { ...initialSettings, pointer }
      return settingsView(page.app, rows, state, frame, texts).length > 0
    })
  },
}
