import type { CommandData } from '../arguments/command-data.ts'
import type { Flags } from '../arguments/flags.ts'
import type { Report } from '../report/report.ts'
import type { Context } from '../world/context.ts'

/** Does what a command says. */
export type Run = (context: Context, args: readonly string[], flags: Flags) => Promise<Report>

/** One command as data, and the file that runs it, which is loaded when the command is called. */
export interface CommandRow extends CommandData {
  readonly load: () => Promise<{ readonly run: Run }>
}
