import type { Path, Unit } from '../path.ts'
import type { Listened, Observation, Place } from '../ports.ts'
import { hasLeft, hiddenUnit, unitKey } from './units.ts'

/** What the paths of a page have shown so far. It grows with the page, not with the number of paths. */
export interface Memory {
  readonly units: ReadonlySet<string>
  readonly asking: ReadonlySet<string>
  readonly reached: ReadonlySet<string>
  readonly endless: ReadonlyMap<string, Path>
  loaded(): boolean
  /** Handlers that no state showed, each called by itself. */
  hidden(): readonly Unit[]
  add(observation: Observation): void
  /** Whether a path with guessed data shows what no other did. */
  leadsOn(observation: Observation): boolean
}

export function memory(): Memory {
  const units = new Set<string>()
  const asking = new Set<string>()
  const reached = new Set<string>()
  const guessed = new Set<string>()
  const unbound = new Map<string, Unit>()
  const shown = new Set<string>()
  const endless = new Map<string, Path>()
  let loaded = false
  const memory: Memory = {
    units,
    asking,
    reached,
    endless,
    loaded: () => loaded,
    hidden: () => [...unbound].filter(([handler]) => !shown.has(handler)).map(([, unit]) => unit),
    add(observation) {
      const key = unitKey(observation.path.unit)
      if (observation.path.data === 'guessed' && memory.leadsOn(observation)) guessed.add(key)
      if (observation.ended !== 'not-opened') loaded = true
      if (observation.ended === 'endless-loop' && !endless.has(key)) endless.set(key, observation.path)
      units.add(key)
      if (observation.calls.some(({ scope }) => scope !== null)) asking.add(key)
      for (const call of placesOf(observation)) reached.add(call)
      for (const handler of observation.unbound)
        unbound.set(handler, hiddenUnit(observation.path.unit, handler))
      for (const { handler } of heardHere(observation)) shown.add(handler)
    },
    leadsOn(observation) {
      const key = unitKey(observation.path.unit)
      return guessed.has(key) || !units.has(key) || placesOf(observation).some(call => !reached.has(call))
    },
  }
  return memory
}

/** What somebody listens to on the page itself: once another is open, elements are of that one. */
function heardHere(observation: Observation): readonly Listened[] {
  const elements = observation.views.filter(view => !hasLeft(observation, view)).flatMap(one => one.elements)
  return elements.flatMap(({ listens }) => listens)
}

/** Which guarded call ran, as reports compare it with the calls in the source. */
export const placeName = (api: string, { file, line }: Pick<Place, 'file' | 'line'>) =>
  `${api} ${file}:${line}`

function placesOf({ calls }: Observation): readonly string[] {
  return calls.flatMap(({ api, stack }) => stack.map(frame => placeName(api, frame)))
}
