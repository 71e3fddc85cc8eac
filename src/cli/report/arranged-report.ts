import type { ScopeName } from '../../catalogue/names.ts'
import type { ScopeEvent } from '../../machine/state.ts'
import type { Context } from '../world/context.ts'
import { changesText } from './changes-text.ts'
import { exitCodes } from './exit-codes.ts'
import type { Report } from './report.ts'

/** The report of a command that changes states without asking: `set` and `reset`. */
export async function arrangedReport(
  context: Context,
  events: readonly (readonly [ScopeName, ScopeEvent])[],
): Promise<Report> {
  const changes = await context.emulator().arrange(events)
  return {
    document: { changed: changes },
    text: layout => changesText(changes, context.texts, layout),
    exit: exitCodes.success,
  }
}
