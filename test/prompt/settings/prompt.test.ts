import { expect, test } from 'vitest'
import { guideCatalogue } from '../../../src/catalogue/editions/guide.ts'
import type { SettingSwitch, SettingsPage } from '../../../src/emulator/ports.ts'
import { en } from '../../../src/messages/en/index.ts'
import { terminalVisitor } from '../../../src/prompt/settings/terminal-visitor.ts'
import { fakeTty, keyCodes } from '../fake-tty.ts'

const twoSwitches: readonly SettingSwitch[] = [
  { scope: 'scope.userInfo', description: 'User information', on: true },
  { scope: 'scope.camera', description: 'Camera', on: false },
]

/** A page in memory; `answer` can replace the result of a flip, and the switches after it. */
function pageOf(
  switches: readonly SettingSwitch[],
  answer?: () => { now: typeof switches; result: 'stale' | 'missing' },
) {
  let now = switches
  const flips: string[] = []
  const page: SettingsPage = {
    app: { appid: 'touristappid', name: 'WXAuth Demo' },
    switches: () => now,
    async flip(scope, on) {
      flips.push(`${scope} ${on}`)
      const other = answer?.()
      now = other?.now ?? now.map(one => (one.scope === scope ? { ...one, on } : one))
      return other?.result ?? 'moved'
    },
  }
  return { page, flips }
}

async function openSettings(page: SettingsPage, options?: Parameters<typeof fakeTty>[0]) {
  const fake = fakeTty(options)
  const visit = terminalVisitor(fake.tty, en).visit(page)
  visit.catch(() => {})
  await fake.shows('closes')
  return { ...fake, visit }
}

type OpenSettings = Awaited<ReturnType<typeof openSettings>>

