import type { Arranged } from '../../machine/arrangement.ts'
import type { Context } from '../world/context.ts'
import { changesText } from './changes-text.ts'
import { exitCodes } from './exit-codes.ts'
import type { Report } from './report.ts'

/** The report of a command that changes states without asking: `set` and `reset`. */
export function arrangedReport({ texts }: Context, { changed, layers }: Arranged): Report {
  return {
    document: { changed, layers },
    text: layout => changesText({ changed, layers }, texts, layout),
    exit: exitCodes.success,
  }
}
