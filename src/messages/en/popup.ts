/** What the popup says. Of a text in several wordings, the longest that fits is shown. */
export const popup = {
  /** Stands between the Mini Program's name and the title. */
  applying: 'is asking for this permission:',
  title: (description: string, scope: string) => `${description} (${scope})`,
  /** Two labels, which stand beside their texts where there is room. */
  why: 'Why',
  askedBy: 'Asked by',
  /** A label and its text where there is no room for that. */
  labeled: (label: string, text: string) => `${label}: ${text}`,
  noReason: 'no reason given',
  /** In a popup that asks for the privacy agreement too. */
  withPrivacy: '☑ Allow also agrees to the privacy guideline.',
  /** The privacy sheet. */
  sheet: {
    title: 'User privacy protection notice',
    asking: (contract: string) => `Read ${contract}. Agree to it to go on.`,
    choices: { accept: 'Agree', reject: 'Refuse' },
    results: {
      accept: 'Agreed to the privacy guideline.',
      reject: 'Refused the privacy guideline.',
      dismiss: 'Closed the privacy sheet without choosing.',
      closed: 'The privacy sheet was not answered. Nothing was recorded.',
      dropped: 'The privacy agreement was already given elsewhere.',
    },
  },
  button: 'a tap on the button',
  choices: { accept: 'Allow', reject: 'Reject' },
  keys: [
    'Press r or a, or use ← → and Enter · Esc closes without choosing',
    'r or a, or ← → and Enter · Esc closes',
    'r / a / Esc',
  ],
  notices: {
    early: ['Earlier keys were ignored. Press one key now.', 'Press one key again.'],
    several: ['Several keys at once are ignored. Press one key.', 'One key at a time.'],
    'choose-first': ['Nothing is chosen yet. Choose with ← → first.', 'Choose with ← → first.'],
    unknown: ['That key does nothing here. Press r, a or Esc.', 'Press r, a or Esc.'],
  },
  /** The line that stays, after a sign. What follows it on the screen says what comes next. */
  results: {
    accept: (description: string, scope: string) =>
      [`Allowed: ${description} (${scope}).`, `Allowed: ${description}.`, 'Allowed.'] as const,
    reject: (description: string, scope: string) =>
      [`Rejected: ${description} (${scope}).`, `Rejected: ${description}.`, 'Rejected.'] as const,
    dismiss: (description: string, scope: string) =>
      [
        `Closed without choosing: ${description} (${scope}).`,
        `Closed without choosing: ${description}.`,
        'Closed without choosing.',
      ] as const,
    closed: (description: string, scope: string) =>
      [
        `Not answered: ${description} (${scope}). Nothing was recorded.`,
        'Not answered. Nothing was recorded.',
        'Nothing was recorded.',
      ] as const,
    dropped: (description: string, scope: string) =>
      [
        `Already decided elsewhere: ${description} (${scope}).`,
        `Already decided elsewhere: ${description}.`,
        'Already decided.',
      ] as const,
  },
  /** After an answer that was accepted, if it fits into the same line. */
  change: (result: string, command: string) => `${result} To change it: ${command}`,
} as const
