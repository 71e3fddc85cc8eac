import type { Unanswered } from '../../emulator/ports.ts'
import type { After, Terminal } from './tty.ts'

/** Why nobody answered, or which signal ended it. */
export type Why = Unanswered | { readonly signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP' }

/** How a session ended when nobody answered: the first reason stands. */
export interface Endings {
  readonly why: Why | undefined
  end(why: Why): void
}

/** @param onEnd called for each reason */
export function endings(onEnd: () => void): Endings {
  let first: Why | undefined
  return {
    get why() {
      return first
    },
    end(why) {
      first ??= why
      onEnd()
    },
  }
}

// A closed terminal ends the input and raises SIGHUP, in either order. Milliseconds.
const hangupTime = 50
const goneEvents = ['end', 'close', 'error'] as const

/**
 * Hears of the ends that come from outside.
 * @param onGone called when the terminal is gone
 * @param onExit called when the process ends or crashes meanwhile
 * @returns how to stop hearing of them
 */
export function listenForEnds(
  { input, output, signals }: Terminal,
  after: After,
  end: Endings['end'],
  onGone: () => void,
  onExit: () => void,
): () => void {
  const onInt = () => end({ signal: 'SIGINT' })
  const onTerm = () => end({ signal: 'SIGTERM' })
  const onHup = () => {
    onGone()
    end({ signal: 'SIGHUP' })
  }
  const onInputEnd = () => {
    onGone()
    after(hangupTime, () => end({ unanswered: 'input-ended' }))
  }
  const onWriteError = () => {}
  signals.on('SIGINT', onInt)
  signals.on('SIGTERM', onTerm)
  signals.on('SIGHUP', onHup)
  // Before the stack of a crash is printed, so that it stands on lines of its own.
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
    // What was written to a terminal that is gone fails a little later.
    setImmediate(() => output.off('error', onWriteError))
  }
}
