import type { FlagName, Flags } from '../arguments/flags.ts'
import type { Report } from '../report/report.ts'
import type { Context } from '../world/context.ts'

/** One command, as `commands/index.ts` lists it. */
export interface CommandSpec {
  /** `call`; for a sub-command `profile list`. */
  readonly name: string
  /** In commander's notation: `<api> [params]`. */
  readonly arguments: readonly string[]
  readonly flags: readonly FlagName[]
  readonly examples: readonly string[]
  readonly run: (context: Context, args: readonly string[], flags: Flags) => Promise<Report>
}
