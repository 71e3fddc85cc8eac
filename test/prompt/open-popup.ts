import type { Question } from '../../src/emulator/ports.ts'
import { en } from '../../src/messages/en/index.ts'
import { terminalPrompter } from '../../src/prompt/popup/terminal-prompter.ts'
import { answerOf, popupQuestion } from '../contracts/prompter.contract.ts'
import { fakeTty } from './fake-tty.ts'

/** A popup that is open on a terminal in memory. */
export async function openPopup(options?: Parameters<typeof fakeTty>[0], question: Question = popupQuestion) {
  const fake = fakeTty(options)
  const response = terminalPrompter(fake.tty, en).ask(question)
  response.catch(() => {})
  await fake.shows('Allow')
  return {
    ...fake,
    /** What `ask` returns. */
    response,
    /** Finishes the popup as recorded. @returns the answer, or why nobody answered */
    answer: async () => answerOf(await response),
  }
}

export type OpenPopup = Awaited<ReturnType<typeof openPopup>>
