import { expect, test } from 'vitest'
import type { SettingSwitch } from '../../../src/emulator/ports.ts'
import { en } from '../../../src/messages/en/index.ts'
import type { Texts } from '../../../src/messages/texts.ts'
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
  expect(first).toContain(`❯ ${on} 用户信息  scope.userInfo`)
  expect(second).toContain(`  ${off} 保存到相册  scope.writePhotosAlbum`)
  expect(new Set(lines.slice(0, -1).map(widthOf)).size).toBe(1)
})

test.each([28, 40, 60, 80])('at %i columns no line is as wide as the terminal', columns => {
  const long = chineseSwitches.map(one => ({ ...one, description: one.description.repeat(9) }))
  const texts = { ...en.settings, on: '开启', off: '关' }
  for (const isClosed of [false, true])
    for (const line of show({ columns }, texts, long, { ...initialSettings, isClosed }).split('\n'))
      expect(widthOf(line)).toBeLessThan(columns)
})

test.each([
  [0, '✔ Settings closed: nothing was moved.'],
  [1, '✔ Settings closed: 1 move recorded.'],
  [2, '✔ Settings closed: 2 moves recorded.'],
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
