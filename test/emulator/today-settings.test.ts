import { describe, expect, test } from 'vitest'
import type { ScopeName } from '../../src/catalogue/names.ts'
import type { SettingsPage } from '../../src/emulator/ports.ts'
import { memoryStore } from '../../src/store/memory-store.ts'
import { declaringApp, type Given, given, today } from './today-world.ts'
import { app, decideElsewhere } from './world.ts'

const retired = {
  'scope.address': true,
  'scope.invoice': true,
  'scope.invoiceTitle': true,
  'scope.userInfo': true,
}
const location = 'scope.userLocation'
const background = 'scope.userLocationBackground'

describe('wx.getSetting', () => {
  test('says true for retired scopes, last, whatever was decided', async () => {
    const { emulator } = await given({ scopes: { 'scope.userInfo': 'rejected', 'scope.camera': 'rejected' } })
    const authSetting = emulator.getSetting().result?.authSetting
    expect(authSetting).toEqual({ 'scope.camera': false, ...retired })
    expect(Object.keys(authSetting as object)[0]).toBe('scope.camera')
  })

  test('says it to a new user too', async () => {
    expect(today().emulator.getSetting().result?.authSetting).toEqual(retired)
  })
})

/** The page of this Mini Program, after this was arranged. */
async function pageGiven(given_: Given, miniProgram = declaringApp) {
  const { emulator, events } = await given(given_, { app: miniProgram })
  let page: SettingsPage | undefined
  await emulator.openSetting({
    async visit(opened) {
      page = opened
      return { missing: [] }
    },
  })
  if (page === undefined) throw new Error('no page')
  events()
  return { page, emulator, events, on: () => onOf(page) }
}

const onOf = (page: SettingsPage | undefined) =>
  page?.switches().map(({ scope, on, under }) => [scope, on, ...(under === undefined ? [] : [under])])

describe('The settings page of today', () => {
  test('has no row for a retired scope', async () => {
    const { page, on } = await pageGiven({
      scopes: { 'scope.address': 'rejected', 'scope.werun': 'accepted' },
    })
    expect(on()).toEqual([['scope.werun', true]])
    expect(await page.flip('scope.address', true)).toBe('missing')
  })

  test.each([
    ['nothing of locations was asked', { 'scope.werun': 'accepted' }, [['scope.werun', true]]],
    [
      'the location is off',
      { [location]: 'rejected' },
      [
        [location, false],
        [background, false, location],
      ],
    ],
    [
      'the location is on',
      { [location]: 'accepted' },
      [
        [location, true],
        [background, false, location],
      ],
    ],
    [
      'both are on',
      { [location]: 'accepted', [background]: 'accepted', 'scope.userFuzzyLocation': 'rejected' },
      [
        [location, true],
        [background, true, location],
        ['scope.userFuzzyLocation', false],
      ],
    ],
    ['only the background was asked', { [background]: 'rejected' }, [[background, false, location]]],
  ] as const)('shows the background under the location: %s', async (_, scopes, expected) => {
    expect((await pageGiven({ scopes })).on()).toEqual(expected)
  })

  test('has no third choice without the background mode', async () => {
    const { page, on } = await pageGiven(
      { scopes: { [location]: 'accepted', [background]: 'rejected' } },
      app,
    )
    expect(on()).toEqual([[location, true]])
    expect(await page.flip(background, true)).toBe('missing')
  })

  const moves: readonly (readonly [Given['scopes'], ScopeName, boolean, string, object])[] = [
    [{ [location]: 'accepted' }, background, true, 'moved', { [location]: true, [background]: true }],
    [{ [location]: 'rejected' }, background, true, 'moved', { [location]: true, [background]: true }],
    [{ [location]: 'accepted' }, background, false, 'same', { [location]: true }],
    [
      { [location]: 'accepted', [background]: 'accepted' },
      background,
      false,
      'moved',
      { [location]: true, [background]: false },
    ],
    [
      { [location]: 'accepted', [background]: 'accepted' },
      location,
      false,
      'moved',
      { [location]: false, [background]: false },
    ],
    [{ [location]: 'accepted' }, location, false, 'moved', { [location]: false }],
    [
      { [location]: 'rejected', [background]: 'rejected' },
      location,
      true,
      'moved',
      { [location]: true, [background]: false },
    ],
    [{ [location]: 'rejected' }, location, false, 'same', { [location]: false }],
    [{ 'scope.camera': 'accepted' }, background, true, 'missing', { 'scope.camera': true }],
    [{ 'scope.camera': 'accepted' }, 'scope.camera', false, 'moved', { 'scope.camera': false }],
  ]
  test.each(moves)('from %j, moving %s to %s is %s', async (scopes = {}, scope, on, result, setting) => {
    const { page, emulator, events } = await pageGiven({ scopes })
    expect(await page.flip(scope, on)).toBe(result)
    expect(emulator.getSetting().result?.authSetting).toEqual({ ...setting, ...retired })
    const recorded = events().flatMap(event => (event.type === 'recorded' ? [event.by] : []))
    expect(recorded.every(by => by === 'settings')).toBe(true)
    expect(recorded.length > 0).toBe(result === 'moved')
  })

  test('moves nothing if another process decides at the same moment', async () => {
    const store = memoryStore()
    await decideElsewhere(store, location, 'accepted')
    const racing = today({
      store: {
        read: store.read,
        async update(change) {
          await decideElsewhere(store, location, 'undecided')
          return store.update(change)
        },
      },
    })
    await racing.emulator.openSetting({
      async visit(page) {
        expect(await page.flip(location, false)).toBe('stale')
        return { missing: [] }
      },
    })
    expect(racing.emulator.getSetting().result?.authSetting).toEqual(retired)
  })
})
