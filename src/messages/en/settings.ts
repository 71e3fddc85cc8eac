/** What the settings page says. */
export const settings = {
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
} as const
