import { describe, expect, test } from 'vitest'
import { createWorld, rejection } from './uncaught-list.ts'

type World = ReturnType<typeof createWorld>

const decidedWorld = async () => {
  const world = createWorld()
  await world.auth.set({ 'scope.camera': 'rejected', 'scope.record': 'accepted' })
  return world
}

describe('wx.openSetting', () => {
  test('resolves with the settings that the queued visit leads to', async () => {
    const { wx, auth } = await decidedWorld()
    auth.answer('wx.openSetting', { 'scope.camera': true, 'scope.record': false })
    const authSetting = { 'scope.record': false, 'scope.camera': true }
    await expect(wx.openSetting()).resolves.toEqual({ errMsg: 'openSetting:ok', authSetting })
    await expect(wx.getSetting()).resolves.toEqual({ errMsg: 'getSetting:ok', authSetting })
  })

  test('changes nothing if the user only looks at the page', async () => {
    const { wx, auth } = await decidedWorld()
    auth.answer('wx.openSetting', {})
    await expect(wx.openSetting()).resolves.toMatchObject({ authSetting: { 'scope.camera': false } })
  })

  test('moves no switch if one is not on the page, and reports that as uncaught', async () => {
    const { wx, auth, uncaught } = await decidedWorld()
    auth.answer('wx.openSetting', { 'scope.camera': true, 'scope.address': true })
    await expect(wx.openSetting()).resolves.toMatchObject({ authSetting: { 'scope.camera': false } })
    expect(uncaught).toMatchObject([{ code: 'ERR_MISSING_SWITCH', facts: { scopes: ['scope.address'] } }])
  })

  test.each([
    ['getSetting', ({ wx }: World) => wx.getSetting({ withSubscriptions: true })],
    ['openSetting', ({ wx }: World) => wx.openSetting({ withSubscriptions: true })],
  ])('withSubscriptions adds the subscriptions: %s', async (_, use) => {
    const world = await decidedWorld()
    world.auth.answer('wx.openSetting', {})
    await expect(use(world)).resolves.toMatchObject({
      subscriptionsSetting: { mainSwitch: true, itemSettings: {} },
    })
  })

  test('waits for its turn with the popups', async () => {
    const { wx, auth } = await decidedWorld()
    let answer: (answer: 'accept') => void = () => undefined
    const promise = new Promise<'accept'>(resolve => {
      answer = resolve
    })
    auth.answer('scope.address', () => promise)
    auth.answer('wx.openSetting', { 'scope.address': false })
    const address = wx.chooseAddress()
    const page = wx.openSetting()
    answer('accept')
    await expect(address).resolves.toMatchObject({ errMsg: 'chooseAddress:ok' })
    await expect(page).resolves.toMatchObject({ authSetting: { 'scope.address': false } })
  })
})

describe('The settings page, opened by hand', () => {
  test('moves switches without calling an API', async () => {
    const { auth } = await decidedWorld()
    const before = auth.events.length
    await expect(auth.openSettingPage({ 'scope.camera': true })).resolves.toEqual({
      'scope.record': true,
      'scope.camera': true,
    })
    expect(auth.events.slice(before)).toEqual([
      { type: 'recorded', scope: 'scope.camera', before: 'rejected', after: 'accepted', by: 'settings' },
    ])
  })

  test('has no switch for an undecided scope', async () => {
    const { auth } = await decidedWorld()
    expect(await rejection(auth.openSettingPage({ 'scope.address': true }))).toMatchObject({
      code: 'ERR_MISSING_SWITCH',
      message: expect.stringContaining('scope.address'),
    })
  })
})

describe('The open-type buttons', () => {
  test('give the detail of their event, refusals included, and getUserInfo asks again', async () => {
    const { auth } = createWorld()
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
    const { auth } = await decidedWorld()
    const detail = { errMsg: 'openSetting:ok', authSetting: { 'scope.record': true, 'scope.camera': true } }
    await expect(auth.tap('openSetting', { 'scope.camera': true })).resolves.toEqual(detail)
    auth.answer('wx.openSetting', {})
    await expect(auth.tap('openSetting')).resolves.toEqual(detail)
    expect(await rejection(auth.tap('openSetting', { 'scope.werun': true }))).toMatchObject({
      code: 'ERR_MISSING_SWITCH',
    })
  })
})

describe('auth.set and auth.reset', () => {
  test('apply to every later call, awaited or not, and are recorded before it', async () => {
    const { wx, auth } = createWorld()
    const set = auth.set('scope.userLocation', 'accepted')
    const call = wx.getLocation({})
    const reset = auth.reset('scope.userLocation')
    const again = rejection(wx.getLocation({}))
    await set
    await expect(call).resolves.toMatchObject({ errMsg: 'getLocation:ok' })
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

  test('forget all scopes, or only the scopes passed to reset', async () => {
    const { auth } = await decidedWorld()
    await auth.reset('scope.camera')
    expect(auth.states()).toMatchObject({ 'scope.camera': 'undecided', 'scope.record': 'accepted' })
    await auth.reset()
    expect(new Set(Object.values(auth.states()))).toEqual(new Set(['undecided']))
  })
})
