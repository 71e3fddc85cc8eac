import { createHash } from 'node:crypto'
import type { ScopeName } from '../catalogue/names.ts'
import { compare } from '../explore/order.ts'
import type { Stack } from '../explore/ports.ts'
import type { ScopeState } from '../machine/state.ts'
import { plainWord, tried } from '../pages/context/plain.ts'
import type { Launch } from '../pages/launch.ts'
import { isDenied } from './calls.ts'
import type { CallDraft, PathLog } from './log.ts'

interface Parts {
  readonly launch: Launch
  readonly log: PathLog
  readonly stored: () => unknown
  readonly states: () => Readonly<Partial<Record<ScopeName, ScopeState>>>
  readonly turn: number
  readonly waiting: readonly Stack[]
}

/**
 * Where a program stands, as one word: what it can tell apart, and what is judged later. Places are sets, so that a loop
 * comes back to where it was. What only a closure or a module knows is not seen.
 */
export function stateOf({ launch, log, stored, states, turn, waiting }: Parts): string {
  const pages = launch.stack
    .all()
    .map(({ route, query, instance }) => [route, query, fieldsOf(instance, launch)])
  const denied = log.calls.filter(isDenied)
  const open = log.calls.filter(({ outcome }) => outcome === 'open')
  const parts = [
    turn,
    pages,
    fieldsOf(launch.app(), launch),
    stored(),
    states(),
    placesOf(denied),
    placesOf(open),
    namesOf(waiting),
    namesOf(log.troubles.map(({ stack }) => stack)),
    namesOf(log.shown()),
    launch.clock.waits().toSorted((a, b) => a - b),
    launch.text(),
  ]
  const text = parts.map(plainWord).join('\n')
  return createHash('sha1').update(text).digest('base64').slice(0, 12)
}

/** Data, and what a page keeps beside it. What the engine keeps there is not the program's. */
function fieldsOf(thing: object | undefined, { realm }: Launch): unknown {
  if (thing === undefined) return null
  const descriptors: PropertyDescriptorMap = tried(Object.getOwnPropertyDescriptors, thing) ?? {}
  const own = Object.entries(descriptors).flatMap(([key, { value }]) =>
    key.startsWith('_$') || key.startsWith('__') || typeof value === 'function'
      ? []
      : [[key, realm.plain(value)] as const],
  )
  return [Object.fromEntries(own), realm.plain(tried(Reflect.get, thing, 'data')) ?? null]
}

const placesOf = (calls: readonly CallDraft[]) => namesOf(calls.map(({ stack }) => stack))

function namesOf(stacks: readonly Stack[]): readonly string[] {
  const names = stacks.map(([own]) => (own === undefined ? '' : `${own.file}:${own.line}:${own.column}`))
  return [...new Set(names)].toSorted(compare)
}
