import type { EmulatorEvent, Observe } from '../emulator/events.ts'

/** How many are kept: a test that calls a million times is not to fill the memory. */
export const mostEvents = 1000

export interface Log {
  readonly observe: Observe
  /** The last of them, the oldest first. */
  events(): readonly EmulatorEvent[]
}

export function eventLog(): Log {
  let kept: EmulatorEvent[] = []
  return {
    observe(event) {
      kept.push(event)
      // Cut now and then, and not at each event.
      if (kept.length >= 2 * mostEvents) kept = kept.slice(-mostEvents)
    },
    events: () => kept.slice(-mostEvents),
  }
}
