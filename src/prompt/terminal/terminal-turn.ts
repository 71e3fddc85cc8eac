import { platform } from 'node:os'
import type { Clock } from '../../locks/clock.ts'
import { hostOf } from '../../locks/host.ts'
import { type LockedTerminal, lockTerminal } from './terminal-lock.ts'
import { letGoAtExit } from './terminal-mode.ts'
import type { After, Tty } from './tty.ts'

/** The right to ask on a terminal, which one popup has at a time. */
export interface Turn {
  /**
   * Waits for the popup that is on the terminal, which tells the user so. Does nothing if the turn is taken already.
   * @returns false if the other popup stayed too long
   */
  take(): Promise<boolean>
  giveBack(): void
  /** The processes that wait for their turn. */
  waiting(): readonly number[]
}

// Longer than anybody thinks about a popup, and short enough for a script that was forgotten. Milliseconds.
const usualPatience = 600_000

export function turnOn(tty: Tty, after: After): Turn {
  const { env, signals, input, patience = usualPatience } = tty
  const host = hostOf({
    platform: platform(),
    pid: signals.pid,
    kill: (pid, signal) => signals.kill(pid, signal),
  })
  const clock: Clock = {
    now: () => performance.now(),
    sleep: ms => new Promise(resolve => after(ms, resolve)),
  }
  let terminal: LockedTerminal | undefined
  const onWait = () => letGoAtExit(tty)
  return {
    async take() {
      if (terminal !== undefined) return true
      const result = await lockTerminal(input.fd, env, { host, clock, patience, onWait })
      if (result === 'busy') return false
      terminal = result
      return true
    },
    giveBack() {
      terminal?.release()
      terminal = undefined
    },
    waiting: () => terminal?.waiting() ?? [],
  }
}
