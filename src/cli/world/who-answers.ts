import type { Prompter, SettingsVisitor } from '../../emulator/ports.ts'
import type { UnansweredWhy } from '../../machine/outcome.ts'
import type { Texts } from '../../messages/texts.ts'
import { absentPrompter } from '../../prompt/popup/absent-prompter.ts'
import { terminalPrompter } from '../../prompt/popup/terminal-prompter.ts'
import { absentVisitor } from '../../prompt/settings/absent-visitor.ts'
import { terminalVisitor } from '../../prompt/settings/terminal-visitor.ts'
import type { Tty } from '../../prompt/terminal/tty.ts'
import type { Flags } from '../arguments/flags.ts'
import { isColored } from './color.ts'
import type { Terminal } from './terminal.ts'

/** The person at this terminal answers popups. Nothing is looked at before there is something to ask. */
export function promptTerminal(terminal: Terminal, flags: Flags, texts: Texts): Prompter {
  return {
    async ask(question) {
      const why = whyNobody(terminal, flags)
      const prompter =
        why === undefined ? terminalPrompter(ttyOf(terminal, flags), texts) : absentPrompter(why)
      return prompter.ask(question)
    },
  }
}

/** The person at this terminal moves the switches of the settings page. */
export function visitTerminal(terminal: Terminal, flags: Flags, texts: Texts): SettingsVisitor {
  return {
    async visit(page) {
      const why = whyNobody(terminal, flags)
      const visitor = why === undefined ? terminalVisitor(ttyOf(terminal, flags), texts) : absentVisitor(why)
      return visitor.visit(page)
    },
  }
}

/**
 * "A popup is shown only when stdin and stderr are terminals. Otherwise, and under `--no-input`, nothing is asked."
 * @returns why nobody can be asked here; `undefined` when somebody can
 */
function whyNobody({ env, stdin, stderr }: Terminal, flags: Flags): UnansweredWhy | undefined {
  if (flags.input === false || isTrue(env.WXAUTH_NO_INPUT) || isTrue(env.CI)) return 'no-input'
  return stdin.isTerminal && stderr.isTerminal ? undefined : 'no-terminal'
}

function isTrue(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false', 'no', 'off'].includes(value.toLowerCase())
}

function ttyOf({ tty, env, stderr }: Terminal, { color }: Flags): Tty {
  return { ...tty(), env, color: isColored(color, env, stderr.isTerminal) }
}
