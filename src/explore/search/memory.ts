import type { Path, Unit } from '../path.ts'
import type { Observation, Place } from '../ports.ts'
import { hasLeft, hiddenUnit, unitKey } from './units.ts'

/** What the paths of a page have shown so far. It grows with the page, not with the number of paths. */
export interface Memory {
  readonly units: ReadonlySet<string>
  readonly asking: ReadonlySet<string>
  readonly reached: ReadonlySet<string>
  loaded(): boolean
  /** Of each unit that never came to an end, whatever the user answered, the first path that shows it. */
  endless(): readonly Path[]
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
  const asksOn = new Map<string, Path>()
  const ended = new Set<string>()
  let loaded = false
  const memory: Memory = {
    units,
    asking,
    reached,
    loaded: () => loaded,
    endless: () => [
      ...endless.values(),
      ...[...asksOn].flatMap(([key, path]) => (ended.has(key) || endless.has(key) ? [] : path)),
    ],
    hidden: () => [...unbound].filter(([handler]) => !shown.has(handler)).map(([, unit]) => unit),
    add(observation) {
      const key = unitKey(observation.path.unit)
      if (observation.path.data === 'guessed' && memory.leadsOn(observation)) guessed.add(key)
      if (observation.ended !== 'not-opened') loaded = true
      if (observation.ended === 'endless-loop') addOnce(endless, key, observation.path)
      else if (observation.ended === 'asked-again' || observation.ended === 'too-long')
        addOnce(asksOn, key, observation.path)
      else ended.add(key)
      units.add(key)
      if (observation.calls.some(({ scope }) => scope !== null)) asking.add(key)
      for (const call of placesOf(observation)) reached.add(call)
      for (const handler of observation.unbound)
        unbound.set(handler, hiddenUnit(observation.path.unit, handler))
      for (const { listens } of hasLeft(observation) ? [] : observation.elements)
        for (const { handler } of listens) shown.add(handler)
    },
    leadsOn(observation) {
      const key = unitKey(observation.path.unit)
      return guessed.has(key) || !units.has(key) || placesOf(observation).some(call => !reached.has(call))
    },
  }
  return memory
}

function addOnce(paths: Map<string, Path>, key: string, path: Path): void {
  if (!paths.has(key)) paths.set(key, path)
}

/** Which guarded call ran, as reports compare it with the calls in the source. */
export const placeName = (api: string, { file, line }: Pick<Place, 'file' | 'line'>) =>
  `${api} ${file}:${line}`

function placesOf({ calls }: Observation): readonly string[] {
  return calls.flatMap(({ api, stack }) => stack.map(frame => placeName(api, frame)))
}
