import type { EmulatorEvent, Observe } from '../emulator/events.ts'

/** How many are kept: a test that calls a million times is not to fill the memory. */
export const mostEvents = 1000

export interface Log {
  readonly observe: Observe
  /** The last of them, the oldest first. */
  events(): readonly EmulatorEvent[]
}

export function eventLog(): Log {
  // A ring: what is never copied and never grows costs a call next to nothing.
  const ring: EmulatorEvent[] = []
  let next = 0
  return {
    observe(event) {
      ring[next] = event
      next = next + 1 === mostEvents ? 0 : next + 1
    },
    events: () => [...ring.slice(next), ...ring.slice(0, next)],
  }
}
