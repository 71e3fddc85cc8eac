import { expect, test } from 'vitest'
import type { PopupQuestion, PrivacyQuestion } from '../../../src/emulator/ports.ts'
import { en } from '../../../src/messages/en/index.ts'
import type { Texts } from '../../../src/messages/texts.ts'
import { zhCN } from '../../../src/messages/zh-CN/index.ts'
import { initialPopup } from '../../../src/prompt/popup/state.ts'
import { popupView } from '../../../src/prompt/popup/view.ts'
import { plainPalette } from '../../../src/text/color.ts'
import { widthOf } from '../../../src/text/width.ts'
import { popupQuestion } from '../../contracts/prompter.contract.ts'

const frame = { columns: 80, rows: 24, palette: plainPalette, boxed: true, cut: en.terminal.cut }
const sheet: PrivacyQuestion = {
  kind: 'privacy',
  app: { appid: 'touristappid', name: 'WXAuth Demo' },
  scope: null,
  contract: '《WXAuth Demo隐私保护指引》',
  caller: 'wx.chooseLocation',
}
const show = (
  question: PopupQuestion,
  changes: Partial<typeof frame> = {},
  state = initialPopup,
  texts: Texts['popup'] = en.popup,
) => popupView(question, state, { ...frame, ...changes }, texts).join('\n')

test('the privacy sheet names the guideline, and its buttons agree or refuse', () => {
  expect(show(sheet)).toMatchInlineSnapshot(`
    "╭─────────────────────────────────────────────────────────╮
    │ WXAuth Demo                                             │
    │                                                         │
    │ User privacy protection notice                          │
    │ Read 《WXAuth Demo隐私保护指引》. Agree to it to go on. │
    │ Asked by  wx.chooseLocation                             │
    │                                                         │
    │   [r] Refuse   [a] Agree                                │
    ╰─────────────────────────────────────────────────────────╯
    Press r or a, or use ← → and Enter · Esc closes without choosing"
  `)
})

test('the privacy sheet in Chinese has the title and the buttons of WeChat', () => {
  expect(show(sheet, {}, initialPopup, zhCN.popup)).toMatchInlineSnapshot(`
    "╭─────────────────────────────────────────────────────────────╮
    │ WXAuth Demo                                                 │
    │                                                             │
    │ 用户隐私保护提示                                            │
    │ 同意后才能继续使用，请仔细阅读：《WXAuth Demo隐私保护指引》 │
    │ 来源  wx.chooseLocation                                     │
    │                                                             │
    │   [r] 拒绝   [a] 同意                                       │
    ╰─────────────────────────────────────────────────────────────╯
    按 r 或 a，或用 ← → 选择后按回车 · Esc 关闭，不做选择"
  `)
})

test('the privacy sheet fits into 28 columns', () => {
  expect(show(sheet, { columns: 28 })).toMatchInlineSnapshot(`
    "╭─────────────────────────╮
    │ WXAuth Demo             │
    │ User privacy protection │
    │ notice                  │
    │ Read 《WXAuth Demo隐私  │
    │ 保护指引》. Agree to it │
    │ to go on.               │
    │ Asked by:               │
    │   wx.chooseLocation     │
    │   [r] Refuse            │
    │   [a] Agree             │
    ╰─────────────────────────╯
    r / a / Esc"
  `)
})

test('a popup that asks for the agreement too says so above its buttons', () => {
  expect(show({ ...popupQuestion, withPrivacy: true })).toMatchInlineSnapshot(`
    "╭───────────────────────────────────────────────╮
    │ WXAuth Demo                                   │
    │ is asking for this permission:                │
    │                                               │
    │ Geographic location (scope.userLocation)      │
    │ Why       To show the weather where you are   │
    │ ☑ Allow also agrees to the privacy guideline. │
    │ Asked by  wx.getLocation                      │
    │                                               │
    │   [r] Reject   [a] Allow                      │
    ╰───────────────────────────────────────────────╯
    Press r or a, or use ← → and Enter · Esc closes without choosing"
  `)
})

test('a small window leaves out the reason, but never what Allow decides', () => {
  const small = show({ ...popupQuestion, withPrivacy: true }, { rows: 6 })
  expect(small).not.toContain('Why')
  expect(small).toContain(en.popup.withPrivacy)
})

const long: PrivacyQuestion = {
  ...sheet,
  app: { appid: 'x', name: 'Long '.repeat(99) },
  contract: `《${'Long\u202e '.repeat(999)}》`,
}
test.each([20, 28, 40, 60, 80, 200])(
  'at %i columns no line of the sheet is as wide as the terminal',
  columns => {
    for (const texts of [en.popup, zhCN.popup])
      for (const question of [sheet, long, { ...popupQuestion, withPrivacy: true } as const])
        for (const result of [undefined, 'accept', 'reject', 'dismiss', 'dropped', 'closed'] as const)
          for (const line of show(question, { columns }, { ...initialPopup, result }, texts).split('\n'))
            expect(widthOf(line)).toBeLessThan(columns)
  },
)

test.each([5, 6, 8, 12, 24])('in %i rows the sheet never scrolls, and always shows what it asks', rows => {
  for (const columns of [40, 80]) {
    const lines = show(long, { rows, columns }).split('\n')
    expect(lines.length).toBeLessThanOrEqual(rows)
    if (lines.length > 1) expect(lines.join(' ')).toContain(en.popup.sheet.title)
  }
})

test('a window that is too small for the sheet shows nothing', () => {
  expect(show(sheet, { rows: 3 })).toBe('')
  expect(show(sheet, { columns: 12 })).toBe('')
})

test.each([
  ['accept', '✔ Agreed to the privacy guideline.'],
  ['reject', '✖ Refused the privacy guideline.'],
  ['dismiss', '– Closed the privacy sheet without choosing.'],
  ['closed', '– The privacy sheet was not answered. Nothing was recorded.'],
] as const)('one line stays after a sheet that ended as %s', (result, line) => {
  expect(show(sheet, {}, { ...initialPopup, result })).toBe(line)
})
