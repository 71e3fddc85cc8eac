import { describe, expect } from 'vitest'
import { answer, ask, ended, isAsBefore, onPanes, settled, test } from './program-on-pane.ts'

const switches = [
  { scope: 'scope.userInfo', description: 'User information', on: true },
  { scope: 'scope.camera', description: 'Camera', on: false },
] as const

describe('the settings page on a real terminal', onPanes, () => {
  test('switches move, one line stays, the terminal is left as it was', async ({ pane }) => {
    await ask(pane, { ask: 'settings', switches })
    await pane.press('Down')
    await pane.shows('❯ [off] Camera')
    await settled(pane)
    await pane.press('Space')
    await pane.shows('❯ [on ] Camera')
    await settled(pane)
    await pane.press('Enter')
    await ended(pane, 0)
    expect(answer(pane)).toEqual({ visit: { missing: [] }, flips: [['scope.camera', true]] })
    await isAsBefore(pane, '✔ Settings closed: 1 move recorded.', 'ended 0', '$')
  })
  test('a stale switch is said, and the next move counts', async ({ pane }) => {
    await ask(pane, { ask: 'settings', switches, mishap: 'stale' })
    await pane.press('Space')
    await pane.shows('Somebody else moved a switch meanwhile')
    await pane.shows('❯ [off] User information')
    await settled(pane)
    await pane.press('Space')
    await pane.shows('❯ [on ] User information')
    await settled(pane)
    await pane.press('Escape')
    await ended(pane, 0)
    expect(answer(pane).flips).toEqual(['stale', ['scope.userInfo', true]])
  })
  test('what cannot be recorded closes the page', async ({ pane }) => {
    await ask(pane, { ask: 'settings', switches, mishap: 'unwritable' })
    await pane.press('Space')
    await ended(pane, 4)
    await isAsBefore(pane, '✔ Settings closed: nothing was moved.', 'ended 4', '$')
  })
})
