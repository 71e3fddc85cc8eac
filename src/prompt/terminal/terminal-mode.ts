import { closeSync } from 'node:fs'
import { deviceOf } from './terminal-facts.ts'
import type { After, Tty } from './tty.ts'

/** The mode that a prompt needs: the terminal passes on every key at once, echoes none, and marks pastes. */
export interface TerminalMode {
  enter(): void
  leave(): void
}

// Another Node process that ends on this terminal puts it back into the mode that it found at its start. Milliseconds.
const renewTime = 200

export function terminalMode({ input, output }: Tty, after: After, canMove: boolean): TerminalMode {
  let cancel = () => {}
  // Off first: Node remembers that the mode is raw, and would not set it again.
  const renew = () => {
    input.setRawMode?.(false)
    input.setRawMode?.(true)
    cancel = after(renewTime, renew)
  }
  return {
    enter() {
      renew()
      if (canMove) output.write('\x1b[?2004h')
    },
    leave() {
      cancel()
      if (canMove) output.write('\x1b[?2004l')
      input.setRawMode?.(false)
    },
  }
}

/**
 * Closes the terminal when the process exits, before Node can put it into the mode that it had when the process
 * started. That mode may be the one of another popup, and for a terminal that is gone Node aborts the process. The
 * mode that a prompt set was undone by then.
 */
export function letGoAtExit({ signals, input }: Tty): void {
  const terminal = input.fd === undefined ? undefined : deviceOf(input.fd)
  if (terminal === undefined) return
  signals.on('exit', () => {
    for (const fd of [0, 1, 2]) if (deviceOf(fd) === terminal) closeSync(fd)
  })
}
