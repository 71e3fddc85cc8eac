import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ScopeName } from '../catalogue/names.ts'
import { WxauthError } from '../faults.ts'

/** The fault of whoever moves these switches, which the settings page does not have; `undefined` for none. */
export function missingSwitch(
  { isRetired }: Catalogue,
  scopes: readonly ScopeName[],
): WxauthError<'ERR_MISSING_SWITCH'> | undefined {
  if (scopes.length === 0) return undefined
  return new WxauthError('ERR_MISSING_SWITCH', { scopes, retired: scopes.filter(isRetired) })
}
