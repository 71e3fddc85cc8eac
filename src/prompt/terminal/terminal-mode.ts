import { closeSync } from 'node:fs'
import { deviceOf } from './terminal-facts.ts'
import type { After, Terminal } from './tty.ts'

/** The terminal in the mode that a prompt needs: every key at once, no echo, pastes marked as such. */
export interface TerminalMode {
  enter(): void
  leave(): void
}

// Another Node process that ends on this terminal puts it into the mode it once found it in. Milliseconds.
const renewTime = 200

export function terminalMode({ input, output }: Terminal, after: After, canMove: boolean): TerminalMode {
  let callOff = () => {}
  // Off first: what remembers the mode as raw would do nothing.
  const renew = () => {
    input.setRawMode?.(false)
    input.setRawMode?.(true)
    callOff = after(renewTime, renew)
  }
  return {
    enter() {
      renew()
      if (canMove) output.write('\x1b[?2004h')
    },
    leave() {
      callOff()
      if (canMove) output.write('\x1b[?2004l')
      input.setRawMode?.(false)
    },
  }
}

/**
 * Keeps Node from putting the terminal into the mode that it had at this process's start: that may be another
 * popup's, and of a terminal that is gone Node makes an abort. What was changed here was put back by then.
 */
export function letGoAtExit({ signals, input }: Terminal): void {
  const terminal = input.fd === undefined ? undefined : deviceOf(input.fd)
  if (terminal === undefined) return
  signals.on('exit', () => {
    for (const fd of [0, 1, 2]) if (deviceOf(fd) === terminal) closeSync(fd)
  })
}
