import { expect, test } from 'vitest'
import type { SettingSwitch } from '../../../src/emulator/ports.ts'
import { en } from '../../../src/messages/en/index.ts'
import { zhCN } from '../../../src/messages/zh-CN/index.ts'
import { choiceOf, nextMove, rowsOf } from '../../../src/prompt/settings/rows.ts'
import { initialSettings, settingsStep } from '../../../src/prompt/settings/state.ts'
import { settingsView } from '../../../src/prompt/settings/view.ts'
import { plainPalette } from '../../../src/text/color.ts'
import { widthOf } from '../../../src/text/width.ts'

const location = (on: boolean): SettingSwitch => ({
  scope: 'scope.userLocation',
  description: 'Geographic location',
  on,
})
const background = (on: boolean): SettingSwitch => ({
  scope: 'scope.userLocationBackground',
  under: 'scope.userLocation',
  description: 'Location in the background',
  on,
})
const camera: SettingSwitch = { scope: 'scope.camera', description: 'Camera', on: false }

test.each([
  [false, false, 'never', { scope: 'scope.userLocation', on: true }],
  [true, false, 'using', { scope: 'scope.userLocationBackground', on: true }],
  [true, true, 'always', { scope: 'scope.userLocation', on: false }],
  [false, true, 'never', { scope: 'scope.userLocation', on: true }],
] as const)(
  'the row of locations, with %s and %s, is "%s", and Space chooses the next',
  (on, third, choice, move) => {
    const rows = rowsOf([location(on), background(third), camera])
    expect(rows.map(({ scope }) => scope)).toEqual(['scope.userLocation', 'scope.camera'])
    const [row = camera] = rows
    expect(choiceOf(row)).toBe(choice)
    expect(nextMove(row)).toEqual(move)
    const keys = ['quiet', 'space', 'quiet'] as const
    expect(keys.reduce((state, key) => settingsStep(state, key, rows), initialSettings).recording).toEqual(
      move,
    )
  },
)

test('a switch without a third choice has two, and the third alone is a row of its own', () => {
  expect(choiceOf(camera)).toBeUndefined()
  expect(nextMove(camera)).toEqual({ scope: 'scope.camera', on: true })
  expect(rowsOf([background(false), camera])).toEqual([background(false), camera])
})

const frame = { columns: 80, rows: 24, palette: plainPalette, boxed: true, cut: en.terminal.cut }
const app = { appid: 'touristappid', name: 'WXAuth Demo' }
const show = (columns: number, texts = en.settings, third = false) =>
  settingsView(
    app,
    rowsOf([location(true), background(third), camera]),
    initialSettings,
    { ...frame, columns },
    texts,
  )

test('the row shows its choice below it', () => {
  expect(show(80).join('\n')).toMatchInlineSnapshot(`
    "╭─────────────────────────────────────────────────╮
    │ Settings                                        │
    │ WXAuth Demo                                     │
    │                                                 │
    │ Allow this Mini Program to use:                 │
    │ ❯ [on ] Geographic location  scope.userLocation │
    │         While the Mini Program is used          │
    │   [off] Camera               scope.camera       │
    ╰─────────────────────────────────────────────────╯
    ↑ ↓ move · Space toggles · Enter or Esc closes"
  `)
})

test.each([28, 40, 60, 80])('at %i columns the row is never as wide as the terminal', columns => {
  for (const texts of [en.settings, zhCN.settings as typeof en.settings])
    for (const third of [false, true]) {
      const lines = show(columns, texts, third)
      expect(lines.length).toBeGreaterThan(4)
      for (const line of lines) expect(widthOf(line)).toBeLessThan(columns)
    }
})
