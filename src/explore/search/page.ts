import { byPlace, compare } from '../order.ts'
import { type DataKind, lastTap, type Path, type StartUser, type Unit } from '../path.ts'
import type { Observation, Runner } from '../ports.ts'
import { type Failure, type Memory, memory, type RanCall } from './memory.ts'
import { type SameForAll, sameForAll } from './same-for-all.ts'
import { type Limits, nothingWalked, sumOf, type Walk, type Walked, walkUnit } from './unit.ts'
import { unitKey, unitsShown } from './units.ts'

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
  /** Why it did not load, if the program threw something. */
  readonly failure: Failure | null
  readonly units: number
  /** Units that use something that authorization concerns. */
  readonly asking: number
  /** Places of guarded calls that ran, as `api file:line`. */
  readonly reached: readonly string[]
  /** Guarded calls that ran, with what led to them. */
  readonly ran: readonly RanCall[]
  /** Of each unit that never came to an end, the first path that shows it. */
  readonly endless: readonly Path[]
}

/**
 * Every unit of a page, from every user; what has nothing to do with scopes is the same for all of them. Units are found
 * on the way: what the open page shows, then what shows only after a tap. Then once more with guessed data, but only where
 * that shows a unit or reaches a call that was not there before.
 */
export async function walkPage(search: PageSearch): Promise<PageWalked> {
  const seen: Seen = { memory: memory(), same: sameForAll() }
  const known = seen.memory
  let walked = nothingWalked
  for (const data of search.guesses ? dataKinds : dataKinds.slice(0, 1))
    for (const start of search.starts) walked = sumOf(walked, await walkFrom(start, data, search, seen))
  const hidden = search.hidden ? known.hidden() : []
  for (const start of search.starts)
    for (const unit of hidden)
      if (start === 'undecided' || seen.same.unitsAfter(unit, 'fixtures') === undefined)
        walked = sumOf(walked, await walkOne({ unit, start, data: 'fixtures' }, search, seen))
  return {
    ...walked,
    page: search.page,
    loaded: known.loaded(),
    failure: known.failure(),
    units: known.units.size,
    asking: known.asking.size,
    reached: [...known.reached].toSorted(),
    ran: [...known.ran.values()],
    endless: known.endless(),
  }
}

/** What the paths so far have shown. */
interface Seen {
  readonly memory: Memory
  readonly same: SameForAll
}

const dataKinds = ['fixtures', 'guessed'] as const satisfies readonly DataKind[]

/** Everything that the open page leads to: first what it shows, then what it shows after a tap. */
async function walkFrom(start: StartUser, data: DataKind, search: PageSearch, seen: Seen): Promise<Walked> {
  // An element is the same however many taps came before.
  const known = new Set<string>()
  let level: readonly Unit[] = [{ page: search.page, taps: [] }]
  let walked = nothingWalked
  while (level.length > 0) {
    const next: Unit[] = []
    const add = (units: readonly Unit[]) => {
      for (const unit of units) {
        const element = JSON.stringify(lastTap(unit))
        if (known.has(element)) continue
        known.add(element)
        next.push(unit)
      }
    }
    for (const unit of level) {
      const same = start === 'undecided' ? undefined : seen.same.unitsAfter(unit, data)
      if (same === undefined)
        walked = sumOf(
          walked,
          await walkOne({ unit, start, data }, search, seen, one => add(unitsShown(one))),
        )
      else add(same)
    }
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
  seen: Seen,
  find: (observation: Observation) => void = () => {},
): Promise<Walked> {
  const { runner, limits, starts, visit } = search
  const see = (counts: boolean) => (observation: Observation) => {
    if (counts) {
      seen.memory.add(observation)
      seen.same.note(observation, true)
    }
    visit(observation, counts)
    if (counts) find(observation)
  }
  if (!starts.includes('undecided'))
    await walkUnit({ ...start, start: 'undecided' }, { runner, limits: onePath, visit: see(false) })
  const walk = { runner, limits, visit: see(true) }
  const walked = await (start.data === 'fixtures' ? walkUnit(start, walk) : walkGuessed(start, walk, seen))
  if (walked.cut > 0) seen.same.cut(start.unit, start.data)
  return walked
}

const onePath: Limits = { depth: 0, paths: 1 }

/** The first path says whether guessed data leads anywhere new; if it does not, it is not counted as walked. */
async function walkGuessed(start: Omit<Path, 'decisions'>, walk: Walk, seen: Seen): Promise<Walked> {
  const first = await walk.runner.play({ ...start, decisions: [] })
  seen.same.note(first, false)
  if (start.unit.taps.length > 0 && !seen.memory.leadsOn(first)) return nothingWalked
  return walkUnit(start, walk, first)
}
