import { siteOf } from '../findings/finding.ts'
import { isRefused } from '../findings/refusals.ts'
import type { Path, Unit } from '../path.ts'
import type { Call, Listened, Observation, Place, Stack } from '../ports.ts'
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
  /** Guarded calls that ran, each with all the lines that led to it: one for each way there. */
  readonly ran: ReadonlyMap<string, RanCall>
  loaded(): boolean
  /** What the program threw instead of opening the page. */
  failure(): Failure | null
  /** Of each unit that never came to an end, whatever the user answered, the first path that shows it. */
  endless(): readonly Path[]
  /** Handlers that no state showed, each called by itself. */
  hidden(): readonly Unit[]
  add(observation: Observation): void
  /** Whether a path with guessed data shows what no other did. */
  leadsOn(observation: Observation): boolean
}

/** A guarded call, at the line of the page that led to it. */
export interface RanCall extends Place {
  readonly api: string
  /** As `placeName` names them. */
  readonly places: readonly string[]
}

export function memory(): Memory {
  const units = new Set<string>()
  const asking = new Set<string>()
  const reached = new Set<string>()
  const ran = new Map<string, RanCall>()
  const guessed = new Set<string>()
  const unbound = new Map<string, Unit>()
  const shown = new Set<string>()
  const endless = new Map<string, Path>()
  const asksOn = new Map<string, Path>()
  const ended = new Set<string>()
  let loaded = false
  let failure: Failure | null = null
  const memory: Memory = {
    units,
    asking,
    reached,
    ran,
    loaded: () => loaded,
    failure: () => (loaded ? null : failure),
    endless: () => [
      ...endless.values(),
      ...[...asksOn].flatMap(([key, path]) => (ended.has(key) || endless.has(key) ? [] : path)),
    ],
    hidden: () => [...unbound].filter(([handler]) => !shown.has(handler)).map(([, unit]) => unit),
    add(observation) {
      const key = unitKey(observation.path.unit)
      if (observation.path.data === 'guessed' && memory.leadsOn(observation)) guessed.add(key)
      if (observation.ended !== 'not-opened') loaded = true
      else failure ??= failureOf(observation)
      if (observation.ended === 'endless-loop') addOnce(endless, key, observation.path)
      else if (observation.ended === 'asked-again' || observation.ended === 'too-long')
        addOnce(asksOn, key, observation.path)
      else ended.add(key)
      units.add(key)
      if (observation.calls.some(call => call.scope !== null || isRefused(call))) asking.add(key)
      for (const call of placesOf(observation)) reached.add(call)
      for (const call of observation.calls.flatMap(ranCall)) ran.set(call.places.join(), call)
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

/** A page that opened, and that its script did not define, has notices that say why. */
function failureOf({ events, troubles }: Observation): Failure | null {
  if (events.some(({ kind }) => kind === 'opened')) return null
  const thrown = troubles.findLast(({ kind }) => kind === 'exception')
  return thrown?.kind === 'exception' ? { message: thrown.message, stack: thrown.stack } : null
}

function addOnce(paths: Map<string, Path>, key: string, path: Path): void {
  if (!paths.has(key)) paths.set(key, path)
}

/** Which guarded call ran, as reports compare it with the calls in the source. */
export const placeName = (api: string, { file, line }: Pick<Place, 'file' | 'line'>) =>
  `${api} ${file}:${line}`

function placesOf({ calls }: Observation): readonly string[] {
  return calls.flatMap(placesOfCall)
}

const placesOfCall = ({ api, stack }: Call) => stack.map(frame => placeName(api, frame))

/** Of a call in a script: what WXML asks for stands there. */
function ranCall(call: Call): readonly RanCall[] {
  const { api, scope, stack } = call
  if (scope === null || !api.includes('.')) return []
  const { file, line, column } = siteOf(stack)
  return [{ api, file, line, column, places: placesOfCall(call) }]
}
