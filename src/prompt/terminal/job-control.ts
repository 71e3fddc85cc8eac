import type { Handover } from './handover.ts'
import type { After, Signals } from './tty.ts'

/** Stops the process on Ctrl-Z and SIGTSTP, and goes on after `fg`. */
export interface JobControl {
  start(): void
  end(): void
  /** @param group as for kill(2): 0 stops the whole job, as Ctrl-Z does on a terminal that is not raw */
  suspend(group: number): void
}

// A job that no shell can continue is not stopped, and receives no SIGCONT. Milliseconds.
const stopTime = 20

/** Sends a signal. Does nothing on Windows, which has none of these: it stops no jobs, and the prompt comes back at once. */
export function raise(signals: Signals, pid: number, signal: 'SIGTSTP' | 'SIGWINCH'): void {
  try {
    signals.kill(pid, signal)
  } catch {}
}

/**
 * @param isBackground whether the system would stop the process again if it touched the terminal now
 * @param handover what happens to the terminal right before the process stops, and when it goes on
 */
export function jobControl(
  signals: Signals,
  after: After,
  isBackground: () => boolean,
  handover: Handover,
): JobControl {
  let isSuspended = false
  let isContinueDue = false
  let cancel = () => {}

  const suspend = (group: number) => {
    if (isSuspended) return
    isSuspended = true
    isContinueDue = true
    handover.give()
    // Without a listener the signal does what it does to any program: it stops this one, here.
    signals.off('SIGTSTP', onStop)
    raise(signals, group, 'SIGTSTP')
    cancel = after(stopTime, resume)
  }
  const resume = () => {
    if (!isSuspended) return
    isSuspended = false
    // After `bg` the system stops the process where it touches the terminal, and `fg` continues it there.
    isContinueDue = isContinueDue || isBackground()
    signals.on('SIGTSTP', onStop)
    handover.takeBack()
  }
  const onStop = () => suspend(signals.pid)
  const onContinue = () => {
    const wasDue = isContinueDue
    isContinueDue = false
    if (isSuspended) return resume()
    if (wasDue) return
    // The process was stopped by SIGSTOP, which no program can listen for.
    isContinueDue = isBackground()
    handover.takeBack()
  }
  return {
    start() {
      signals.on('SIGTSTP', onStop)
      signals.on('SIGCONT', onContinue)
    },
    end() {
      cancel()
      signals.off('SIGTSTP', onStop)
      signals.off('SIGCONT', onContinue)
    },
    suspend,
  }
}
