import type { Decision, Path } from '../path.ts'
import type { Observation, Runner } from '../ports.ts'

/** What ends a walk early. */
export interface Limits {
  /** Choices of one path after which no other answer is tried. */
  readonly depth: number
  /** Paths of one unit, from one user. */
  readonly paths: number
}

export interface Walk {
  readonly runner: Runner
  readonly limits: Limits
  /** Sees every path once. */
  readonly visit: (observation: Observation) => void
}

/** What was done. `cut` counts the answers that a limit left out. */
export interface Walked {
  readonly paths: number
  readonly cut: number
}

export const nothingWalked: Walked = { paths: 0, cut: 0 }

export const sumOf = (a: Walked, b: Walked): Walked => ({ paths: a.paths + b.paths, cut: a.cut + b.cut })

/**
 * Plays every path of a unit: first the one where every choice takes its first answer, then those that differ from a
 * played one by one answer more, so that short ways come first. Nothing is kept but prefixes and the states where other
 * answers were tried: two prefixes that lead to the same state are followed once. A switch of the settings page waits
 * until some path has to do with its scope: nobody can tell before whether it is on.
 * @param first the path without decisions, if it was played
 */
export async function walkUnit(
  start: Omit<Path, 'decisions'>,
  walk: Walk,
  first?: Observation,
): Promise<Walked> {
  const { runner, limits, visit } = walk
  const tried = new Set<string>()
  const concerned = new Set<string>()
  const prefixes: (readonly Decision[])[] = [[]]
  let waiting: readonly (readonly Decision[])[] = []
  let paths = 0
  let cut = 0
  for (let prefix = prefixes.shift(); prefix !== undefined; prefix = prefixes.shift()) {
    if (paths >= limits.paths) return { paths, cut: cut + prefixes.length + 1 }
    const isPlayed = first !== undefined && paths === 0
    const observation = isPlayed ? first : await runner.play({ ...start, decisions: prefix })
    paths += 1
    visit(observation)
    for (const scope of scopesOf(observation)) concerned.add(scope)
    const others = otherWays(observation, prefix.length, limits.depth, tried)
    const all = [...waiting, ...others.prefixes]
    waiting = all.filter(ways => !isOf(ways.at(-1), concerned))
    prefixes.push(...all.filter(ways => !waiting.includes(ways)))
    cut += others.cut
  }
  return { paths, cut }
}

/** Whatever a path has called or read. */
function scopesOf({ calls, reads }: Observation): readonly string[] {
  return [...calls, ...reads].flatMap(({ scope }) => scope ?? [])
}

/** Whether a decision can make a difference to a program that has to do with these scopes only. */
function isOf(decision: Decision | undefined, scopes: ReadonlySet<string>): boolean {
  const [, scope] = decision?.kind === 'settings' ? decision.answer.split(' ') : []
  return scope === undefined || scopes.has(scope)
}

/** The prefixes that leave this path at a choice after its own prefix. */
function otherWays(
  { path, choices }: Observation,
  from: number,
  depth: number,
  tried: Set<string>,
): { readonly prefixes: readonly (readonly Decision[])[]; readonly cut: number } {
  const prefixes: (readonly Decision[])[] = []
  let cut = 0
  for (let at = from; at < choices.length; at += 1) {
    const choice = choices[at]
    if (choice === undefined) break
    const key = JSON.stringify([choice.kind, choice.options, choice.state])
    // What follows from here was tried too.
    if (tried.has(key)) break
    const others = choice.options.filter(option => option !== choice.answer)
    if (at >= depth) {
      cut += others.length
      continue
    }
    tried.add(key)
    const before = path.decisions.slice(0, at)
    prefixes.push(...others.map(answer => [...before, { kind: choice.kind, answer }]))
  }
  return { prefixes, cut }
}
