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
  /** Rejects with an error that nobody caught. The process goes on, so that the terminal can be restored. */
  readonly failed: Promise<never>
  stop(): void
}

/**
 * Listens for what ends a session from outside.
 * @param end called with each end
 * @param clear called when the process exits meanwhile, and before `failed` rejects
 */
export function listenForEnds(
  tty: Tty,
  after: After,
  end: (by: SessionEnd) => void,
  clear: () => void,
): EndListener {
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
  let onError = (_: unknown) => {}
  const failed = new Promise<never>((_, reject) => {
    onError = error => {
      clear()
      reject(error)
    }
  })
  signals.on('SIGINT', onInt)
  signals.on('SIGTERM', onTerm)
  signals.on('SIGHUP', onHup)
  signals.on('uncaughtException', onError)
  signals.on('exit', clear)
  for (const event of goneEvents) input.on(event, onInputEnd)
  output.on('error', onWriteError)
  return {
    failed,
    stop() {
      signals.off('SIGINT', onInt)
      signals.off('SIGTERM', onTerm)
      signals.off('SIGHUP', onHup)
      signals.off('uncaughtException', onError)
      signals.off('exit', clear)
      for (const event of goneEvents) input.off(event, onInputEnd)
      // A write to a terminal that is gone fails a moment later.
      setImmediate(() => output.off('error', onWriteError))
    },
  }
}
