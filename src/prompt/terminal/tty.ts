/** A terminal that a person can be asked on, and what belongs to it. All of it is handed in. */
export interface Tty {
  readonly input: TtyInput
  /** Prompts are drawn here: stderr. */
  readonly output: TtyOutput
  readonly env: Readonly<Record<string, string | undefined>>
  readonly signals: Signals
  /** Whether what is drawn on `output` has colors. */
  readonly color: boolean
  /** How long to wait for another wxauth that is asking on this terminal: milliseconds. Left out, ten minutes. */
  readonly patience?: number
  /** Left out, `afterReading`. */
  readonly after?: After
}

export type TtyInput = NodeJS.ReadableStream & {
  /** Left out where the input is not a file: then no other process can have it open, and nothing is looked up. */
  readonly fd?: number
  readonly isRaw?: boolean
  setRawMode?(on: boolean): unknown
}

export type TtyOutput = NodeJS.WritableStream & { readonly columns?: number; readonly rows?: number }

/** The size of the window. A terminal that does not know its size reports 0. */
export function sizeOf({ columns, rows }: TtyOutput): { readonly columns: number; readonly rows: number } {
  return { columns: columns || 80, rows: rows || 24 }
}

/** The signals that this process receives and sends, and its end: the part of `process` that a prompt needs. */
export interface Signals {
  readonly pid: number
  on(event: SignalEvent, listener: (error: unknown) => void): unknown
  off(event: SignalEvent, listener: (error: unknown) => void): unknown
  kill(pid: number, signal: 'SIGTSTP' | 'SIGWINCH' | 0): unknown
}
export type SignalEvent =
  | 'SIGINT'
  | 'SIGTERM'
  | 'SIGHUP'
  | 'SIGTSTP'
  | 'SIGCONT'
  | 'exit'
  | 'uncaughtException'

/** Runs something after so many milliseconds. @returns how to cancel it */
export type After = (milliseconds: number, run: () => void) => () => void

/**
 * Runs something once the time is over and everything typed until then was read. A timer alone may fire first: when
 * the process was held up, timers that are due come before input that has been waiting.
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

/** Whether the cursor can be moved, so that a prompt can be drawn over itself. */
export function canMoveCursor(env: Tty['env']): boolean {
  return env.TERM !== 'dumb'
}
