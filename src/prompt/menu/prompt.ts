import { createPrompt, useKeypress, useState } from '@inquirer/core'
import type { Prompt, PromptConfig, PromptFailure } from '../terminal/show-prompt.ts'
import { promptInputOf } from '../terminal/terminal-keys.ts'
import { initialMenu, type MenuChoice, type MenuItem, menuStep } from './state.ts'
import { type MenuTexts, menuView } from './view.ts'

interface MenuConfig extends PromptConfig {
  readonly title: string
  readonly items: readonly MenuItem[]
  readonly texts: MenuTexts
  /** Called once. */
  readonly onChoice: (choice: MenuChoice) => void
}

/** The menu as a prompt: keys go through `menuStep`, and `menuView` draws it. */
const prompt = createPrompt<PromptFailure, MenuConfig>(({ title, items, texts, onChoice, frame }, done) => {
  const [state, setState] = useState(initialMenu)
  useKeypress(event => {
    const next = menuStep(state, promptInputOf(event), items)
    setState(next)
    if (!next.isClosed || state.isClosed) return
    if (next.chosen !== undefined) onChoice(next.chosen)
    done(undefined)
  })
  return menuView(title, items, state, frame(), texts).join('\n')
})

/** A window without room for all items shows those around the pointer. */
export const menu: Prompt<MenuConfig> = { prompt, fits: () => true }
