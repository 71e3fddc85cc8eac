import { isHidden, type Tap, type Unit } from '../path.ts'
import type { Element, Observation } from '../ports.ts'

/** Taps before an element shows: deeper ones are for the team's own tests. */
const mostTaps = 2

/** What tells two units of a page apart. */
export function unitKey({ taps }: Unit): string {
  return JSON.stringify(
    taps.map(({ handler, at, isLast }) => [handler, at?.file, at?.line, at?.column, isLast]),
  )
}

/**
 * The units that an observation shows: a tap on each element at its end. Once another page is open, what is shown belongs
 * to that page.
 */
export function unitsShown({ path, elements, ended, events }: Observation): readonly Unit[] {
  const { unit } = path
  if (ended !== 'idle' || hasLeft({ events })) return []
  if (unit.taps.length >= mostTaps || isHidden(unit)) return []
  return elements.flatMap(tapsOn).map(tap => ({ page: unit.page, taps: [...unit.taps, tap] }))
}

/** Whether another page is shown now. */
export const hasLeft = ({ events }: Pick<Observation, 'events'>) =>
  events.some(({ kind }) => kind === 'navigated')

function tapsOn({ listens, at, isLast }: Element): readonly Tap[] {
  return listens
    .filter(({ byTap, exists }) => byTap && exists)
    .map(({ handler }) => ({ handler, at: { file: at.file, line: at.line, column: at.column }, isLast }))
}

/** A handler that nothing shows, called by itself. */
export function hiddenUnit({ page }: Unit, handler: string): Unit {
  return { page, taps: [{ handler, at: null, isLast: false }] }
}
