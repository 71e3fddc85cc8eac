import { promptTexts } from '../messages/en/prompt.ts'
import type { After, Terminal } from './terminal.ts'
import { lockTerminal, type Release } from './terminal-lock.ts'
import { letGoAtExit } from './terminal-mode.ts'

/** Whose turn it is to ask on this terminal. */
export interface Turn {
  /**
   * Waits for whoever asks on it now, and says so. Does nothing for who has the turn already.
   * @returns false when another popup kept it too long
   */
  take(): Promise<boolean>
  giveBack(): void
}

// Longer than anybody thinks about a popup, short enough for a script that was forgotten. Milliseconds.
const defaultPatience = 600_000

export function turnOn(terminal: Terminal, after: After): Turn {
  const { env, signals, output, patience = defaultPatience } = terminal
  let release: Release | undefined
  const onWait = (pid: number) => {
    letGoAtExit(terminal)
    output.write(`\r\n${promptTexts.waiting(pid)}\r\n`)
  }
  return {
    async take() {
      if (release !== undefined) return true
      const taken = await lockTerminal(terminal.input.fd, env, { signals, after, patience, onWait })
      if (taken === 'busy') return false
      release = taken
      return true
    },
    giveBack() {
      release?.()
      release = undefined
    },
  }
}
