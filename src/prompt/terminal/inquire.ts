import inquirer from 'inquirer'
import type { PopupEnding } from '../../messages/en/prompt.ts'
import { type PopupConfig, popupPrompt } from '../popup/popup-prompt.ts'
import { type SettingsConfig, settingsPrompt } from '../settings/settings-prompt.ts'
import type { Session } from './terminal-session.ts'

/** Shows the popup in inquirer's prompt module. @returns how it ended on the screen */
export async function inquirePopup(
  { input, output, frame }: Session,
  config: Omit<PopupConfig, 'frame' | 'message'>,
): Promise<PopupEnding> {
  const show = inquirer.createPromptModule<{ popup: PopupConfig }>({ input, output })
  show.registerPrompt('popup', popupPrompt)
  const { answer } = await show<{ answer: PopupEnding }>({
    type: 'popup',
    name: 'answer',
    message: '',
    ...config,
    frame,
  })
  return answer
}

/** Shows the settings page. @returns when it was closed */
export async function inquireSettings(
  { input, output, frame }: Session,
  config: Omit<SettingsConfig, 'frame' | 'message'>,
): Promise<void> {
  const show = inquirer.createPromptModule<{ settings: SettingsConfig }>({ input, output })
  show.registerPrompt('settings', settingsPrompt)
  await show<{ answer: undefined }>({ type: 'settings', name: 'answer', message: '', ...config, frame })
}
