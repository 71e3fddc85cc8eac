import type { ScopeName } from '../../catalogue/names.ts'
import type { ScopeEvent } from '../../machine/state.ts'
import type { Context } from '../world/context.ts'
import { exitCodes } from './exit-codes.ts'
import type { Report } from './report.ts'
import { changesText } from './views.ts'

/** The report of a command that moves scopes without asking: `set` and `reset`. */
export async function arrangedReport(
  context: Context,
  events: readonly (readonly [ScopeName, ScopeEvent])[],
): Promise<Report> {
  const emulator = context.emulator()
  const changed = await emulator.arrange(events)
  return { document: { changed }, text: () => changesText(changed), exit: exitCodes.success }
}
