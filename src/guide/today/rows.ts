import type { PrivateInfo } from '../../catalogue/layers.ts'
import type { Given, LayerStates, Row, Step } from '../sentence.ts'
import type { Entry } from './entries.ts'

/** With what can stand beside it. */
export const fuzzyInfos: readonly PrivateInfo[] = [
  'getFuzzyLocation',
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
]

export const agreed: LayerStates = { privacy: 'agreed' }

/** A row of today's edition, for a user who has agreed to the guideline unless the row says otherwise. */
export function row(given: Given, ...steps: readonly Step[]): Row {
  return { given: { edition: 'today', layers: agreed, ...given }, steps }
}

/** The same for a new user, who has not. */
export function newcomer(given: Given, ...steps: readonly Step[]): Row {
  return row({ layers: {}, ...given }, ...steps)
}

/** A row for each entry, in a Mini Program that declares what it needs. */
export function forEach(some: readonly Entry[], make: (entry: Entry) => Row): readonly Row[] {
  return some.map(entry => {
    const { given, steps } = make(entry)
    const fuzzy = entry.layers.privateInfo === 'getFuzzyLocation' ? { requiredPrivateInfos: fuzzyInfos } : {}
    return { given: { ...fuzzy, ...given }, steps }
  })
}
