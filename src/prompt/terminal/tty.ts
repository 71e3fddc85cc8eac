/** A terminal to ask on, and what belongs to it. All of it is handed in. */
export interface Terminal {
  readonly input: TerminalInput
  /** The conversation goes here: stderr. */
  readonly output: TerminalOutput
  readonly env: Readonly<Record<string, string | undefined>>
  readonly signals: Signals
  /** Whether `output` is to be coloured. */
  readonly colour: boolean
  /** Milliseconds to wait for another wxauth that is asking on this terminal; ten minutes where left out. */
  readonly patience?: number
  readonly after?: After
}

export type TerminalInput = NodeJS.ReadableStream & {
  /** Left out, it is no file: then nobody else can have it open, and nothing is looked up about it. */
  readonly fd?: number
  readonly isRaw?: boolean
  setRawMode?(on: boolean): unknown
}

export type TerminalOutput = NodeJS.WritableStream & { readonly columns?: number; readonly rows?: number }

/** The signals of this process and its end, by its own hand or by a crash: what `process` offers. */
export interface Signals {
  readonly pid: number
  on(event: SignalEvent, listener: () => void): unknown
  off(event: SignalEvent, listener: () => void): unknown
  kill(pid: number, signal: 'SIGTSTP' | 0): unknown
}
export type SignalEvent =
  | 'SIGINT'
  | 'SIGTERM'
  | 'SIGHUP'
  | 'SIGTSTP'
  | 'SIGCONT'
  | 'exit'
  | 'uncaughtExceptionMonitor'

/** Runs something after so many milliseconds. @returns how to call it off */
export type After = (milliseconds: number, run: () => void) => () => void

/**
 * Runs it once the time is over and whatever was typed until then was read: a timer alone may fire before the input
 * that waits since earlier, when the process was held up.
 */
export const afterReading: After = (milliseconds, run) => {
  let immediate: NodeJS.Immediate | undefined
  const timer = setTimeout(() => {
    immediate = setImmediate(run)
  }, milliseconds)
  return () => {
    clearTimeout(timer)
    clearImmediate(immediate)
  }
}

/** Whether the cursor can be moved, so that something can be drawn over. */
export function canMoveCursor(env: Terminal['env']): boolean {
  return env.TERM !== 'dumb'
}
