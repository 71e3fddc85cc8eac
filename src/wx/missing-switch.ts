import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ScopeName } from '../catalogue/names.ts'
import type { MiniProgram } from '../emulator/ports.ts'
import { WxauthError } from '../faults.ts'

/** @throws WxauthError ERR_MISSING_SWITCH if there are any */
export type CheckMissing = (scopes: readonly ScopeName[]) => void

/** The fault of whoever moves these switches, which the settings page does not have; `undefined` for none. */
export function missingSwitch(
  { isRetired }: Catalogue,
  { declares }: MiniProgram,
  scopes: readonly ScopeName[],
): WxauthError<'ERR_MISSING_SWITCH'> | undefined {
  if (scopes.length === 0) return undefined
  const isDeclared = declares?.requiredBackgroundModes.includes('location') ?? false
  const undeclared = scopes.filter(scope => scope === 'scope.userLocationBackground' && !isDeclared)
  return new WxauthError('ERR_MISSING_SWITCH', { scopes, retired: scopes.filter(isRetired), undeclared })
}
