import type { Unanswered } from '../../emulator/ports.ts'
import type { Texts } from '../../messages/texts.ts'
import { showPrompt } from '../terminal/show-prompt.ts'
import type { Tty } from '../terminal/tty.ts'
import type { MenuChoice, MenuItem } from './state.ts'
import type { MenuTexts } from './view.ts'

/** Something to choose from; `title` stands above a list. */
export interface Menu {
  readonly title: string
  readonly items: readonly MenuItem[]
}

/**
 * Lets the person at a terminal choose.
 * @throws WxauthError ERR_INTERRUPTED
 */
export async function chooseOnTerminal(
  tty: Tty,
  texts: { readonly terminal: Texts['terminal']; readonly menu: MenuTexts },
  { title, items }: Menu,
): Promise<MenuChoice | Unanswered> {
  const load = async () => (await import('./prompt.ts')).menu
  let chosen: MenuChoice | undefined
  const onChoice = (choice: MenuChoice) => {
    chosen = choice
  }
  const end = await showPrompt(tty, texts.terminal, load, { title, items, texts: texts.menu, onChoice })
  if (end !== undefined) return end
  if (chosen === undefined) throw new Error('The menu closed without a choice and without a reason.')
  return chosen
}
