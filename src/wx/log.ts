import type { EmulatorEvent, Observe } from '../emulator/events.ts'

/** How many are kept: a test that calls a million times is not to fill the memory. */
export const mostEvents = 1000

const pieceSize = 100

export interface Log {
  readonly observe: Observe
  /** The last of them, the oldest first. */
  events(): readonly EmulatorEvent[]
}

export function eventLog(): Log {
  // In pieces, each young while it is written: what is stored into an old array costs the collector, and so each call.
  let full: readonly (readonly EmulatorEvent[])[] = []
  let piece: EmulatorEvent[] = []
  return {
    observe(event) {
      piece.push(event)
      if (piece.length < pieceSize) return
      full = [...full.slice(-mostEvents / pieceSize), piece]
      piece = []
    },
    events: () => [...full.flat(), ...piece].slice(-mostEvents),
  }
}
