import type { After, Signals } from './tty.ts'

/** Stopping by Ctrl-Z or SIGTSTP, and going on by `fg`. */
export interface JobControl {
  start(): void
  end(): void
  /** @param group as for kill(2): 0 stops the whole job, as a terminal's own Ctrl-Z does */
  suspend(group: number): void
}

/**
 * @param isBackground whether touching the terminal now would stop the process again
 * @param leave called right before the process stops: the terminal as others expect it
 * @param comeBack called when it goes on: others had the terminal meanwhile, and its mode may be any
 */
export function jobControl(
  signals: Signals,
  after: After,
  isBackground: () => boolean,
  leave: () => void,
  comeBack: () => void,
): JobControl {
  let isSuspended = false
  let isContinueDue = false
  let callOff = () => {}

  const suspend = (group: number) => {
    if (isSuspended) return
    isSuspended = true
    isContinueDue = true
    leave()
    // With nobody listening the signal does what it does to any program: it stops this one, here.
    signals.off('SIGTSTP', onStop)
    stop(group)
    // A job without a shell to continue it is not stopped, and gets no SIGCONT.
    callOff = after(20, goOn)
  }
  const stop = (group: number) => {
    try {
      signals.kill(group, 'SIGTSTP')
    } catch {
      // Windows stops no jobs: the popup comes back at once.
    }
  }
  const goOn = () => {
    if (!isSuspended) return
    isSuspended = false
    // After `bg` the system stops it where it touches the terminal, and `fg` continues it there.
    isContinueDue = isContinueDue || isBackground()
    signals.on('SIGTSTP', onStop)
    comeBack()
  }
  const onStop = () => suspend(signals.pid)
  const onContinue = () => {
    const wasDue = isContinueDue
    isContinueDue = false
    if (isSuspended) return goOn()
    if (wasDue) return
    // After a SIGSTOP, which nobody can listen for.
    isContinueDue = isBackground()
    comeBack()
  }
  return {
    start() {
      signals.on('SIGTSTP', onStop)
      signals.on('SIGCONT', onContinue)
    },
    end() {
      callOff()
      signals.off('SIGTSTP', onStop)
      signals.off('SIGCONT', onContinue)
    },
    suspend,
  }
}
