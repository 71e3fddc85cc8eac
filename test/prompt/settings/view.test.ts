import { expect, test } from 'vitest'
import { guideCatalogue } from '../../../src/catalogue/editions/guide.ts'
import type { SettingSwitch } from '../../../src/emulator/ports.ts'
import { en } from '../../../src/messages/en/index.ts'
import type { Texts } from '../../../src/messages/texts.ts'
import { zhCN } from '../../../src/messages/zh-CN/index.ts'
import { initialSettings } from '../../../src/prompt/settings/state.ts'
import { settingsView } from '../../../src/prompt/settings/view.ts'
import { loadPalette, plainPalette } from '../../../src/text/color.ts'
import { widthOf } from '../../../src/text/width.ts'

const frame = { columns: 80, rows: 24, palette: plainPalette, boxed: true, cut: en.terminal.cut }
const app = { appid: 'touristappid', name: 'WXAuth Demo' }
const switches: readonly SettingSwitch[] = [
  { scope: 'scope.userInfo', description: 'User information', on: true },
  { scope: 'scope.camera', description: 'Camera', on: false },
]
const chineseSwitches: readonly SettingSwitch[] = [
  { scope: 'scope.userInfo', description: '用户信息', on: true },
  { scope: 'scope.writePhotosAlbum', description: '保存到相册', on: false },
]

function show(
  changes: Partial<typeof frame> = {},
  texts: Texts['settings'] = en.settings,
  current = switches,
  state = initialSettings,
) {
  return settingsView(app, current, state, { ...frame, ...changes }, texts).join('\n')
}

test('descriptions in Chinese keep the border straight', () => {
  const lines = show({}, en.settings, chineseSwitches).split('\n').slice(0, -1)
  expect(new Set(lines.map(widthOf)).size).toBe(1)
})

test.each([
  ['of two columns each', { on: '开', off: '关' }, '[开]', '[关]'],
  ['the first of them wider', { on: '已开启', off: '关' }, '[已开启]', '[关    ]'],
  ['the second of them wider', { on: 'on', off: '关闭' }, '[on  ]', '[关闭]'],
])('Chinese words for on and off, %s, are padded to the same width', (_, words, on, off) => {
  const texts = { ...en.settings, ...words }
  const lines = show({}, texts, chineseSwitches).split('\n')
  const [first = '', second = ''] = lines.filter(line => line.includes('['))
  expect(first).toContain(`❯ ${on} 用户信息    scope.userInfo`)
  expect(second).toContain(`  ${off} 保存到相册  scope.writePhotosAlbum`)
  expect(new Set(lines.slice(0, -1).map(widthOf)).size).toBe(1)
})

test('in Chinese every line is narrower than the terminal, and has no English in it', () => {
  const notices = [
    undefined,
    'early',
    'several',
    'unknown',
    'saving',
    'busy',
    'moved',
    'stale',
    'missing',
  ] as const
  for (const columns of [28, 40, 60, 80, 200])
    for (const rows of [6, 24])
      for (const state of [...notices.map(notice => ({ notice })), { isClosed: true }])
        for (const all of [chineseSwitches, []])
          for (const line of show({ columns, rows }, zhCN.settings, all, {
            ...initialSettings,
            ...state,
          }).split('\n')) {
            expect(widthOf(line)).toBeLessThan(columns)
            expect(line.replace(/scope\.\w+|WXAuth Demo|Esc/g, '')).not.toMatch(/[a-z.,:;()]/i)
          }
})

test.each([28, 40, 60, 80])('at %i columns no line is as wide as the terminal', columns => {
  const long = chineseSwitches.map(one => ({ ...one, description: one.description.repeat(9) }))
  const texts = { ...en.settings, on: '开启', off: '关' }
  for (const isClosed of [false, true])
    for (const line of show({ columns }, texts, long, { ...initialSettings, isClosed }).split('\n'))
      expect(widthOf(line)).toBeLessThan(columns)
})

