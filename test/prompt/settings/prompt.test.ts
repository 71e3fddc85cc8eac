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

test('space flips a switch, which is shown and recorded at once, and one line stays', async () => {
  const { page, flips } = pageOf(twoSwitches)
  const { screen, press, visit } = await openSettings(page)
  expect(screen.text()).toMatchInlineSnapshot(`
    "╭──────────────────────────────────────────╮
    │ Settings                                 │
    │ WXAuth Demo                              │
    │                                          │
    │ The user allows this Mini Program to use │
    │ ❯ [on ] User information  scope.userInfo │
    │   [off] Camera  scope.camera             │
    ╰──────────────────────────────────────────╯
    ↑ ↓ move · space flips · Enter or Esc closes"
  `)
  await press(keyCodes.down, keyCodes.space)
  expect(flips).toEqual(['scope.camera true'])
  expect(screen.text()).toMatchInlineSnapshot(`
    "╭──────────────────────────────────────────╮
    │ Settings                                 │
    │ WXAuth Demo                              │
    │                                          │
    │ The user allows this Mini Program to use │
    │   [on ] User information  scope.userInfo │
    │ ❯ [on ] Camera  scope.camera             │
    ╰──────────────────────────────────────────╯
    Recorded."
  `)
  await press('k', keyCodes.space, keyCodes.enter)
  expect(flips).toEqual(['scope.camera true', 'scope.userInfo false'])
  expect(await visit).toEqual({ missing: [] })
  expect(screen.text()).toBe('✔ Settings closed: 2 moves recorded.')
})
test('the page without switches has a text instead', async () => {
  const { screen, press, visit } = await openSettings(pageOf([]).page)
  expect(screen.text()).toMatchInlineSnapshot(`
    "╭──────────────────────────────────────────────────────────────────────╮
    │ Settings                                                             │
    │ WXAuth Demo                                                          │
    │                                                                      │
    │ Nothing was decided yet: a switch appears once a popup was answered. │
    ╰──────────────────────────────────────────────────────────────────────╯
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
    │ The user allows this Mini Program to use │
    │ ❯ [off] User information  scope.userInfo │
    │   [on ] Camera  scope.camera             │
    ╰──────────────────────────────────────────╯
    Somebody else moved a switch meanwhile: this is how they stand now."
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
  expect(screen.lines().at(-1)).toContain('Somebody else moved a switch meanwhile')
})
test('a switch that was reset disappears', async () => {
  const { screen, press } = await openSettings(
    pageOf(twoSwitches, () => ({ now: twoSwitches.slice(1), result: 'missing' })).page,
  )
  await press(keyCodes.space)
  expect(screen.text()).not.toContain('User information')
  expect(screen.lines().at(-1)).toBe('That switch is gone: somebody reset it meanwhile.')
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
  const { screen, press, type, elapse } = await openSettings(pageOf(all).page, { rows: 14, columns: 60 })
  expect(screen.text()).toMatchInlineSnapshot(`
    "╭─────────────────────────────────────────────────╮
    │ Settings                                        │
    │ WXAuth Demo                                     │
    │                                                 │
    │ The user allows this Mini Program to use        │
    │   ↑ 0 more                                      │
    │ ❯ [on ] User information  scope.userInfo        │
    │   [on ] Geographic location  scope.userLocation │
    │   [on ] Postal address  scope.address           │
    │   ↓ 6 more                                      │
    ╰─────────────────────────────────────────────────╯
    ↑ ↓ move · space flips · Enter or Esc closes"
  `)
  await elapse()
  await type(...Array.from({ length: 6 }, () => keyCodes.down))
  await press(keyCodes.down)
  expect(screen.text()).toContain('❯ [on ] Saves to album')
  expect(screen.text()).toContain('↑ 6 more')
})
test('the page fits into 28 columns', async () => {
  const { screen } = await openSettings(pageOf(twoSwitches).page, { columns: 28 })
  expect(screen.text()).toMatchInlineSnapshot(`
    "╭──────────────────────╮
    │ Settings             │
    │ WXAuth Demo          │
    │ The user allows this │
    │ Mini Program to use  │
    │ ❯ [on ] User         │
    │         information  │
    │   [off] Camera       │
    ╰──────────────────────╯
    ↑ ↓ space, Enter closes"
  `)
})
