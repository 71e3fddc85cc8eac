/** What the settings page says. Of a text in several wordings, the longest that fits is shown. */
export const settings = {
  title: 'Settings',
  /** Stands between the Mini Program's name and the switches. */
  allowed: 'Allow this Mini Program to use:',
  nothing: 'No decisions yet. A switch appears here once a popup is answered.',
  above: (switches: number) => `↑ ${switches} more`,
  below: (switches: number) => `↓ ${switches} more`,
  on: 'on',
  off: 'off',
  /** The choices of the row of locations, which has three. */
  location: {
    never: 'Do not allow',
    using: 'While the Mini Program is used',
    always: 'While it is used and after leaving it',
  },
  keys: [
    '↑ ↓ move · Space toggles · Enter or Esc closes',
    '↑ ↓ · Space toggles · Enter closes',
    '↑ ↓ · Space · Enter closes',
    'Space / Enter',
  ],
  emptyKeys: ['Enter or Esc closes', 'Enter closes'],
  notices: {
    early: ['Earlier keys were ignored. Press one key now.', 'Press one key again.'],
    several: ['Several keys at once are ignored. Press one key.', 'One key at a time.'],
    unknown: ['That key does nothing here. Press Space, Enter or Esc.', 'Press Space or Enter.'],
    saving: ['Saving…'],
    busy: ['Still saving the last change. Try again in a moment.', 'Still saving.'],
    moved: ['Saved.'],
    stale: [
      'Changed elsewhere in the meantime. This is the current state.',
      'Changed elsewhere in the meantime.',
      'Changed elsewhere.',
    ],
    missing: ['That switch is gone: its scope was reset in the meantime.', 'Reset in the meantime.'],
  },
  /** The line that stays, after a sign. */
  closed: (changes: number) =>
    changes === 0
      ? 'Settings closed. Nothing was changed.'
      : `Settings closed. ${changes} ${changes === 1 ? 'change' : 'changes'} saved.`,
} as const
