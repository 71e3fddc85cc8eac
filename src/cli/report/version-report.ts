import manifest from '../../../package.json' with { type: 'json' }
import { exitCodes } from './exit-codes.ts'
import type { Report } from './report.ts'

export function versionReport(): Report {
  // Not destructured: the bundler would keep all of package.json.
  const version = manifest.version
  return { document: { version }, text: () => version, exit: exitCodes.success }
}
