import type { EmulatorEvent, Observe } from '../emulator/events.ts'
import type { Outcome } from '../machine/outcome.ts'

/** How many are kept: a test that calls a million times is not to fill the memory. */
export const mostEvents = 1000

const pieceSize = 100

export interface Log {
  readonly observe: Observe
  /** The last of them, the oldest first. */
  events(): readonly EmulatorEvent[]
}

/** Marks a place in a piece whose second half is an outcome that was settled. */
const settled = Symbol('settled')
/** … and one whose second half is any other event, as it was told. */
const told = Symbol('told')

export function eventLog(): Log {
  // In pieces, each young while it is written: what is stored into an old array costs the collector, and so each call.
  // Flat, two places for each event: what a call keeps alive is what the collector has to carry along.
  let full: readonly (readonly unknown[])[] = []
  let piece: unknown[] = []
  return {
    observe(event) {
      if (event.type === 'called') piece.push(event.api, event.params)
      else if (event.type === 'settled') piece.push(settled, event.outcome)
      else piece.push(told, event)
      if (piece.length < 2 * pieceSize) return
      full = [...full.slice(-mostEvents / pieceSize), piece]
      piece = []
    },
    events: () => [...full, piece].flatMap(eventsOf).slice(-mostEvents),
  }
}

/** The events that the two places each stand for. */
function eventsOf(piece: readonly unknown[]): readonly EmulatorEvent[] {
  const count = piece.length / 2
  return Array.from({ length: count }, (_, index) => eventOf(piece[2 * index], piece[2 * index + 1]))
}

/** A string is the API of what was called. */
function eventOf(kind: unknown, what: unknown): EmulatorEvent {
  if (typeof kind === 'string') return { type: 'called', api: kind, params: what }
  return kind === settled ? { type: 'settled', outcome: what as Outcome } : (what as EmulatorEvent)
}
