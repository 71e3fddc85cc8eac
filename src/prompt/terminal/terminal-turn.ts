import type { Texts } from '../../messages/texts.ts'
import { fitText } from '../../text/fit-text.ts'
import { lockTerminal, type Release } from './terminal-lock.ts'
import { letGoAtExit } from './terminal-mode.ts'
import { type After, canMoveCursor, type Tty } from './tty.ts'

/** Whose turn it is to ask on this terminal. */
export interface Turn {
  /**
   * Waits for whoever asks on it now, and says so. Does nothing for who has the turn already.
   * @returns false when another popup kept it too long
   */
  take(): Promise<boolean>
  giveBack(): void
}

const clearLine = '\r\x1b[2K'

// Longer than anybody thinks about a popup, short enough for a script that was forgotten. Milliseconds.
const defaultPatience = 600_000

export function turnOn(terminal: Tty, after: After, texts: Texts['terminal']): Turn {
  const { env, signals, output, patience = defaultPatience } = terminal
  let release: Release | undefined
  const canMove = canMoveCursor(env)
  let hasWaited = false
  // In place of the last line of the popup that is there, which so draws over it with its next key.
  const onWait = (pid: number) => {
    hasWaited = true
    letGoAtExit(terminal)
    const [note = ''] = fitText(texts.waiting(pid), (output.columns ?? 80) - 1, 1, text => text, texts.cut)
    output.write(canMove ? `${clearLine}${note}` : `${note}\n`)
  }
  return {
    async take() {
      if (release !== undefined) return true
      const taken = await lockTerminal(terminal.input.fd, env, { signals, after, patience, onWait })
      if (hasWaited && canMove) output.write(taken === 'busy' ? '\r\n' : clearLine)
      hasWaited = false
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
