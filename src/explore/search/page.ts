import { byPlace, compare } from '../order.ts'
import { type DataKind, lastTap, type Path, type StartUser, type Unit } from '../path.ts'
import type { Observation, Place, Runner } from '../ports.ts'
import { type Limits, nothingWalked, sumOf, type Walked, walkUnit } from './unit.ts'
import { hiddenUnits, unitKey, unitsShown } from './units.ts'

export interface PageSearch {
  readonly page: string
  readonly runner: Runner
  readonly starts: readonly StartUser[]
  readonly limits: Limits
  /** Also handlers that nothing shows. */
  readonly hidden: boolean
  /** Also with guessed data: not where fixtures must answer everything. */
  readonly guesses: boolean
  /** Sees every path. `counts` is false for one that is played only to know what happens when everything is accepted. */
  readonly visit: (observation: Observation, counts: boolean) => void
}

/** What was walked of one page. Plain data: a worker sends it. */
export interface PageWalked extends Walked {
  readonly page: string
  readonly loaded: boolean
  readonly units: number
  /** Units that use something that authorization concerns. */
  readonly asking: number
  /** Places of guarded calls that ran, as `api file:line`. */
  readonly reached: readonly string[]
  /** Of each unit that never came to an end, the first path that shows it. */
  readonly endless: readonly Path[]
}

/**
 * Every unit of a page, from every user. Units are found on the way: what the open page shows, then what shows only after
 * a tap. Then once more with guessed data, but only where that shows a unit or reaches a call that was not there before.
 */
export async function walkPage(search: PageSearch): Promise<PageWalked> {
  const seen = memory()
  let walked = nothingWalked
  for (const data of search.guesses ? dataKinds : dataKinds.slice(0, 1))
    for (const start of search.starts) walked = sumOf(walked, await walkFrom(start, data, search, seen))
  if (search.hidden)
    for (const start of search.starts)
      for (const unit of seen.hidden.values())
        walked = sumOf(walked, await walkOne({ unit, start, data: 'fixtures' }, search, seen))
  return {
    ...walked,
    page: search.page,
    loaded: seen.loaded(),
    units: seen.units.size,
    asking: seen.asking.size,
    reached: [...seen.reached].toSorted(),
    endless: [...seen.endless.values()],
  }
}

const dataKinds = ['fixtures', 'guessed'] as const satisfies readonly DataKind[]

/** Everything that the open page leads to: first what it shows, then what it shows after a tap. */
async function walkFrom(start: StartUser, data: DataKind, search: PageSearch, seen: Memory): Promise<Walked> {
  // An element is the same however many taps came before.
  const known = new Set<string>()
  let level: readonly Unit[] = [{ page: search.page, taps: [] }]
  let walked = nothingWalked
  while (level.length > 0) {
    const next: Unit[] = []
    const find = (observation: Observation) => {
      for (const unit of unitsShown(observation)) {
        const element = JSON.stringify(lastTap(unit))
        if (known.has(element)) continue
        known.add(element)
        next.push(unit)
      }
    }
    for (const unit of level) walked = sumOf(walked, await walkOne({ unit, start, data }, search, seen, find))
    level = next.toSorted(byTap)
  }
  return walked
}

/** In the order of their places, so that the order in which elements were found does not matter. */
function byTap(a: Unit, b: Unit): number {
  const [one, other] = [lastTap(a)?.at, lastTap(b)?.at]
  return (one && other ? byPlace(one, other) : 0) || compare(unitKey(a), unitKey(b))
}

async function walkOne(
  start: Omit<Path, 'decisions'>,
  search: PageSearch,
  seen: Memory,
  find: (observation: Observation) => void = () => {},
): Promise<Walked> {
  const { runner, limits, starts, visit } = search
  const see = (counts: boolean) => (observation: Observation) => {
    if (counts) seen.add(observation)
    visit(observation, counts)
    if (counts) find(observation)
  }
  if (!starts.includes('undecided'))
    await walkUnit({ ...start, start: 'undecided' }, { runner, limits: onePath, visit: see(false) })
  if (start.data === 'fixtures') return walkUnit(start, { runner, limits, visit: see(true) })
  return walkGuessed(start, search, seen, see(true))
}

const onePath: Limits = { depth: 0, paths: 1 }

/** The first path says whether guessed data leads anywhere new; if it does not, it is not counted as walked. */
async function walkGuessed(
  start: Omit<Path, 'decisions'>,
  { runner, limits }: PageSearch,
  seen: Memory,
  visit: (observation: Observation) => void,
): Promise<Walked> {
  const first = await runner.play({ ...start, decisions: [] })
  if (start.unit.taps.length > 0 && !seen.leadsOn(first)) return nothingWalked
  return walkUnit(start, { runner, limits, visit })
}

interface Memory {
  readonly units: ReadonlySet<string>
  readonly asking: ReadonlySet<string>
  readonly reached: ReadonlySet<string>
  readonly hidden: ReadonlyMap<string, Unit>
  readonly endless: ReadonlyMap<string, Path>
  loaded(): boolean
  add(observation: Observation): void
  /** Whether a path with guessed data shows what no other did. */
  leadsOn(observation: Observation): boolean
}

/** What the paths of a page have shown so far. It grows with the page, not with the number of paths. */
function memory(): Memory {
  const units = new Set<string>()
  const asking = new Set<string>()
  const reached = new Set<string>()
  const guessed = new Set<string>()
  const hidden = new Map<string, Unit>()
  const endless = new Map<string, Path>()
  let loaded = false
  const memory: Memory = {
    units,
    asking,
    reached,
    hidden,
    endless,
    loaded: () => loaded,
    add(observation) {
      const key = unitKey(observation.path.unit)
      if (observation.path.data === 'guessed' && memory.leadsOn(observation)) guessed.add(key)
      if (observation.ended !== 'not-opened') loaded = true
      if (observation.ended === 'endless-loop' && !endless.has(key)) endless.set(key, observation.path)
      units.add(key)
      if (observation.calls.some(({ scope }) => scope !== null)) asking.add(key)
      for (const call of placesOf(observation)) reached.add(call)
      for (const unit of hiddenUnits(observation)) hidden.set(unitKey(unit), unit)
    },
    leadsOn(observation) {
      const key = unitKey(observation.path.unit)
      return guessed.has(key) || !units.has(key) || placesOf(observation).some(call => !reached.has(call))
    },
  }
  return memory
}

/** Which guarded call ran, as reports compare it with the calls in the source. */
export const placeName = (api: string, { file, line }: Pick<Place, 'file' | 'line'>) =>
  `${api} ${file}:${line}`

function placesOf({ calls }: Observation): readonly string[] {
  return calls.flatMap(({ api, stack }) => stack.map(frame => placeName(api, frame)))
}
