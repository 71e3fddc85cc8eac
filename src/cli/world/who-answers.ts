import type { Answered, PopupQuestion, SettingsPage, Unanswered } from '../../emulator/ports.ts'
import type { UnansweredWhy } from '../../machine/outcome.ts'
import { terminalPrompter } from '../../prompt/popup/terminal-prompter.ts'
import { terminalVisitor } from '../../prompt/settings/terminal-visitor.ts'
import type { Tty } from '../../prompt/terminal/tty.ts'
import { isColored } from '../../text/color.ts'
import type { Flags } from '../arguments/flags.ts'
import type { Context } from './context.ts'
import type { Terminal } from './terminal.ts'

/** The person at the terminal answers the popup, if there is one. */
export async function promptTerminal(
  { terminal, texts, miniProgram }: Context,
  flags: Flags,
  question: PopupQuestion,
): Promise<Answered | Unanswered> {
  const why = whyNobody(terminal, flags)
  if (why !== undefined) return { unanswered: why }
  const prompter = terminalPrompter(ttyOf(terminal, flags), texts)
  if (question.kind === 'privacy') return prompter.ask(question)
  const description = texts.scopes.request(question.scope, question.description)
  const isOurs = miniProgram().project.kind === 'demo' && question.purpose !== undefined
  const purpose = isOurs ? texts.scopes.demoPurpose(question.purpose) : question.purpose
  return prompter.ask({ ...question, description, purpose })
}

/** The person at the terminal moves the switches of the settings page, if there is one. */
export async function visitTerminal({ terminal, texts }: Context, flags: Flags, page: SettingsPage) {
  const why = whyNobody(terminal, flags)
  const switches = () =>
    page.switches().map(one => ({ ...one, description: texts.scopes.name(one.scope, one.description) }))
  return why === undefined
    ? terminalVisitor(ttyOf(terminal, flags), texts).visit({ ...page, switches })
    : { unanswered: why }
}

/**
 * "A popup is shown only when stdin and stderr are terminals. Otherwise, and under `--no-input`, nothing is asked."
 * @returns why nobody can be asked; `undefined` if somebody can
 */
export function whyNobody({ env, stdin, stderr }: Terminal, flags: Flags): UnansweredWhy | undefined {
  if (flags.input === false || isTrue(env.WXAUTH_NO_INPUT) || isTrue(env.CI)) return 'no-input'
  return stdin.isTerminal && stderr.isTerminal ? undefined : 'no-terminal'
}

function isTrue(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false', 'no', 'off'].includes(value.toLowerCase())
}

/** The terminal of prompts. */
export function ttyOf({ tty, env, stderr }: Terminal, { color }: Flags): Tty {
  return { ...tty(), env, color: isColored(color, env, stderr.isTerminal) }
}
