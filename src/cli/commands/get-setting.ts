import { outcomeReport } from '../report/outcome-report.ts'
import type { Run } from './command.ts'

export const run: Run = async context => outcomeReport(context, context.emulator().getSetting())
