import type { Path, Unit } from '../path.ts'
import type { Observation, Place, Stack } from '../ports.ts'
import { hasLeft, hiddenUnit, unitKey } from './units.ts'

/** Why a page did not open. */
export interface Failure {
  readonly message: string
  readonly stack: Stack
}

/** What the paths of a page have shown so far. It grows with the page, not with the number of paths. */
export interface Memory {
  readonly units: ReadonlySet<string>
  readonly asking: ReadonlySet<string>
  readonly reached: ReadonlySet<string>
  readonly endless: ReadonlyMap<string, Path>
  loaded(): boolean
  /** What the program threw instead of opening the page. */
  failure(): Failure | null
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
  let failure: Failure | null = null
  const memory: Memory = {
    units,
    asking,
    reached,
    endless,
    loaded: () => loaded,
    failure: () => (loaded ? null : failure),
    hidden: () => [...unbound].filter(([handler]) => !shown.has(handler)).map(([, unit]) => unit),
    add(observation) {
      const key = unitKey(observation.path.unit)
      if (observation.path.data === 'guessed' && memory.leadsOn(observation)) guessed.add(key)
      if (observation.ended !== 'not-opened') loaded = true
      else failure ??= failureOf(observation)
      if (observation.ended === 'endless-loop' && !endless.has(key)) endless.set(key, observation.path)
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

/** A page that opened, and that its script did not define, has notices that say why. */
function failureOf({ events, troubles }: Observation): Failure | null {
  if (events.some(({ kind }) => kind === 'opened')) return null
  const thrown = troubles.findLast(({ kind }) => kind === 'exception')
  return thrown?.kind === 'exception' ? { message: thrown.message, stack: thrown.stack } : null
}

/** Which guarded call ran, as reports compare it with the calls in the source. */
export const placeName = (api: string, { file, line }: Pick<Place, 'file' | 'line'>) =>
  `${api} ${file}:${line}`

function placesOf({ calls }: Observation): readonly string[] {
  return calls.flatMap(({ api, stack }) => stack.map(frame => placeName(api, frame)))
}
