/** What the popup says. */
export const popup = {
  applying: 'is applying for the following authorization',
  why: 'Why',
  noReason: 'no reason was given',
  askedBy: 'Asked by',
  button: 'a tap on the button',
  choices: { accept: 'Allow', reject: 'Reject' },
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
  results: {
    accept: 'Allowed',
    reject: 'Rejected',
    dismiss: 'Closed without choosing',
    closed: 'Not answered',
    dropped: 'Decided elsewhere meanwhile',
  },
  change: (command: string) => `Change it: ${command}`,
  countsForNothing: 'Your answer counts for nothing.',
  asksAgain: 'Nothing was recorded: it will ask again.',
  staysRejected: 'Nothing was recorded: it stays rejected.',
  nothingRecorded: 'Nothing was recorded.',
} as const
