import { describe, expect, test } from 'vitest'
import { rejection, watched } from './uncaught-list.ts'

const world = async () => {
  const made = watched()
  await made.auth.set({ 'scope.camera': 'rejected', 'scope.record': 'accepted' })
  return made
}

describe('wx.openSetting', () => {
  test('resolves with what auth says the user did there', async () => {
    const { wx, auth } = await world()
    auth.answer('wx.openSetting', { 'scope.camera': true, 'scope.record': false })
    const authSetting = { 'scope.record': false, 'scope.camera': true }
    await expect(wx.openSetting()).resolves.toEqual({ errMsg: 'openSetting:ok', authSetting })
    await expect(wx.getSetting()).resolves.toEqual({ errMsg: 'getSetting:ok', authSetting })
  })

  test('is closed without a move by a user who only looks', async () => {
    const { wx, auth } = await world()
    auth.answer('wx.openSetting', {})
    await expect(wx.openSetting()).resolves.toMatchObject({ authSetting: { 'scope.camera': false } })
  })

  test('moves nothing that is not on the page, and the test hears of it as uncaught', async () => {
    const { wx, auth, uncaught } = await world()
    auth.answer('wx.openSetting', { 'scope.camera': true, 'scope.address': true })
    await expect(wx.openSetting()).resolves.toMatchObject({ authSetting: { 'scope.camera': false } })
    expect(uncaught).toMatchObject([{ code: 'ERR_MISSING_SWITCH', facts: { scopes: ['scope.address'] } }])
  })

  test.each([
    ['getSetting', (world: ReturnType<typeof watched>) => world.wx.getSetting({ withSubscriptions: true })],
    ['openSetting', (world: ReturnType<typeof watched>) => world.wx.openSetting({ withSubscriptions: true })],
  ])('and its like add the subscriptions on request: %s', async (_, use) => {
    const made = await world()
    made.auth.answer('wx.openSetting', {})
    await expect(use(made)).resolves.toMatchObject({
      subscriptionsSetting: { mainSwitch: true, itemSettings: {} },
    })
  })

  test('shares its turn with popups', async () => {
    const { wx, auth } = await world()
    let answer: (answer: 'accept') => void = () => undefined
    const given = new Promise<'accept'>(resolve => {
      answer = resolve
    })
    auth.answer('scope.address', () => given)
    auth.answer('wx.openSetting', { 'scope.address': false })
    const address = wx.chooseAddress()
    const page = wx.openSetting()
    answer('accept')
    await expect(address).resolves.toMatchObject({ errMsg: 'chooseAddress:ok' })
    await expect(page).resolves.toMatchObject({ authSetting: { 'scope.address': false } })
  })
})

describe('The settings page, opened by hand', () => {
  test('moves switches, and no API was called', async () => {
    const { auth } = await world()
    const before = auth.events.length
    await expect(auth.openSettingPage({ 'scope.camera': true })).resolves.toEqual({
      'scope.record': true,
      'scope.camera': true,
    })
    expect(auth.events.slice(before)).toEqual([
      { type: 'recorded', scope: 'scope.camera', before: 'rejected', after: 'accepted', by: 'settings' },
    ])
  })

  test('has no switch for what nobody asked', async () => {
    const { auth } = await world()
    expect(await rejection(auth.openSettingPage({ 'scope.address': true }))).toMatchObject({
      code: 'ERR_MISSING_SWITCH',
      message: expect.stringContaining('scope.address'),
    })
  })
})

describe('The open-type buttons', () => {
  test('give the detail of their event, refusals included, and getUserInfo asks again', async () => {
    const { auth } = watched()
    auth.answer('reject')
    await expect(auth.tap('getUserInfo')).resolves.toEqual({ errMsg: 'getUserInfo:fail auth deny' })
    auth.answer('accept')
    const detail = await auth.tap('getUserInfo')
    expect(Object.keys(detail).sort()).toEqual([
      'encryptedData',
      'errMsg',
      'iv',
      'rawData',
      'signature',
      'userInfo',
    ])
    await expect(auth.tap('getUserInfo')).resolves.toMatchObject({ errMsg: 'getUserInfo:ok' })
  })

  test('openSetting opens the page', async () => {
    const { auth } = await world()
    const detail = { errMsg: 'openSetting:ok', authSetting: { 'scope.record': true, 'scope.camera': true } }
    await expect(auth.tap('openSetting', { 'scope.camera': true })).resolves.toEqual(detail)
    auth.answer('wx.openSetting', {})
    await expect(auth.tap('openSetting')).resolves.toEqual(detail)
    expect(await rejection(auth.tap('openSetting', { 'scope.werun': true }))).toMatchObject({
      code: 'ERR_MISSING_SWITCH',
    })
  })
})

describe('What auth arranges', () => {
  test('is found by calls after it, awaited or not, and is recorded before them', async () => {
    const { wx, auth } = watched()
    const set = auth.set('scope.userLocation', 'accepted')
    const called = wx.getLocation({})
    const reset = auth.reset('scope.userLocation')
    const again = rejection(wx.getLocation({}))
    await set
    await expect(called).resolves.toMatchObject({ errMsg: 'getLocation:ok' })
    await reset
    expect(await again).toMatchObject({ code: 'ERR_UNANSWERED' })
    expect(auth.events.map(({ type }) => type)).toEqual([
      'recorded',
      'called',
      'settled',
      'recorded',
      'called',
      'asked',
      'unanswered',
      'settled',
    ])
  })

  test('is forgotten by a reset: all of it, or these scopes', async () => {
    const { auth } = await world()
    await auth.reset('scope.camera')
    expect(await auth.states()).toMatchObject({ 'scope.camera': 'undecided', 'scope.record': 'accepted' })
    await auth.reset()
    expect(new Set(Object.values(await auth.states()))).toEqual(new Set(['undecided']))
  })
})
