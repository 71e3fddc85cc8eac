import { describe, expect } from 'vitest'
import {
  answer,
  ask,
  expectRestored,
  paneOptions,
  test,
  waitForEnd,
  waitForQuiet,
} from './program-on-pane.ts'

const switches = [
  { scope: 'scope.userInfo', description: 'User information', on: true },
  { scope: 'scope.camera', description: 'Camera', on: false },
] as const

describe('the settings page on a real terminal', paneOptions, () => {
  test('moves switches, leaves one line, and restores the terminal', async ({ pane }) => {
    await ask(pane, { ask: 'settings', switches })
    await pane.press('Down')
    await pane.shows('❯ [off] Camera')
    await waitForQuiet(pane)
    await pane.press('Space')
    await pane.shows('❯ [on ] Camera')
    await waitForQuiet(pane)
    await pane.press('Enter')
    await waitForEnd(pane, 0)
    expect(answer(pane)).toEqual({ visit: { missing: [] }, flips: [['scope.camera', true]] })
    await expectRestored(pane, '✔ Settings closed. 1 change saved.', 'ended 0', '$')
  })
  test('reports a stale switch, and records the next move', async ({ pane }) => {
    await ask(pane, { ask: 'settings', switches, mishap: 'stale' })
    await pane.press('Space')
    await pane.shows('Changed elsewhere in the meantime')
    await pane.shows('❯ [off] User information')
    await waitForQuiet(pane)
    await pane.press('Space')
    await pane.shows('❯ [on ] User information')
    await waitForQuiet(pane)
    await pane.press('Escape')
    await waitForEnd(pane, 0)
    expect(answer(pane).flips).toEqual(['stale', ['scope.userInfo', true]])
  })
  test('closes if a move cannot be recorded', async ({ pane }) => {
    await ask(pane, { ask: 'settings', switches, mishap: 'unwritable' })
    await pane.press('Space')
    await waitForEnd(pane, 4)
    await expectRestored(pane, '✔ Settings closed. Nothing was changed.', 'ended 4', '$')
  })
})
