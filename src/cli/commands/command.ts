import type { FlagName, Flags } from '../arguments/flags.ts'
import type { Report } from '../report/report.ts'
import type { Context } from '../world/context.ts'

/** Does what a command says. */
export type Run = (context: Context, args: readonly string[], flags: Flags) => Promise<Report>

/** One command as data: enough for parsing, help and completion, which load no command. */
export interface CommandRow {
  /** `call`; for a sub-command `profile list`. */
  readonly name: string
  /** In commander's notation: `<api> [params]`. */
  readonly arguments: readonly string[]
  readonly flags: readonly FlagName[]
  readonly examples: readonly string[]
  /** Only completion scripts call it: help does not list it. */
  readonly isHidden?: true
  readonly load: () => Promise<{ readonly run: Run }>
}
