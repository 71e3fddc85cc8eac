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

/**
 * Listens for what ends a session from outside.
 * @param end called with each end
 * @param onExit called when the process exits or crashes meanwhile
 * @returns how to stop listening
 */
export function listenForEnds(
  tty: Tty,
  after: After,
  end: (by: SessionEnd) => void,
  onExit: () => void,
): () => void {
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
  // Emitted before the stack of a crash is printed, so that the stack stands on lines of its own.
  signals.on('uncaughtExceptionMonitor', onExit)
  signals.on('exit', onExit)
  for (const event of goneEvents) input.on(event, onInputEnd)
  output.on('error', onWriteError)
  return () => {
    signals.off('SIGINT', onInt)
    signals.off('SIGTERM', onTerm)
    signals.off('SIGHUP', onHup)
    signals.off('uncaughtExceptionMonitor', onExit)
    signals.off('exit', onExit)
    for (const event of goneEvents) input.off(event, onInputEnd)
    // A write to a terminal that is gone fails a moment later.
    setImmediate(() => output.off('error', onWriteError))
  }
}
