import type { Question } from '../../src/emulator/ports.ts'
import { en } from '../../src/messages/en/index.ts'
import { terminalPrompter } from '../../src/prompt/popup/terminal-prompter.ts'
import { answerOf, popupQuestion } from '../contracts/prompter.contract.ts'
import { fakeTty } from './fake-tty.ts'

/** A popup that is open on a terminal in memory. */
export async function openPopup(options?: Parameters<typeof fakeTty>[0], question: Question = popupQuestion) {
  const fake = fakeTty(options)
  const asked = terminalPrompter(fake.tty, en).ask(question)
  asked.catch(() => {})
  await fake.shows('Allow')
  return {
    ...fake,
    /** What `ask` returns. */
    asked,
    /** The answer once it counts as recorded and the popup is closed; else why nobody answered. */
    answer: async () => answerOf(await asked),
  }
}

export type OpenPopup = Awaited<ReturnType<typeof openPopup>>