test('space flips a switch, which is shown and recorded at once, and one line stays', async () => {
  const { page, flips } = pageOf(twoSwitches)
  const { screen, press, visit } = await openSettings(page)
  expect(screen.text()).toMatchInlineSnapshot(`
    "╭──────────────────────────────────────────╮
    │ Settings                                 │
    │ WXAuth Demo                              │
    │                                          │
    │ Allow this Mini Program to use:          │
    │ ❯ [on ] User information  scope.userInfo │
    │   [off] Camera            scope.camera   │
    ╰──────────────────────────────────────────╯
    ↑ ↓ move · Space toggles · Enter or Esc closes"
  `)
  await press(keyCodes.down, keyCodes.space)
  expect(flips).toEqual(['scope.camera true'])
  expect(screen.text()).toMatchInlineSnapshot(`
    "╭──────────────────────────────────────────╮
    │ Settings                                 │
    │ WXAuth Demo                              │
    │                                          │
    │ Allow this Mini Program to use:          │
    │   [on ] User information  scope.userInfo │
    │ ❯ [on ] Camera            scope.camera   │
    ╰──────────────────────────────────────────╯
    Saved."
  `)
  await press('k', keyCodes.space, keyCodes.enter)
  expect(flips).toEqual(['scope.camera true', 'scope.userInfo false'])
  expect(await visit).toEqual({ missing: [] })
  expect(screen.text()).toBe('✔ Settings closed. 2 changes saved.')
})
test('the page without switches has a text instead', async () => {
  const { screen, press, visit } = await openSettings(pageOf([]).page)
  expect(screen.text()).toMatchInlineSnapshot(`
    "╭───────────────────────────────────────────────────────────────────╮
    │ Settings                                                          │
    │ WXAuth Demo                                                       │
    │                                                                   │
    │ No decisions yet. A switch appears here once a popup is answered. │
    ╰───────────────────────────────────────────────────────────────────╯
    Enter or Esc closes"
  `)
  await press(keyCodes.escape)
  expect(await visit).toEqual({ missing: [] })
})
test('after a stale switch the page shows the current switches', async () => {
  const now = twoSwitches.map(one => ({ ...one, on: !one.on }))
  const { screen, press } = await openSettings(pageOf(twoSwitches, () => ({ now, result: 'stale' })).page)
  await press(keyCodes.space)
  expect(screen.text()).toMatchInlineSnapshot(`
    "╭──────────────────────────────────────────╮
    │ Settings                                 │
    │ WXAuth Demo                              │
    │                                          │
    │ Allow this Mini Program to use:          │
    │ ❯ [off] User information  scope.userInfo │
    │   [on ] Camera            scope.camera   │
    ╰──────────────────────────────────────────╯
    Changed elsewhere in the meantime. This is the current state."
  `)
})
test('a move starts from the switches as shown, not as they are now', async () => {
  let now = twoSwitches
  const flips: unknown[] = []
  const { screen, press } = await openSettings({
    ...pageOf(twoSwitches).page,
    switches: () => now,
    async flip(scope, on) {
      flips.push([scope, on])
      return 'same'
    },
  })
  now = twoSwitches.map(one => ({ ...one, on: !one.on }))
  await press(keyCodes.space)
  expect(flips).toEqual([['scope.userInfo', false]])
  expect(screen.text()).toContain('❯ [off] User information')
  expect(screen.lines().at(-1)).toContain('Changed elsewhere in the meantime')
})
test('a switch that was reset disappears', async () => {
  const { screen, press } = await openSettings(
    pageOf(twoSwitches, () => ({ now: twoSwitches.slice(1), result: 'missing' })).page,
  )
  await press(keyCodes.space)
  expect(screen.text()).not.toContain('User information')
  expect(screen.lines().at(-1)).toBe('That switch is gone: its scope was reset in the meantime.')
})
/** A page whose moves are recorded once the test says so. */
function slowPage() {
  const { page, flips } = pageOf(twoSwitches)
  let record = () => {}
  const flip: SettingsPage['flip'] = async (...move) => {
    await new Promise<void>(resolve => {
      record = resolve
    })
    return page.flip(...move)
  }
  return { page: { ...page, flip }, flips, record: () => record() }
}
test.each([
  ['Enter', (fake: OpenSettings) => fake.press(keyCodes.enter)],
  [
    'Enter and other keys',
    (fake: OpenSettings) => fake.press(keyCodes.enter, keyCodes.space, keyCodes.enter),
  ],
])(
  '%s while a move is being recorded closes the page after that, and the move counts once',
  async (_, press) => {
    const { page, flips, record } = slowPage()
    const settings = await openSettings(page)
    await settings.press(keyCodes.space)
    expect(settings.screen.lines().at(-1)).toBe('Saving …')
    await press(settings)
    expect(settings.screen.text()).toContain('Allow this Mini Program')
    record()
    expect(await settings.visit).toEqual({ missing: [] })
    expect(flips).toEqual(['scope.userInfo false'])
    expect(settings.screen.text()).toBe('✔ Settings closed. 1 change saved.')
  },
)
test.each([
  ['SIGTERM', (fake: OpenSettings) => fake.events.emit('SIGTERM'), { code: 'ERR_INTERRUPTED' }],
  ['Ctrl-C', (fake: OpenSettings) => fake.type('\x03'), { code: 'ERR_INTERRUPTED' }],
  ['Ctrl-D', (fake: OpenSettings) => fake.type('\x04'), { unanswered: 'input-ended' }],
  ['a window that is too small', (fake: OpenSettings) => fake.resize(80, 3), { unanswered: 'too-small' }],
])(
  '%s while a move is being recorded ends the visit after that, and the move counts',
  async (_, happen, end) => {
    const { page, flips, record } = slowPage()
    const settings = await openSettings(page)
    await settings.press(keyCodes.space)
    await happen(settings)
    await settings.elapse()
    record()
    expect(await settings.visit.catch((error: unknown) => error)).toMatchObject(end)
    expect(flips).toEqual(['scope.userInfo false'])
    expect(settings.screen.text()).toBe('✔ Settings closed. 1 change saved.')
    expect(settings.isRaw()).toBe(false)
  },
)
test('space while a move is being recorded moves nothing, and says so', async () => {
  const { page, flips, record } = slowPage()
  const { press, screen, visit } = await openSettings(page)
  await press(keyCodes.space, keyCodes.space)
  expect(screen.lines().at(-1)).toBe('Still saving the last change. Try again in a moment.')
  record()
  await press(keyCodes.enter)
  expect(await visit).toEqual({ missing: [] })
  expect(flips).toEqual(['scope.userInfo false'])
})
test('in a window that is too small the page does not open', async () => {
  const fake = fakeTty({ rows: 3 })
  expect(await terminalVisitor(fake.tty, en).visit(pageOf(twoSwitches).page)).toEqual({
    unanswered: 'too-small',
  })
  expect(fake.screen.text()).toBe('')
})
test('a window that becomes too small closes the page', async () => {
  const { resize, visit, screen } = await openSettings(pageOf(twoSwitches).page)
  resize(15)
  expect(await visit).toEqual({ unanswered: 'too-small' })
  expect(screen.text()).not.toContain('╭')
})
test('a move that cannot be recorded ends the visit and restores the terminal', async () => {
  const { page } = pageOf(twoSwitches)
  const { press, visit, isRaw } = await openSettings({
    ...page,
    flip: () => Promise.reject(new Error('read-only')),
  })
  await press(keyCodes.space)
  await expect(visit).rejects.toThrow('read-only')
  expect(isRaw()).toBe(false)
})
test('if there are more switches than lines, those around the pointer are shown', async () => {
  const { scopeNames, rowOf } = guideCatalogue
  const all = scopeNames.map(scope => ({ scope, description: rowOf(scope).description, on: true }))
  const { screen, press, type, elapse } = await openSettings(pageOf(all).page, { rows: 10, columns: 60 })
  expect(screen.text()).toMatchInlineSnapshot(`
    "Settings
    WXAuth Demo
    Allow this Mini Program to use:
    ❯ [on ] User information     scope.userInfo
      [on ] Geographic location  scope.userLocation
      [on ] Postal address       scope.address
      [on ] Invoice title        scope.invoiceTitle
      [on ] Gets invoice         scope.invoice
      ↓ 4 more
    ↑ ↓ move · Space toggles · Enter or Esc closes"
  `)
  await elapse()
  await type(...Array.from({ length: 6 }, () => keyCodes.down))
  await press(keyCodes.down)
  expect(screen.text()).toContain('❯ [on ] Saves to album')
  expect(screen.text()).toContain('↑ 4 more')
})
test('the page fits into 28 columns', async () => {
  const { screen } = await openSettings(pageOf(twoSwitches).page, { columns: 28 })
  expect(screen.text()).toMatchInlineSnapshot(`
    "╭─────────────────────────╮
    │ Settings                │
    │ WXAuth Demo             │
    │ Allow this Mini Program │
    │ to use:                 │
    │ ❯ [on ] User            │
    │         information     │
    │         scope.userInfo  │
    │   [off] Camera          │
    │         scope.camera    │
    ╰─────────────────────────╯
    ↑ ↓ · Space · Enter closes"
  `)
})
