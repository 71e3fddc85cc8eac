import { expect, test } from 'vitest'
import { en } from '../../../src/messages/en/index.ts'
import type { Texts } from '../../../src/messages/texts.ts'
import { zhCN } from '../../../src/messages/zh-CN/index.ts'
import { initialPopup, type PopupState } from '../../../src/prompt/popup/state.ts'
import { popupView } from '../../../src/prompt/popup/view.ts'
import { loadPalette, plainPalette } from '../../../src/text/color.ts'
import { widthOf } from '../../../src/text/width.ts'
import { popupQuestion as question } from '../../contracts/prompter.contract.ts'

const frame = { columns: 80, rows: 24, palette: plainPalette, boxed: true, cut: en.terminal.cut }
const show = (
  popupQuestion = question,
  changes: Partial<typeof frame> = {},
  state = initialPopup,
  texts: Texts['popup'] = en.popup,
) => popupView(popupQuestion, state, { ...frame, ...changes }, texts).join('\n')

const chinese = {
  ...question,
  app: { appid: 'wx1', name: '附近的咖啡店' },
  purpose: '你的位置信息将用于小程序位置接口的效果展示',
}

test('without a usage description the popup shows that no reason was given', () => {
  expect(
    show({ ...question, scope: 'scope.camera', description: 'Camera', caller: 'camera', purpose: undefined }),
  ).toMatchInlineSnapshot(`
    "╭────────────────────────────────╮
    │ WXAuth Demo                    │
    │ is asking for this permission: │
    │                                │
    │ Camera (scope.camera)          │
    │ Why       no reason given      │
    │ Asked by  camera               │
    │                                │
    │   [r] Reject   [a] Allow       │
    ╰────────────────────────────────╯
    Press r or a, or use ← → and Enter · Esc closes without choosing"
  `)
})
test('characters of two columns keep the border straight', () => {
  const lines = show(chinese).split('\n').slice(0, -1)
  expect(new Set(lines.map(widthOf)).size).toBe(1)
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "╭──────────────────────────────────────────────────────╮
    │ 附近的咖啡店                                         │
    │ is asking for this permission:                       │
    │                                                      │
    │ Geographic location (scope.userLocation)             │
    │ Why       你的位置信息将用于小程序位置接口的效果展示 │
    │ Asked by  wx.getLocation                             │
    │                                                      │
    │   [r] Reject   [a] Allow                             │
    ╰──────────────────────────────────────────────────────╯"
  `)
})
test('labels in Chinese keep the texts beside them in one column', () => {
  const lines = show({ ...chinese, description: '获取你的位置信息' }, {}, initialPopup, zhCN.popup).split(
    '\n',
  )
  expect(new Set(lines.slice(0, -1).map(widthOf)).size).toBe(1)
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "╭──────────────────────────────────────────────────╮
    │ 附近的咖啡店                                     │
    │ 申请获取以下权限：                               │
    │                                                  │
    │ 获取你的位置信息（scope.userLocation）           │
    │ 用途  你的位置信息将用于小程序位置接口的效果展示 │
    │ 来源  wx.getLocation                             │
    │                                                  │
    │   [r] 拒绝   [a] 允许                            │
    ╰──────────────────────────────────────────────────╯
    按 r 或 a，或用 ← → 选择后按回车 · Esc 关闭，不做选择"
  `)
})
test('in Chinese every line is narrower than the terminal, and has no English in it', () => {
  const question = { ...chinese, description: '获取你的位置信息' }
  const state = { ...initialPopup, notice: undefined, result: undefined }
  const states: readonly PopupState[] = [
    ...([undefined, 'accept', 'reject'] as const).map(chosen => ({ ...state, chosen })),
    ...(['early', 'several', 'choose-first', 'unknown'] as const).map(notice => ({ ...state, notice })),
    ...(['accept', 'reject', 'dismiss', 'closed', 'dropped'] as const).map(result => ({ ...state, result })),
  ]
  for (const columns of [28, 40, 60, 80, 200])
    for (const state of states)
      for (const line of show(question, { columns }, state, zhCN.popup).split('\n')) {
        expect(widthOf(line)).toBeLessThan(columns)
        const ours = line.replace(/wxauth [-\w. ]+|scope\.\w+|wx\.\w+|Esc|\[[ra]\]|\b[ra]\b/g, '')
        expect(ours).not.toMatch(/[a-z.,:;()]/i)
      }
  expect(show(question, { columns: 100 }, { ...state, result: 'accept' }, zhCN.popup)).toBe(
    '✔ 已允许：获取你的位置信息。要更改，请运行：wxauth open-setting --disable scope.userLocation',
  )
})
test('the popup fits into 28 columns', () => {
  expect(show(chinese, { columns: 28 })).toMatchInlineSnapshot(`
    "╭────────────────────────╮
    │ 附近的咖啡店           │
    │ is asking for this     │
    │ permission:            │
    │ Geographic location    │
    │ (scope.userLocation)   │
    │ Why: 你的位置信息将用  │
    │   于小程序位置接口的效 │
    │   果展示               │
    │ Asked by:              │
    │   wx.getLocation       │
    │   [r] Reject           │
    │   [a] Allow            │
    ╰────────────────────────╯
    r / a / Esc"
  `)
})
test.each([
  [
    'accept',
    200,
    '✔ Allowed: Geographic location (scope.userLocation). To change it: wxauth open-setting --disable scope.userLocation',
  ],
  ['accept', 80, '✔ Allowed. To change it: wxauth open-setting --disable scope.userLocation'],
  ['accept', 60, '✔ Allowed: Geographic location (scope.userLocation).'],
  ['accept', 28, '✔ Allowed.'],
  ['reject', 80, '✖ Rejected: Geographic location (scope.userLocation).'],
  ['reject', 40, '✖ Rejected: Geographic location.'],
  ['dismiss', 80, '– Closed without choosing: Geographic location (scope.userLocation).'],
  ['dismiss', 28, '– Closed without choosing.'],
  ['dropped', 200, '– Already decided elsewhere: Geographic location (scope.userLocation).'],
  ['dropped', 60, '– Already decided elsewhere: Geographic location.'],
  ['dropped', 28, '– Already decided.'],
  ['closed', 80, '– Not answered: Geographic location (scope.userLocation). Nothing was recorded.'],
  ['closed', 28, '– Nothing was recorded.'],
] as const)('one line stays after a popup that ended as %s, at %i columns', (result, columns, line) => {
  expect(show(question, { columns }, { ...initialPopup, result })).toBe(line)
})
test('the popup does not grow wider than 80 columns', () => {
  expect(show(question, { columns: 200 })).toBe(show(question, { columns: 80 }))
})
test.each([28, 40, 60, 80, 120, 200])('at %i columns no line is as wide as the terminal', columns => {
  const long = {
    ...question,
    app: { appid: 'x', name: 'Long '.repeat(99) },
    purpose: 'why\u202e '.repeat(3000),
  }
  for (const result of [undefined, 'accept', 'reject', 'dismiss', 'dropped', 'closed'] as const)
    for (const notice of [undefined, 'early', 'several', 'choose-first', 'unknown'] as const)
      for (const line of popupView(
        long,
        { ...initialPopup, result, notice },
        { ...frame, columns },
        en.popup,
      ))
        expect(widthOf(line)).toBeLessThan(columns)
})
test('a long reason is cut to three lines, with the number of missing characters', () => {
  expect(show({ ...question, purpose: 'because '.repeat(1280) })).toMatchInlineSnapshot(`
    "╭──────────────────────────────────────────────────────────────────────╮
    │ WXAuth Demo                                                          │
    │ is asking for this permission:                                       │
    │ Geographic location (scope.userLocation)                             │
    │ Why       because because because because because because because    │
    │           because because because because because because because    │
    │           because because because because because beca… (10084 more) │
    │ Asked by  wx.getLocation                                             │
    │   [r] Reject   [a] Allow                                             │
    ╰──────────────────────────────────────────────────────────────────────╯
    Press r or a, or use ← → and Enter · Esc closes without choosing"
  `)
})
const longReason = { ...question, purpose: 'Because '.repeat(60) }
test.each([
  [
    12,
    `╭──────────────────────────────────────────────────────────────────────╮
│ WXAuth Demo                                                          │
│ is asking for this permission:                                       │
│ Geographic location (scope.userLocation)                             │
│ Why       Because Because Because Because Because Because Because    │
│           Because Because Because Because Because Because Because    │
│           Because Because Because Because Because Becaus… (322 more) │
│ Asked by  wx.getLocation                                             │
│   [r] Reject   [a] Allow                                             │
╰──────────────────────────────────────────────────────────────────────╯
Press r or a, or use ← → and Enter · Esc closes without choosing`,
  ],
  [
    8,
    `WXAuth Demo
is asking for this permission:
Geographic location (scope.userLocation)
Why       Because Because Because Because Because Because Because
          Because Because Because Because Because Because Be… (374 more)
Asked by  wx.getLocation
  [r] Reject   [a] Allow
Press r or a, or use ← → and Enter · Esc closes without choosing`,
  ],
  [
    6,
    `WXAuth Demo
is asking for this permission:
Geographic location (scope.userLocation)
Why       Because Because Because Because Because Because Be… (430 more)
  [r] Reject   [a] Allow
Press r or a, or use ← → and Enter · Esc closes without choosing`,
  ],
  [
    4,
    `WXAuth Demo
Geographic location (scope.userLocation)
  [r] Reject   [a] Allow
Press r or a, or use ← → and Enter · Esc closes without choosing`,
  ],
  [3, ''],
])('in %i lines, the reason shrinks before what is asked, and nothing is asked in too few', (rows, popup) => {
  expect(show(longReason, { rows })).toBe(popup)
})
test('a popup is never higher than the window, and never without the name, the scope, the choices and the keys', () => {
  const drawn = new Set<number>()
  for (const columns of [16, 20, 24, 28, 40, 60, 80, 200])
    for (const rows of Array.from({ length: 26 }, (_, index) => index + 1))
      for (const boxed of [true, false]) {
        const lines = popupView(longReason, initialPopup, { ...frame, columns, rows, boxed }, en.popup)
        if (lines.length === 0) continue
        drawn.add(columns)
        expect(lines.length).toBeLessThanOrEqual(rows)
        expect(lines.slice(0, 2).join('\n')).toContain('WXAuth Demo')
        for (const text of ['scope.userLocation', '[r] Reject', '[a] Allow', 'Esc'])
          expect(lines.join('\n')).toContain(text)
        for (const line of lines) expect(widthOf(line)).toBeLessThan(columns)
      }
  expect([...drawn]).toEqual([20, 24, 28, 40, 60, 80, 200])
})
test('a file cannot draw its own choice with the name or the reason', () => {
  expect(
    show({
      ...question,
      app: { appid: 'x', name: 'A\x1b[2J\n│   r Allow' },
      purpose: 'ok\u202e\r\x1b[5AGranted',
    }),
  ).toMatchInlineSnapshot(`
    "╭───────────────────────────────────────────╮
    │ A\\u{1b}[2J\\u{a}│ \\u{20}\\u{20}r Allow      │
    │ is asking for this permission:            │
    │                                           │
    │ Geographic location (scope.userLocation)  │
    │ Why       ok\\u{202e}\\u{d}\\u{1b}[5AGranted │
    │ Asked by  wx.getLocation                  │
    │                                           │
    │   [r] Reject   [a] Allow                  │
    ╰───────────────────────────────────────────╯
    Press r or a, or use ← → and Enter · Esc closes without choosing"
  `)
})
test('without color the text is the same', async () => {
  const palette = await loadPalette(true)
  for (const state of [initialPopup, { ...initialPopup, chosen: 'accept' as const }]) {
    const colored = show(question, { palette }, state)
    expect(colored).toContain('\x1b[')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: color codes begin with a control character
    expect(colored.replace(/\x1b\[\d+m/g, '')).toBe(show(question, {}, state))
  }
})
test('only the sixteen basic colors are used, and an escape is inverse', async () => {
  const palette = await loadPalette(true)
  const colored = show({ ...question, purpose: 'a\u202eb' }, { palette })
  expect(colored).toContain('a\x1b[7m\\u{202e}\x1b[27mb')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: color codes begin with a control character
  expect(colored).not.toMatch(/\x1b\[[34]8;/)
})
