import { expect, test } from 'vitest'
import { guideCatalogue } from '../../../src/catalogue/editions/guide.ts'
import type { SettingSwitch, SettingsPage } from '../../../src/emulator/ports.ts'
import { en } from '../../../src/messages/en/index.ts'
import { terminalVisitor } from '../../../src/prompt/settings/terminal-visitor.ts'
import { fakeTty, sent } from '../fake-tty.ts'

const two: readonly SettingSwitch[] = [
  { scope: 'scope.userInfo', description: 'User information', on: true },
  { scope: 'scope.camera', description: 'Camera', on: false },
]

/** A page in memory; `answer` may answer a flip otherwise, and then the switches are these. */
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

test('space flips: shown and recorded at once, and one line stays', async () => {
  const { page, flips } = pageOf(two)
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
  await press(sent.down, sent.space)
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
  await press('k', sent.space, sent.enter)
  expect(flips).toEqual(['scope.camera true', 'scope.userInfo false'])
  expect(await visit).toEqual({ missing: [] })
  expect(screen.text()).toBe('✔ Settings closed: 2 moves recorded.')
})
test('nothing decided yet: the page says so', async () => {
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
  await press(sent.escape)
  expect(await visit).toEqual({ missing: [] })
})
test('after a stale switch the page shows how the switches stand', async () => {
  const now = two.map(one => ({ ...one, on: !one.on }))
  const { screen, press } = await openSettings(pageOf(two, () => ({ now, result: 'stale' })).page)
  await press(sent.space)
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
test('a move starts from what was shown, however the switches stand by now', async () => {
  let now = two
  const flips: unknown[] = []
  const { screen, press } = await openSettings({
    ...pageOf(two).page,
    switches: () => now,
    async flip(scope, on) {
      flips.push([scope, on])
      return 'same'
    },
  })
  now = two.map(one => ({ ...one, on: !one.on }))
  await press(sent.space)
  expect(flips).toEqual([['scope.userInfo', false]])
  expect(screen.text()).toContain('❯ [off] User information')
  expect(screen.lines().at(-1)).toContain('Somebody else moved a switch meanwhile')
})
test('a switch that was reset is gone', async () => {
  const { screen, press } = await openSettings(
    pageOf(two, () => ({ now: two.slice(1), result: 'missing' })).page,
  )
  await press(sent.space)
  expect(screen.text()).not.toContain('User information')
  expect(screen.lines().at(-1)).toBe('That switch is gone: somebody reset it meanwhile.')
})
test('a switch that cannot be recorded ends the visit, with the terminal as it was', async () => {
  const { page } = pageOf(two)
  const { press, visit, isRaw } = await openSettings({
    ...page,
    flip: () => Promise.reject(new Error('read-only')),
  })
  await press(sent.space)
  await expect(visit).rejects.toThrow('read-only')
  expect(isRaw()).toBe(false)
})
test('more switches than lines: those around the pointer are shown', async () => {
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
  await type(...Array.from({ length: 6 }, () => sent.down))
  await press(sent.down)
  expect(screen.text()).toContain('❯ [on ] Saves to album')
  expect(screen.text()).toContain('↑ 6 more')
})
test('28 columns are enough', async () => {
  const { screen } = await openSettings(pageOf(two).page, { columns: 28 })
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
