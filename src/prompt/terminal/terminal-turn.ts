import { platform } from 'node:os'
import type { Clock } from '../../locks/clock.ts'
import { hostOf } from '../../locks/host.ts'
import type { NamedHolder } from '../../locks/lock.ts'
import type { Texts } from '../../messages/texts.ts'
import { fitText } from '../../text/fit-text.ts'
import { lockTerminal, type Release } from './terminal-lock.ts'
import { letGoAtExit } from './terminal-mode.ts'
import { type After, canMoveCursor, sizeOf, type Tty } from './tty.ts'

/** The right to ask on a terminal, which one popup has at a time. */
export interface Turn {
  /**
   * Waits for the popup that is on the terminal, and tells the user so. Does nothing if the turn is taken already.
   * @returns false if the other popup stayed too long
   */
  take(): Promise<boolean>
  giveBack(): void
}

const clearLine = '\r\x1b[2K'

// Longer than anybody thinks about a popup, and short enough for a script that was forgotten. Milliseconds.
const usualPatience = 600_000

export function turnOn(tty: Tty, after: After, texts: Texts['terminal']): Turn {
  const { env, signals, input, output, patience = usualPatience } = tty
  const canMove = canMoveCursor(env)
  const host = hostOf({
    platform: platform(),
    pid: signals.pid,
    kill: (pid, signal) => signals.kill(pid, signal),
  })
  const clock: Clock = {
    now: () => performance.now(),
    sleep: ms => new Promise(resolve => after(ms, resolve)),
  }
  let release: Release | undefined
  let hasWaited = false
  // Takes the place of the last line of the other popup, which draws over it at its next key.
  const onWait = ({ pid }: NamedHolder) => {
    hasWaited = true
    letGoAtExit(tty)
    const [note = ''] = fitText(texts.waiting(pid), sizeOf(output).columns - 1, 1, text => text, texts.cut)
    output.write(canMove ? `${clearLine}${note}` : `${note}\n`)
  }
  return {
    async take() {
      if (release !== undefined) return true
      const result = await lockTerminal(input.fd, env, { host, clock, patience, onWait })
      if (hasWaited && canMove) output.write(result === 'busy' ? '\r\n' : clearLine)
      hasWaited = false
      if (result === 'busy') return false
      release = result
      return true
    },
    giveBack() {
      release?.()
      release = undefined
    },
  }
}
