import { expect, test } from 'vitest'
import { popupAtFirst } from '../../src/prompt/popup/popup-keys.ts'
import { popupView } from '../../src/prompt/popup/popup-view.ts'
import { widthOf } from '../../src/text/fit-text.ts'
import { loadPalette, plainPalette } from '../../src/text/palette.ts'
import { question } from './fake-terminal.ts'

const frame = { columns: 80, rows: 24, palette: plainPalette, boxed: true }
const show = (asks = question, changes: Partial<typeof frame> = {}, state = popupAtFirst) =>
  popupView(asks, state, { ...frame, ...changes }).join('\n')

const chinese = {
  ...question,
  app: { appid: 'wx1', name: '附近的咖啡店' },
  purpose: '你的位置信息将用于小程序位置接口的效果展示',
}

test('without a usage description it says that no reason was given', () => {
  expect(
    show({ ...question, scope: 'scope.camera', description: 'Camera', caller: 'camera', purpose: undefined }),
  ).toMatchInlineSnapshot(`
      "╭─────────────────────────────────────────────╮
      │ WXAuth Demo                                 │
      │ is applying for the following authorization │
      │                                             │
      │ Camera (scope.camera)                       │
      │ Why       no reason was given               │
      │ Asked by  camera                            │
      │                                             │
      │   r Reject      a Allow                     │
      ╰─────────────────────────────────────────────╯
      ← → and Enter, or r / a · Esc closes without choosing"
    `)
})
test('characters of two columns keep the border straight', () => {
  const lines = show(chinese).split('\n').slice(0, -1)
  expect(new Set(lines.map(widthOf)).size).toBe(1)
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "╭──────────────────────────────────────────────────────╮
    │ 附近的咖啡店                                         │
    │ is applying for the following authorization          │
    │                                                      │
    │ Geographic location (scope.userLocation)             │
    │ Why       你的位置信息将用于小程序位置接口的效果展示 │
    │ Asked by  wx.getLocation                             │
    │                                                      │
    │   r Reject      a Allow                              │
    ╰──────────────────────────────────────────────────────╯"
  `)
})
test('28 columns are enough', () => {
  expect(show(chinese, { columns: 28 })).toMatchInlineSnapshot(`
    "╭─────────────────────────╮
    │ 附近的咖啡店            │
    │ is applying for the     │
    │ following authorization │
    │ Geographic location     │
    │ Why:                    │
    │   你的位置信息将用于小  │
    │   程序位置接口的效果展  │
    │   示                    │
    │ Asked by:               │
    │   wx.getLocation        │
    │   r Reject              │
    │   a Allow               │
    ╰─────────────────────────╯
    r / a / Esc"
  `)
})
test('200 columns do not tear it apart', () => {
  expect(show(question, { columns: 200 })).toBe(show(question, { columns: 80 }))
})
test.each([28, 40, 60, 80, 120, 200])('at %i columns no line is as wide as the terminal', columns => {
  const long = {
    ...question,
    app: { appid: 'x', name: 'Long '.repeat(99) },
    purpose: 'why\u202e '.repeat(3000),
  }
  for (const ending of [undefined, 'accept', 'reject', 'dismiss', 'closed'] as const)
    for (const notice of [undefined, 'early', 'several', 'choose-first', 'unknown'] as const)
      for (const line of popupView(long, { ...popupAtFirst, ending, notice }, { ...frame, columns }))
        expect(widthOf(line)).toBeLessThan(columns)
})
test('ten kilobytes of reason take three lines and say how much is left out', () => {
  expect(show({ ...question, purpose: 'because '.repeat(1280) })).toMatchInlineSnapshot(`
    "╭──────────────────────────────────────────────────────────────────────╮
    │ WXAuth Demo                                                          │
    │ is applying for the following authorization                          │
    │ Geographic location (scope.userLocation)                             │
    │ Why       because because because because because because because    │
    │           because because because because because because because    │
    │           because because because because because beca… (10084 more) │
    │ Asked by  wx.getLocation                                             │
    │   r Reject      a Allow                                              │
    ╰──────────────────────────────────────────────────────────────────────╯
    ← → and Enter, or r / a · Esc closes without choosing"
  `)
})
test.each([6, 8, 10, 12, 24])('in %i lines nothing important scrolls off', rows => {
  const lines = show(question, { rows }).split('\n')
  expect(lines.length).toBeLessThanOrEqual(Math.max(rows, 7))
})
test('a file cannot draw a choice of its own, in the name or in the reason', () => {
  expect(
    show({
      ...question,
      app: { appid: 'x', name: 'A\x1b[2J\n│   r Allow' },
      purpose: 'ok\u202e\r\x1b[5AGranted',
    }),
  ).toMatchInlineSnapshot(`
    "╭─────────────────────────────────────────────╮
    │ A\\u{1b}[2J\\u{a}│ \\u{20}\\u{20}r Allow        │
    │ is applying for the following authorization │
    │                                             │
    │ Geographic location (scope.userLocation)    │
    │ Why       ok\\u{202e}\\u{d}\\u{1b}[5AGranted   │
    │ Asked by  wx.getLocation                    │
    │                                             │
    │   r Reject      a Allow                     │
    ╰─────────────────────────────────────────────╯
    ← → and Enter, or r / a · Esc closes without choosing"
  `)
})
test('what colour says is said without it: the text is the same', async () => {
  const palette = await loadPalette(true)
  for (const state of [popupAtFirst, { ...popupAtFirst, chosen: 'accept' as const }]) {
    const coloured = show(question, { palette }, state)
    expect(coloured).toContain('\x1b[')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are made of them
    expect(coloured.replace(/\x1b\[\d+m/g, '')).toBe(show(question, {}, state))
  }
})
test('only the sixteen basic colours are used, and an escape is inverse', async () => {
  const palette = await loadPalette(true)
  const coloured = show({ ...question, purpose: 'a\u202eb' }, { palette })
  expect(coloured).toContain('a\x1b[7m\\u{202e}\x1b[27mb')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are made of them
  expect(coloured).not.toMatch(/\x1b\[[34]8;/)
})
