import type { EmulatorEvent, Observe } from '../emulator/events.ts'
import type { Outcome } from '../machine/outcome.ts'

/** How many are kept: a test that calls a million times is not to fill the memory. */
export const mostEvents = 1000

export interface Log {
  readonly observe: Observe
  /** The last of them, the oldest first. */
  events(): readonly EmulatorEvent[]
  /** What nobody answered so far; the first of them, however much happened since. */
  unanswered(): readonly Unanswered[]
}

type Unanswered = Omit<Extract<EmulatorEvent, { type: 'unanswered' }>, 'type'>

/** Stands before an outcome that was settled. */
const settled = Symbol('settled')
/** Stands before any other event, which is kept as it was told. */
const told = Symbol('told')

/** A ring of two places for each event, so that no event is kept alive: what is kept the collector has to carry. */
export function eventLog(): Log {
  const places: unknown[] = new Array(2 * mostEvents).fill(undefined)
  let next = 0
  let count = 0
  const unanswered: Unanswered[] = []

  function keep(kind: string | symbol, what: unknown): void {
    places[next] = kind
    places[next + 1] = what
    next = next === places.length - 2 ? 0 : next + 2
    if (count < mostEvents) count += 1
  }

  return {
    observe(event) {
      if (event.type === 'called') keep(event.api, event.params)
      else if (event.type === 'settled') keep(settled, event.outcome)
      else {
        keep(told, event)
        if (event.type === 'unanswered' && unanswered.length < mostEvents) {
          const { caller, scope, why } = event
          unanswered.push({ caller, scope, why })
        }
      }
    },
    unanswered: () => [...unanswered],
    events() {
      const inOrder = [...places.slice(next), ...places.slice(0, next)].slice(places.length - 2 * count)
      return Array.from({ length: count }, (_, index) => eventOf(inOrder[2 * index], inOrder[2 * index + 1]))
    },
  }
}

/** A string is the API of what was called. */
function eventOf(kind: unknown, what: unknown): EmulatorEvent {
  if (typeof kind === 'string') return { type: 'called', api: kind, params: what }
  return kind === settled ? { type: 'settled', outcome: what as Outcome } : (what as EmulatorEvent)
}
