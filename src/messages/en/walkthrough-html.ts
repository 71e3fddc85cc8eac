import type { Answer } from '../../machine/state.ts'
import { whole } from '../../text/quoted.ts'

/** What only the page of `wxauth walkthrough --html` says. */
export const html = {
  written: (path: string) => `Wrote ${whole(path)}.`,

  /** Of the window. @param subject a scope */
  title: (subject: string) => `${subject} step by step`,
  titleOfAll: 'The Scope List step by step',
  kicker: 'WeChat Mini Program authorization',
  headingOfAll: 'The Scope List, step by step',
  lead: 'What the user sees and what your code receives, whatever the user decides.',
  leadOfAll:
    'For every scope of the guide: what the user sees and what your code receives, whatever the user decides.',
  facts: { scope: 'Scope', guards: 'Guards', app: 'Mini Program' },
  component: (name: string) => `${name} component`,
  /** Between the names in a list. */
  separator: ', ',
  contents: 'Contents',

  states: 'The three states',
  statesOfButton: 'The three states, with the button',
  summary: {
    heading: 'In short',
    user: 'The user',
    received: 'Your code receives',
    next: 'The next time',
    answers: {
      accept: 'allows it',
      reject: 'rejects it',
      dismiss: 'closes the popup',
    } satisfies Record<Answer, string>,
  },

  beginning: 'Before the popup',
  branches: {
    accept: 'If the user allows it',
    reject: 'If the user rejects it',
    dismiss: 'If the user closes the popup',
  } satisfies Record<Answer, string>,
  /** Before the title of a step. */
  number: (number: number) => `${number}.`,

  user: 'What the user sees',
  received: 'What your code receives',
  sameCode: (number: number) => `The same code as in step ${number}`,

  popup: 'Popup',
  settings: 'Settings page',
  /** Follows the answer that the user chose, for screen readers. */
  chosen: ', chosen',
  closed: 'Closed without choosing',
  /** A switch that the user moved. */
  moved: (before: string, after: string) => `${before} → ${after}`,

  footer: 'Try it in a terminal:',

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
    /** Sentences of the description for screen readers. */
    state: (state: string, verdict: string) => `${state}: ${verdict}.`,
    arrow: (from: string, to: string, label: string) => `${from} to ${to}: ${label}.`,
    legend: [
      'Allow, Reject and closed are the user’s answers to the popup. A popup that is closed records nothing.',
      'Switched on and off: on the settings page, which wx.openSetting opens.',
      'Deleted: the user deletes the Mini Program. wxauth reset does the same.',
      'For a test, wxauth set leads from each state to each other.',
    ],
    legendOfButton:
      'Button: a tap on <button open-type="getUserInfo">, which asks again even after a refusal.',
  },
} as const
