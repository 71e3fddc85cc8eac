import type { ScopeState } from '../../machine/state.ts'

/** What only the page of `wxauth walkthrough --html` says. */
export const walkthroughHtml = {
  diagram: {
    title: 'The three states of a scope',
    /** What follows from a call in this state. */
    verdicts: {
      ask: 'a popup asks',
      proceed: 'it runs at once',
      refuse: 'it fails at once',
    },
    arrows: {
      popup: { accept: 'Allow', reject: 'Reject', dismiss: 'closed' },
      button: { accept: 'button: Allow', reject: 'button: Reject', dismiss: 'button: closed' },
      settings: { on: 'switched on', off: 'switched off' },
      deleted: 'deleted',
    },
    /** One line of the description for screen readers. */
    state: (state: ScopeState, verdict: string) => `${state}: ${verdict}.`,
    arrow: (from: ScopeState, to: ScopeState, label: string) => `${from} to ${to}: ${label}.`,
  },
} as const
