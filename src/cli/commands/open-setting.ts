import { settingsReport } from '../report/settings-report.ts'
import type { Run } from './command.ts'

export const run: Run = (context, _, flags) => settingsReport(context, flags)
