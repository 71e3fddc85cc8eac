import type { Prompter, SettingsVisitor } from '../../emulator/ports.ts'
import type { UnansweredWhy } from '../../machine/outcome.ts'
import { absentPrompter } from '../../prompt/popup/absent-prompter.ts'
import { terminalPrompter } from '../../prompt/popup/terminal-prompter.ts'
import { absentVisitor, terminalVisitor } from '../../prompt/settings/terminal-visitor.ts'
import type { Flags } from '../arguments/flags.ts'
import { isColoured } from './color.ts'
import type { Terminal } from './terminal.ts'

/** Whoever sits at this terminal answers popups. Nothing is looked at before there is something to ask. */
export function prompterHere(terminal: Terminal, flags: Flags): Prompter {
  return {
    async ask(question, settle) {
      const why = whyNobody(terminal, flags)
      const prompter = why === undefined ? terminalPrompter(place(terminal, flags)) : absentPrompter(why)
      return prompter.ask(question, settle)
    },
  }
}

/** Whoever sits at this terminal moves the switches of the settings page. */
export function visitorHere(terminal: Terminal, flags: Flags): SettingsVisitor {
  return {
    async visit(page) {
      const why = whyNobody(terminal, flags)
      const visitor = why === undefined ? terminalVisitor(place(terminal, flags)) : absentVisitor(why)
      return visitor.visit(page)
    },
  }
}

/**
 * "A popup is shown only when stdin and stderr are terminals. Otherwise, and under `--no-input`, nothing is asked."
 * @returns why nobody can be asked here; `undefined` when somebody can
 */
function whyNobody({ env, stderr, stdinIsTerminal }: Terminal, flags: Flags): UnansweredWhy | undefined {
  if (flags.input === false || isTrue(env.WXAUTH_NO_INPUT) || isTrue(env.CI)) return 'no-input'
  return stdinIsTerminal && stderr.isTerminal ? undefined : 'no-terminal'
}

function isTrue(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false', 'no', 'off'].includes(value.toLowerCase())
}

function place({ host, env, stderr }: Terminal, { color }: Flags) {
  const colour = isColoured(color, env, stderr.isTerminal)
  return { input: host.stdin, output: host.stderr, env, signals: host, colour }
}
