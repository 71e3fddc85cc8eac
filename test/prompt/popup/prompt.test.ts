import { expect, test } from 'vitest'
import { popupQuestion } from '../../contracts/prompter.contract.ts'
import { keyCodes } from '../fake-tty.ts'
import { openPopup } from '../open-popup.ts'

test('the popup shows the Mini Program, the scope, the reason, the call and the keys', async () => {
  const { screen } = await openPopup()
  expect(screen.text()).toMatchInlineSnapshot(`
    "╭─────────────────────────────────────────────╮
    │ WXAuth Demo                                 │
    │ is asking for this permission:              │
    │                                             │
    │ Geographic location (scope.userLocation)    │
    │ Why       To show the weather where you are │
    │ Asked by  wx.getLocation                    │
    │                                             │
    │   [r] Reject   [a] Allow                    │
    ╰─────────────────────────────────────────────╯
    Press r or a, or use ← → and Enter · Esc closes without choosing"
  `)
})
test('an arrow moves the pointer, and Enter decides', async () => {
  const { screen, press, answer } = await openPopup()
  await press(keyCodes.left)
  expect(screen.text()).toMatchInlineSnapshot(`
    "╭─────────────────────────────────────────────╮
    │ WXAuth Demo                                 │
    │ is asking for this permission:              │
    │                                             │
    │ Geographic location (scope.userLocation)    │
    │ Why       To show the weather where you are │
    │ Asked by  wx.getLocation                    │
    │                                             │
    │ ❯ [r] Reject   [a] Allow                    │
    ╰─────────────────────────────────────────────╯
    Press r or a, or use ← → and Enter · Esc closes without choosing"
  `)
  await press(keyCodes.right)
  expect(screen.text()).toContain('❯ [a] Allow')
  await press(keyCodes.enter)
  expect(await answer()).toBe('accept')
  expect(screen.text()).toMatchInlineSnapshot(
    `"✔ Allowed. To change it: wxauth open-setting --disable scope.userLocation"`,
  )
})
test('Enter alone decides nothing, with a notice', async () => {
  const { screen, press, answer } = await openPopup()
  await press(keyCodes.enter)
  expect(screen.lines().at(-1)).toBe('Nothing is chosen yet. Choose with ← → first.')
  await press(keyCodes.left, keyCodes.enter)
  expect(await answer()).toBe('reject')
})
test.each([
  ['a', 'accept', '✔ Allowed. To change it: wxauth open-setting --disable scope.userLocation'],
  ['A', 'accept', '✔ Allowed. To change it: wxauth open-setting --disable scope.userLocation'],
  ['r', 'reject', '✖ Rejected: Geographic location (scope.userLocation).'],
  ['R', 'reject', '✖ Rejected: Geographic location (scope.userLocation).'],
  [keyCodes.escape, 'dismiss', '– Closed without choosing: Geographic location (scope.userLocation).'],
])('%j answers %s, and one line stays', async (key, expected, line) => {
  const { screen, press, answer } = await openPopup()
  await press(key)
  expect(await answer()).toBe(expected)
  expect(screen.lines()).toEqual([line])
  expect(screen.cursor()).toEqual({ row: 1, column: 0 })
})
test('every other key decides nothing', async () => {
  const { screen, press, answer } = await openPopup()
  for (const key of [
    'y',
    'n',
    ' ',
    '\t',
    '1',
    '\x7f',
    'é',
    '中',
    '\x1ba',
    '\x1b[3~',
    '\x1b[1;5C',
    '\x0c',
    '\x15',
  ]) {
    await press(key)
    expect(screen.lines().at(-1)).toBe('That key does nothing here. Press r, a or Esc.')
  }
  await press('r')
  expect(await answer()).toBe('reject')
})
test('the popup of a button says that a tap asked', async () => {
  const { screen } = await openPopup({}, { ...popupQuestion, state: 'rejected', caller: 'button' })
  expect(screen.text()).toContain('Asked by  a tap on the button')
})
test('if the cursor cannot move, lines are only appended', async () => {
  const { screen, press, answer } = await openPopup({ term: 'dumb' })
  await press(keyCodes.enter, keyCodes.right, keyCodes.enter)
  expect(await answer()).toBe('accept')
  expect(screen.text()).toMatchInlineSnapshot(`
    "WXAuth Demo
    is asking for this permission:
    Geographic location (scope.userLocation)
    Why       To show the weather where you are
    Asked by  wx.getLocation
      [r] Reject   [a] Allow
    Press r or a, or use ← → and Enter · Esc closes without choosing
    Nothing is chosen yet. Choose with ← → first.
      [r] Reject ❯ [a] Allow
    Press r or a, or use ← → and Enter · Esc closes without choosing
    ✔ Allowed. To change it: wxauth open-setting --disable scope.userLocation"
  `)
  expect([...screen.modes()]).toEqual([])
})
