import type { WxauthError } from '../../faults.ts'
import type { Palette } from '../../text/color.ts'
import type { ExitCode } from './exit-codes.ts'

/** The result of a command; `main` prints it. */
export interface Report {
  /** The one document of `--json`. */
  readonly document: unknown
  /** The answer for people, without the last line break; empty where there is nothing to say. */
  readonly text: (layout: Layout) => string
  readonly exit: ExitCode
  /** What to do next, said after the answer. */
  readonly hints?: readonly string[]
  /** What went against the caller's wish without being wrong use, and what to do: said after the answer. */
  readonly complaints?: readonly Complaint[]
  /** With exit 3: the popup that nobody answered. */
  readonly fault?: WxauthError
}

export interface Complaint {
  readonly message: string
  readonly hint: string
}

/** What a text for people is laid out for. */
export interface Layout {
  readonly palette: Palette
  /** Columns of the window; Infinity where the answer does not go to a terminal. */
  readonly columns: number
}
