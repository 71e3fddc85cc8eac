import manifest from '../../../package.json' with { type: 'json' }
import { exitCodes } from './exit-codes.ts'
import type { Report } from './report.ts'

export function versionReport(): Report {
  const { version } = manifest
  return { document: { version }, text: () => version, exit: exitCodes.success }
}
