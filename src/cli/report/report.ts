import type { WxauthError } from '../../faults.ts'
import type { Palette } from '../../text/color.ts'
import type { ExitCode } from './exit-codes.ts'

/** The result of a command; `main` prints it. */
export interface Report {
  /** The one document of `--json`. */
  readonly document: unknown
  /** The answer for people, without the last line break; empty if there is nothing to print. */
  readonly text: (layout: Layout) => string
  readonly exit: ExitCode
  /** What to do next; printed after the answer. */
  readonly hints?: readonly string[]
  /** What did not go as the caller wanted, although nothing was used wrongly; printed after the answer. */
  readonly complaints?: readonly Complaint[]
  /** With exit 3: the popup that nobody answered. */
  readonly fault?: WxauthError
}

export interface Complaint {
  readonly message: string
  readonly hint?: string
}

/** The window that a text for people is made for. */
export interface Layout {
  readonly palette: Palette
  /** Infinity if stdout is not a terminal. */
  readonly columns: number
}
