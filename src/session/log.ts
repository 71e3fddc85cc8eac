import type { EmulatorEvent, Observe } from '../emulator/events.ts'

/** How many events are kept: a test that calls a million times must not fill the memory. */
export const mostEvents = 1000

/** A popup, or, where `scope` is undefined, a settings page, that nobody answered. */
export type UnansweredQuestion = Omit<Extract<EmulatorEvent, { readonly type: 'unanswered' }>, 'type'>

export interface Log {
  readonly observe: Observe
  /** The last of them, the oldest first. */
  events(): readonly EmulatorEvent[]
  /** What nobody answered so far; the first 1,000. */
  unanswered(): readonly UnansweredQuestion[]
}

export function eventLog(): Log {
  const events: EmulatorEvent[] = []
  const unanswered: UnansweredQuestion[] = []
  return {
    observe(event) {
      events.push(event)
      // A hundred at a time: to shift the whole list for each event would cost more than the call.
      if (events.length === mostEvents + 100) events.splice(0, 100)
      if (event.type === 'unanswered' && unanswered.length < mostEvents) {
        const { caller, scope, why } = event
        unanswered.push({ caller, scope, why })
      }
    },
    events: () => events.slice(-mostEvents),
    unanswered: () => [...unanswered],
  }
}
