import { isHidden, type Tap, type Unit } from '../path.ts'
import type { Element, Observation, View } from '../ports.ts'

/** Taps before an element shows: deeper ones are for the team's own tests. */
const mostTaps = 2

/** What tells two units of a page apart. */
export function unitKey({ taps }: Unit): string {
  return JSON.stringify(
    taps.map(({ handler, at, isLast }) => [handler, at?.file, at?.line, at?.column, isLast]),
  )
}

/**
 * The units that an observation shows: a tap on each element that is there after its taps, before the last of them comes
 * again: that may take away what the first brought.
 */
export function unitsShown(observation: Observation): readonly Unit[] {
  const { path, views, ended } = observation
  const { unit } = path
  const view = views.find(({ turn }) => turn === unit.taps.length)
  if (ended !== 'idle' || view === undefined || hasLeft(observation, view)) return []
  if (unit.taps.length >= mostTaps || isHidden(unit)) return []
  const ofPage =
    unit.taps.length > 0 ? [] : view.ofPage.map(handler => ({ handler, at: null, isLast: false }))
  return [...view.elements.flatMap(tapsOn), ...ofPage].map(tap => ({
    page: unit.page,
    taps: [...unit.taps, tap],
  }))
}

/** Whether another page is open by then: what is shown belongs to that one. */
export const hasLeft = ({ events }: Pick<Observation, 'events'>, { event }: Pick<View, 'event'>) =>
  events.slice(0, event + 1).some(({ kind }) => kind === 'navigated')

function tapsOn({ listens, at, isLast }: Element): readonly Tap[] {
  return listens
    .filter(({ byTap, exists }) => byTap && exists)
    .map(({ handler }) => ({ handler, at: { file: at.file, line: at.line, column: at.column }, isLast }))
}

/** A handler that nothing shows, called by itself. */
export function hiddenUnit({ page }: Unit, handler: string): Unit {
  return { page, taps: [{ handler, at: null, isLast: false }] }
}
