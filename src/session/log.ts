import type { EmulatorEvent, Observe } from '../emulator/events.ts'

/** How many events are kept, so that a test with a million calls does not fill the memory. */
export const mostEvents = 1000

/** A popup that nobody answered. Without a scope it is the privacy sheet, if `kind` says so, or the settings page. */
export type UnansweredQuestion = Omit<Extract<EmulatorEvent, { readonly type: 'unanswered' }>, 'type'>

export interface Log {
  readonly observe: Observe
  /** The last 1,000, the oldest first. */
  events(): readonly EmulatorEvent[]
  /** The popups and settings pages that nobody answered, at most the first 1,000. */
  unanswered(): readonly UnansweredQuestion[]
}

export function eventLog(): Log {
  const ring: EmulatorEvent[] = []
  /** Where the next event goes: in a full ring, the place of the oldest. */
  let place = 0
  const unanswered: UnansweredQuestion[] = []
  return {
    observe(event) {
      ring[place] = event
      place = (place + 1) % mostEvents
      if (event.type === 'unanswered' && unanswered.length < mostEvents) {
        const { type, ...question } = event
        unanswered.push(question)
      }
    },
    events: () => Object.freeze([...ring.slice(place), ...ring.slice(0, place)]),
    unanswered: () => Object.freeze([...unanswered]),
  }
}