const everySwitch = guideCatalogue.scopeNames.map((scope, index) => ({
  scope,
  description: guideCatalogue.rowOf(scope).description,
  on: index % 2 === 0,
}))
const mixedSwitches = everySwitch.map((one, index) => ({
  ...one,
  description: ['用户信息', '👨‍👩‍👧 家人', 'Geographic location', '❤️ Cafe\u0301'][index % 4] ?? '',
}))

test.each([
  ['English', everySwitch],
  ['Chinese, English and joined emoji', mixedSwitches],
  ['Chinese', chineseSwitches],
  ['one switch', switches.slice(1)],
])('the scopes stand in one column, in %s', (_, all) => {
  for (const columns of [28, 40, 60, 80, 200]) {
    const lines = show({ columns, rows: 40 }, en.settings, all).split('\n')
    const starts = lines
      .filter(line => line.includes('scope.'))
      .map(line => widthOf(line.replace(/scope\..*$/, '')))
    expect(starts).toHaveLength(all.length)
    expect(new Set(starts).size).toBe(1)
    expect(new Set(lines.filter(line => /^[│╭╰]/.test(line)).map(widthOf)).size).toBeLessThanOrEqual(1)
    for (const line of lines) expect(widthOf(line)).toBeLessThan(columns)
  }
})

test('the page is never higher than the window, and never without the name, the current switch and the keys', () => {
  const drawn = new Set<number>()
  for (const columns of [20, 28, 40, 60, 80, 200])
    for (const rows of Array.from({ length: 30 }, (_, index) => index + 1))
      for (const { scope, description } of everySwitch) {
        const page = show({ columns, rows }, en.settings, everySwitch, { ...initialSettings, pointer: scope })
        if (page === '') continue
        drawn.add(columns)
        const lines = page.split('\n')
        expect(lines.length).toBeLessThanOrEqual(rows)
        const [first = ''] = description.split(' ')
        for (const text of ['WXAuth Demo', scope, first, '❯', 'Enter']) expect(page).toContain(text)
        expect(page).not.toMatch(/[↑↓] 0/)
        const numbers = [...page.matchAll(/[↑↓] (\d+) more/g)].map(([, number]) => Number(number))
        const shown = lines.filter(line => /\[(on |off)\]/.test(line)).length
        expect(numbers.reduce((sum, number) => sum + number, shown)).toBe(everySwitch.length)
      }
  expect([...drawn]).toEqual([28, 40, 60, 80, 200])
})

test.each([
  [
    8,
    `Settings
WXAuth Demo
Allow this Mini Program to use:
  ↑ 4 more
❯ [on ] Gets invoice         scope.invoice
  [off] WeRun step counts    scope.werun
  ↓ 3 more
↑ ↓ move · Space toggles · Enter or Esc closes`,
  ],
  [
    5,
    `WXAuth Demo
  ↑ 4 more
❯ [on ] Gets invoice         scope.invoice
  ↓ 4 more
↑ ↓ move · Space toggles · Enter or Esc closes`,
  ],
  [4, ''],
])('in %i lines the switches around the pointer are shown, and nothing in too few', (rows, page) => {
  const state = { ...initialSettings, pointer: 'scope.invoice' } as const
  expect(show({ rows }, en.settings, everySwitch, state)).toBe(page)
})

test.each([
  [0, '✔ Settings closed. Nothing was changed.'],
  [1, '✔ Settings closed. 1 change saved.'],
  [2, '✔ Settings closed. 2 changes saved.'],
])('after %i moves one line stays', (moves, line) => {
  expect(show({}, en.settings, switches, { ...initialSettings, moves, isClosed: true })).toBe(line)
})

test('without color the text is the same', async () => {
  const palette = await loadPalette(true)
  const colored = show({ palette })
  expect(colored).toContain('\x1b[')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: color codes begin with a control character
  expect(colored.replace(/\x1b\[\d+m/g, '')).toBe(show())
})
