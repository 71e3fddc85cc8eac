import type { Step } from '../findings/steps.ts'
import { stepsTo } from '../findings/steps.ts'
import type { DataKind, StartUser, Unit } from '../path.ts'
import type { Observation } from '../ports.ts'
import { unitKey } from '../search/units.ts'
import { printToken } from '../token.ts'

/** What the user can decide in one unit. Plain data: a worker sends it. */
export interface DecisionTree {
  readonly unit: Unit
  readonly start: StartUser
  readonly data: DataKind
  readonly root: Point
}

/** A point on the ways of a unit: what is seen up to the next choice, then a branch for each answer. */
export interface Point {
  readonly seen: readonly Step[]
  /** In the order of the options; empty at the end of a way. */
  readonly branches: readonly Branch[]
  readonly end: End | null
}

interface Branch {
  readonly answer: string
  /** The choice, with this answer. */
  readonly step: Step
  readonly point: Point
}

/** How a way ends. */
export interface End {
  readonly text: string
  readonly replay: string
  /** Fingerprints of what is wrong on it. */
  readonly wrong: readonly string[]
}

export interface Forest {
  add(observation: Observation, wrong: readonly string[]): void
  /** Only units where there is something to decide, or something wrong. */
  trees(): readonly DecisionTree[]
}

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] }
type GrowingPoint = Growing<Point>

/** Grows the trees of a page. Only a report that draws them keeps the paths. */
export function forest(root: string): Forest {
  const trees = new Map<string, DecisionTree & { readonly root: GrowingPoint }>()
  return {
    add(observation, wrong) {
      const { unit, start, data } = observation.path
      const key = `${unitKey(unit)} ${start} ${data}`
      const tree = trees.get(key) ?? { unit, start, data, root: emptyPoint() }
      trees.set(key, tree)
      grow(tree.root, observation, {
        text: observation.text,
        replay: printToken(observation.path, root),
        wrong: [...new Set(wrong)],
      })
    },
    trees: () => [...trees.values()].filter(({ root }) => root.branches.length > 0 || isWrong(root)),
  }
}

const emptyPoint = (): GrowingPoint => ({ seen: [], branches: [], end: null })

export function isWrong({ end, branches }: Point): boolean {
  return (end !== null && end.wrong.length > 0) || branches.some(({ point }) => isWrong(point))
}

/** Follows a path from the root, and adds what no path before it had. */
function grow(root: GrowingPoint, observation: Observation, end: End): void {
  let point = root
  let from = 0
  for (const { answer, event, options } of observation.choices) {
    point.seen = [...stepsBetween(observation, from, event)]
    const step = stepsTo(observation, event).at(-1)
    if (step === undefined) return
    const known = point.branches.find(branch => branch.answer === answer)
    const next = known?.point ?? emptyPoint()
    if (known === undefined) {
      point.branches.push({ answer, step, point: next })
      point.branches.sort((a, b) => options.indexOf(a.answer) - options.indexOf(b.answer))
    }
    point = next as GrowingPoint
    from = event + 1
  }
  point.seen = [...stepsBetween(observation, from, observation.events.length)]
  point.end = end
}

/** The steps of the events from one to just before another. */
function stepsBetween(observation: Observation, from: number, to: number): readonly Step[] {
  return stepsTo(observation, to - 1).slice(stepsTo(observation, from - 1).length)
}
