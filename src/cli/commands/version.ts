import { versionReport } from '../report/version-report.ts'
import type { Run } from './command.ts'

export const run: Run = async () => versionReport()
