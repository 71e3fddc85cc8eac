import type { Unanswered } from '../../emulator/ports.ts'
import type { Key } from './keys.ts'
import { letGoAtExit } from './terminal-mode.ts'
import type { After, Tty } from './tty.ts'

/** What ended a session before its prompt did: a reason why nobody can answer, or a signal. */
export type SessionEnd = Unanswered | { readonly signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP' }

/** What the keys mean that a terminal in its usual mode would turn into a signal, or into the end of the input. */
export const endsByKey: Readonly<Partial<Record<Key, SessionEnd>>> = {
  interrupt: { signal: 'SIGINT' },
  end: { unanswered: 'input-ended' },
}

// A terminal that is closed ends the input and raises SIGHUP, in either order. Milliseconds.
const hangupTime = 50
const goneEvents = ['end', 'close', 'error'] as const

interface EndListener {
  /** Called with each end. */
  end(by: SessionEnd): void
  /** Called with an error that nobody caught. The process goes on, so that the terminal can be restored. */
  fail(error: unknown): void
  /** Called when the process exits meanwhile. */
  exit(): void
}

/**
 * Listens for what ends a session from outside.
 * @returns how to stop listening
 */
export function listenForEnds(tty: Tty, after: After, { end, fail, exit }: EndListener): () => void {
  const { input, output, signals } = tty
  const onInt = () => end({ signal: 'SIGINT' })
  const onTerm = () => end({ signal: 'SIGTERM' })
  const onHup = () => {
    letGoAtExit(tty)
    end({ signal: 'SIGHUP' })
  }
  const onInputEnd = () => {
    letGoAtExit(tty)
    after(hangupTime, () => end({ unanswered: 'input-ended' }))
  }
  const onWriteError = () => {}
  signals.on('SIGINT', onInt)
  signals.on('SIGTERM', onTerm)
  signals.on('SIGHUP', onHup)
  signals.on('uncaughtException', fail)
  signals.on('exit', exit)
  for (const event of goneEvents) input.on(event, onInputEnd)
  output.on('error', onWriteError)
  return () => {
    signals.off('SIGINT', onInt)
    signals.off('SIGTERM', onTerm)
    signals.off('SIGHUP', onHup)
    signals.off('uncaughtException', fail)
    signals.off('exit', exit)
    for (const event of goneEvents) input.off(event, onInputEnd)
    // A write to a terminal that is gone fails a moment later.
    setImmediate(() => output.off('error', onWriteError))
  }
}
