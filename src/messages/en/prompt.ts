import type { Answer } from '../../machine/state.ts'

/** Every text that a person reads in the popup and on the settings page. */
export const promptTexts = {
  popup: {
    applying: 'is applying for the following authorization',
    why: 'Why',
    noReason: 'no reason was given',
    askedBy: 'Asked by',
    button: 'a tap on the button',
    accept: { key: 'a', label: 'Allow' },
    reject: { key: 'r', label: 'Reject' },
    /** The longest that fits is shown. */
    keys: [
      '← → and Enter, or r / a · Esc closes without choosing',
      '← → Enter, r / a, Esc closes',
      'r / a / Esc',
    ],
    notices: {
      early: ['What was typed before does not count: press one key.', 'Press one key again.'],
      several: ['Several keys at once decide nothing: press one key.', 'One key at a time.'],
      'choose-first': ['Nothing is chosen yet: move with ← → first.', 'Choose with ← → first.'],
      unknown: ['That key does nothing here: press r, a or Esc.', 'Press r, a or Esc.'],
    },
    decided: {
      accept: { sign: '✔', word: 'Allowed' },
      reject: { sign: '✖', word: 'Rejected' },
      dismiss: { sign: '–', word: 'Closed without choosing' },
      closed: { sign: '–', word: 'Not answered' },
      dropped: { sign: '–', word: 'Decided elsewhere meanwhile' },
    },
    changeIt: { accept: '--disable', reject: '--enable' },
    change: (flag: string, scope: string) => `Change it: wxauth open-setting ${flag} ${scope}`,
    countsForNothing: 'Your answer counts for nothing.',
    asksAgain: 'Nothing was recorded: it will ask again.',
    staysRejected: 'Nothing was recorded: it stays rejected.',
    nothingRecorded: 'Nothing was recorded.',
  },
  settings: {
    title: 'Settings',
    allowed: 'The user allows this Mini Program to use',
    nothing: 'Nothing was decided yet: a switch appears once a popup was answered.',
    above: (switches: number) => `  ↑ ${switches} more`,
    below: (switches: number) => `  ↓ ${switches} more`,
    on: 'on',
    off: 'off',
    keys: ['↑ ↓ move · space flips · Enter or Esc closes', '↑ ↓ space, Enter closes', 'space / Enter'],
    emptyKeys: ['Enter or Esc closes', 'Enter closes'],
    notices: {
      early: ['What was typed before does not count: press one key.', 'Press one key again.'],
      several: ['Several keys at once move no switch: press one key.', 'One key at a time.'],
      unknown: ['That key does nothing here: press space, Enter or Esc.', 'Press space or Enter.'],
      saving: ['Recording …', '…'],
      moved: ['Recorded.', 'Recorded.'],
      stale: ['Somebody else moved a switch meanwhile: this is how they stand now.', 'Changed meanwhile.'],
      missing: ['That switch is gone: somebody reset it meanwhile.', 'Reset meanwhile.'],
    },
    closed: (moved: number) =>
      moved === 0
        ? 'Settings closed: nothing was moved.'
        : `Settings closed: ${moved} ${moved === 1 ? 'move' : 'moves'} recorded.`,
  },
  /** Follows the part of a text that is shown. */
  cut: (characters: number) => `… (${characters} more)`,
  waiting: (pid: number) => `Another wxauth (process ${pid}) is asking on this terminal: waiting for it.`,
} as const

/** How a popup ended on the screen. */
export type PopupEnding = Answer | 'closed'
