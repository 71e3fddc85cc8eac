import type { Context } from './context.ts'
import type { FlagName, Flags } from './flags.ts'
import type { Report } from './report.ts'

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
