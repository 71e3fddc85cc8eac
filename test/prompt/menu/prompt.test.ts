import { expect, test } from 'vitest'
import { en } from '../../../src/messages/en/index.ts'
import { walkthrough } from '../../../src/messages/en/walkthrough.ts'
import { chooseOnTerminal, type Menu } from '../../../src/prompt/menu/terminal-menu.ts'
import { fakeTty, keyCodes } from '../fake-tty.ts'

const bar: Menu = {
  title: '',
  items: [
    { key: 'n', label: 'Next' },
    { key: 'b', label: 'Back' },
    { key: 'm', label: 'More' },
    { key: 'q', label: 'Leave' },
  ],
}

const list: Menu = {
  title: 'Which API?',
  items: [
    { label: 'wx.getLocation', detail: 'Geographic location' },
    { label: 'camera', detail: 'Camera' },
    { label: 'wx.startRecord', detail: 'Recording feature' },
  ],
}

async function open(menu: Menu, options?: Parameters<typeof fakeTty>[0]) {
  const fake = fakeTty(options)
  const choice = chooseOnTerminal(fake.tty, { terminal: en.terminal, menu: walkthrough.menu }, menu)
  choice.catch(() => {})
  await fake.shows(menu === bar ? 'Leave' : 'leaves')
  return { ...fake, choice }
}

test.each([
  ['n', 0],
  ['b', 1],
  ['M', 2],
  ['q', 3],
  [keyCodes.enter, 0],
])('the key %j chooses item %i, and nothing stays on the screen', async (key, index) => {
  const { press, choice, screen, isRaw } = await open(bar)
  expect(screen.text()).toBe('[n] Next  [b] Back  [m] More  [q] Leave')
  await press(key)
  expect(await choice).toBe(index)
  expect(screen.text()).toBe('')
  expect(isRaw()).toBe(false)
})

test('in a narrow window, the keys stand one below the other', async () => {
  expect((await open(bar, { columns: 40 })).screen.lines()).toHaveLength(1)
  expect((await open(bar, { columns: 39 })).screen.lines()).toEqual([
    '[n] Next',
    '[b] Back',
    '[m] More',
    '[q] Leave',
  ])
})

test('a key without a meaning, a burst of keys and a key that was typed before choose nothing', async () => {
  const { press, type, elapse, screen, choice } = await open(bar)
  await type('n')
  expect(screen.lines().at(-1)).toBe('What was typed before does not count: press one key.')
  await press('x')
  expect(screen.lines().at(-1)).toBe('That key does nothing here.')
  await elapse()
  await type('n', 'n')
  expect(screen.lines().at(-1)).toBe('Several keys at once choose nothing: press one key.')
  await press('b')
  expect(await choice).toBe(1)
})

test('the list has a pointer, which arrows move, and the choice stays', async () => {
  const { press, choice, screen } = await open(list)
  expect(screen.text()).toMatchInlineSnapshot(`
    "Which API?
    ❯ wx.getLocation  Geographic location
      camera          Camera
      wx.startRecord  Recording feature
    ↑ ↓ move · Enter chooses · q leaves"
  `)
  await press(keyCodes.up, keyCodes.down, 'j', 'k', keyCodes.enter)
  expect(await choice).toBe(1)
  expect(screen.text()).toBe('✔ camera')
})

test('where the details do not fit, none is shown', async () => {
  expect((await open(list, { columns: 30 })).screen.lines()).toEqual([
    'Which API?',
    '❯ wx.getLocation',
    '  camera',
    '  wx.startRecord',
    '↑ ↓ Enter, q leaves',
  ])
})

test('in a low window, the list shows what is around the pointer', async () => {
  const items = Array.from({ length: 12 }, (_, index) => ({ label: `item ${index}` }))
  const { screen, press, type, elapse } = await open({ title: 'Which?', items }, { rows: 9 })
  expect(screen.lines()).toHaveLength(7)
  await elapse()
  await type(...Array.from({ length: 7 }, () => keyCodes.down))
  await press(keyCodes.down)
  expect(screen.text()).toContain('❯ item 8')
})

test.each(['q', keyCodes.escape])('%j leaves the list without a choice', async key => {
  const { press, choice, screen } = await open(list)
  await press(key)
  expect(await choice).toBe('leave')
  expect(screen.text()).toBe('')
})

test('Ctrl-D and Ctrl-C end it as they end a popup', async () => {
  const ended = await open(bar)
  await ended.press('\x04')
  expect(await ended.choice).toEqual({ unanswered: 'input-ended' })
  const interrupted = await open(list)
  await interrupted.press('\x03')
  await expect(interrupted.choice).rejects.toMatchObject({ code: 'ERR_INTERRUPTED' })
})

test('where the cursor cannot move, lines are only appended', async () => {
  const { press, choice, screen } = await open(list, { term: 'dumb' })
  await press(keyCodes.down, keyCodes.enter)
  expect(await choice).toBe(1)
  expect(screen.text()).toContain('❯ camera')
  expect(screen.lines().at(-1)).toBe('✔ camera')
})
