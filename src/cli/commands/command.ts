import type { CommandData } from '../arguments/command-data.ts'
import type { Flags } from '../arguments/flags.ts'
import type { Report } from '../report/report.ts'
import type { Context } from '../world/context.ts'

/** Runs a command. */
export type Run = (context: Context, args: readonly string[], flags: Flags) => Promise<Report>

/** One command as data. The file that runs it is loaded only when it is called. */
export interface CommandRow extends CommandData {
  readonly load: () => Promise<{ readonly run: Run }>
}
