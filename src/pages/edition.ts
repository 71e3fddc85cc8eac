import type { Catalogue } from '../catalogue/catalogue.ts'
import type { EditionName } from '../catalogue/edition-names.ts'
import { guideCatalogue } from '../catalogue/editions/guide.ts'
import type { TodayEdition } from '../wx/today/today.ts'

/** What decides the edition, in this order. */
export type EditionReason =
  | 'flag'
  | 'environment'
  | 'lib-version'
  | 'old-lib-version'
  | 'lib-version-word'
  | 'no-lib-version'

export interface ChosenEdition {
  readonly edition: EditionName
  readonly why: EditionReason
}

/** From this version of the base library on, the platform is today's. */
const firstOfToday = '2.32.3'

/** `--edition`, else `$WXAUTH_EDITION`, else what the project's `libVersion` says. Pure. */
export function editionFor(
  flag: EditionName | undefined,
  variable: EditionName | undefined,
  libVersion: string | undefined,
): ChosenEdition {
  if (flag !== undefined) return { edition: flag, why: 'flag' }
  if (variable !== undefined) return { edition: variable, why: 'environment' }
  const numbers = numbersIn(libVersion)
  if (numbers === undefined)
    return { edition: 'guide', why: libVersion ? 'lib-version-word' : 'no-lib-version' }
  return isAtLeast(numbers, numbersIn(firstOfToday) ?? [])
    ? { edition: 'today', why: 'lib-version' }
    : { edition: 'guide', why: 'old-lib-version' }
}

/** DevTools also writes words such as `latest` and `trial`, which mean another version every few weeks. */
function numbersIn(version: string | undefined): readonly number[] | undefined {
  return version !== undefined && /^\d+(\.\d+)*$/.test(version) ? version.split('.').map(Number) : undefined
}

function isAtLeast(version: readonly number[], least: readonly number[]): boolean {
  for (const [at, number] of least.entries()) {
    const own = version[at] ?? 0
    if (own !== number) return own > number
  }
  return true
}

export interface Edition {
  readonly catalogue: Catalogue
  readonly today?: TodayEdition
}

/** Loads today's only where it is asked for. */
export async function editionNamed(name: EditionName): Promise<Edition> {
  if (name === 'guide') return { catalogue: guideCatalogue }
  const { today } = await import('../wx/today/today.ts')
  return { catalogue: today.catalogue, today }
}
