import { describe, expect, test } from 'vitest'
import { isWxApi } from '../../src/catalogue/catalogue.ts'
import { todayCatalogue } from '../../src/catalogue/editions/today.ts'
import { layerStates } from '../../src/machine/layer-states.ts'
import { createWxAuth } from '../../src/wx/create.ts'
import type { Auth, Wx, WxAuthOptions } from '../../src/wx/types/index.ts'
import {
  appJson,
  bothLocations,
  lastPopups,
  onlyFuzzy,
  resultOf,
  type TodayWorld,
  today,
} from './today-world.ts'
import { createWorld, rejection } from './uncaught-list.ts'

type Set = Parameters<Auth['set']>[0]

interface Row {
  readonly options?: WxAuthOptions
  readonly given?: Record<string, string>
  readonly api: string
  readonly params?: object
  readonly errMsg: string
  readonly errno?: number
  readonly popups?: readonly string[]
}

const undeclared = 'fail the api need to be declared in the requiredPrivateInfos field in app.json/ext.json'
const accepted = { 'scope.userLocation': 'accepted', privacy: 'agreed' }

/** The questions that developers ask in public, each with what the page receives. */
const questions: Readonly<Record<string, Row>> = {
  'the phone denies the location, and the scope allows it': {
    given: { ...accepted, 'system.location': 'denied' },
    api: 'getLocation',
    errMsg: 'getLocation:fail system permission denied',
    errno: 3,
  },
  'and authorize still says ok': {
    given: { ...accepted, 'system.location': 'denied' },
    api: 'authorize',
    params: { scope: 'scope.userLocation' },
    errMsg: 'authorize:ok',
  },
  'an Android phone spells it in its own way': {
    options: { platform: 'android' },
    given: { ...accepted, 'system.location': 'denied' },
    api: 'getLocation',
    errMsg: 'getLocation:fail:system permission denied',
    errno: 3,
  },
  'getLocation is not declared in requiredPrivateInfos': {
    options: { app: appJson({ requiredPrivateInfos: ['chooseLocation'] }) },
    given: accepted,
    api: 'getLocation',
    errMsg: `getLocation:${undeclared}`,
  },
  'a fuzzy location stands beside an exact one: the exact one fails': {
    options: { app: bothLocations },
    given: accepted,
    api: 'getLocation',
    errMsg: `getLocation:${undeclared}`,
  },
  'a fuzzy location stands beside an exact one: so does the fuzzy one': {
    options: { app: bothLocations },
    given: { ...accepted, 'scope.userFuzzyLocation': 'accepted' },
    api: 'getFuzzyLocation',
    errMsg: `getFuzzyLocation:${undeclared}`,
  },
  'a fuzzy location by itself asks for its own scope': {
    options: { app: onlyFuzzy, answers: 'accept' },
    api: 'getFuzzyLocation',
    errMsg: 'getFuzzyLocation:ok',
    popups: ['scope.userFuzzyLocation accept'],
  },
  'an address no longer asks for a scope, only for the agreement': {
    options: { answers: 'accept' },
    api: 'chooseAddress',
    errMsg: 'chooseAddress:ok',
    popups: ['privacy accept'],
  },
  'and asks for nothing once the user has agreed': {
    given: { privacy: 'agreed', 'scope.address': 'rejected' },
    api: 'chooseAddress',
    errMsg: 'chooseAddress:ok',
  },
  'the sheet is refused': {
    options: { answers: 'reject' },
    api: 'chooseAddress',
    errMsg: 'chooseAddress:fail privacy permission is not authorized',
    errno: 104,
    popups: ['privacy reject'],
  },
  'the popup of a scope asks for the agreement too': {
    options: { answers: { privacy: 'reject', 'scope.camera': 'accept' } },
    api: 'authorize',
    params: { scope: 'scope.camera' },
    errMsg: 'authorize:ok',
    popups: ['scope.camera accept'],
  },
  'and its refusal is a refusal of the scope': {
    options: { answers: { privacy: 'accept', 'scope.camera': 'reject' } },
    api: 'authorize',
    params: { scope: 'scope.camera' },
    errMsg: 'authorize:fail auth deny',
    errno: 103,
    popups: ['scope.camera reject'],
  },
  'a popup that is closed decides nothing, and has no errno': {
    options: { answers: 'dismiss' },
    api: 'openBluetoothAdapter',
    errMsg: 'openBluetoothAdapter:fail auth canceled',
    popups: ['scope.bluetooth dismiss'],
  },
  'the guideline does not declare it': {
    given: { guideline: 'undeclared' },
    api: 'chooseAddress',
    errMsg: 'chooseAddress:fail api scope is not declared in the privacy agreement',
    errno: 112,
  },
  'a location in the background needs requiredBackgroundModes': {
    options: { app: appJson({ requiredBackgroundModes: [] }) },
    given: { privacy: 'agreed', 'scope.userLocationBackground': 'accepted' },
    api: 'startLocationUpdateBackground',
    errMsg: 'startLocationUpdateBackground:fail auth deny',
  },
  'a retired scope answers at once': {
    api: 'authorize',
    params: { scope: 'scope.address' },
    errMsg: 'authorize:ok',
  },
}

describe('What the page receives when', () => {
  test.each(Object.entries(questions))('%s', async (_, row) => {
    const { options, given = {}, api, params, errMsg, errno, popups = [] } = row
    const world = today(options)
    await world.auth.set(given as Set as never)
    const result = await resultOf(world, api, params)
    expect(result).toMatchObject({ errMsg })
    expect((result as { errno?: number }).errno).toBe(errno)
    expect(lastPopups(world)).toEqual(popups)
    expect(world.uncaught).toEqual([])
  })
})

test('A promise rejects with the errno too, and none is there in the edition of the guide', async () => {
  const { wx, auth } = today({ answers: 'reject' })
  const refusal = { errMsg: 'getLocation:fail auth deny' }
  expect(await rejection(wx.getLocation())).toEqual({ ...refusal, errno: 103 })
  expect(auth.states()['scope.userLocation']).toBe('rejected')
  expect(await rejection(createWorld({ answers: 'reject' }).wx.getLocation())).toEqual(refusal)
})

describe('wx.getUserInfo and wx.getUserProfile', () => {
  test.each(['getUserInfo', 'getUserProfile'])('%s is anonymous, and asks nobody', async api => {
    const world = today()
    const result = await resultOf(world, api, { desc: 'For the profile page' })
    expect(result).toMatchObject({ errMsg: `${api}:ok`, userInfo: { nickName: '微信用户' } })
    expect(lastPopups(world)).toEqual([])
  })

  test('and so is the button', async () => {
    const { auth } = today()
    expect((await auth.tap('getUserInfo')).userInfo?.nickName).toBe('微信用户')
  })
})

describe('auth.set', () => {
  test('arranges layers beside scopes, and auth.layers() shows them', async () => {
    const { auth } = today()
    expect(auth.layers()).toEqual({
      privacy: 'undecided',
      guideline: 'declared',
      'system.location': 'authorized',
      'system.camera': 'authorized',
      'system.microphone': 'authorized',
      'system.album': 'authorized',
      'system.bluetooth': 'authorized',
      'system.calendar': 'authorized',
    })
    await auth.set({ privacy: 'agreed', 'system.camera': 'denied', 'scope.camera': 'accepted' })
    await auth.set('guideline', 'undeclared')
    expect(auth.layers()).toMatchObject({
      privacy: 'agreed',
      guideline: 'undeclared',
      'system.camera': 'denied',
    })
    expect(auth.states()).toMatchObject({ 'scope.camera': 'accepted', 'scope.record': 'undecided' })
    expect(() => Object.assign(auth.layers(), { privacy: 'undecided' })).toThrow(TypeError)
    expect(Object.keys(auth.layers())).toEqual(Object.keys(layerStates))
  })

  test('records what a retired scope was set to, which nothing looks at', async () => {
    const { wx, auth } = today()
    await auth.set('scope.address', 'rejected')
    expect(auth.states()['scope.address']).toBe('rejected')
    await expect(wx.getSetting()).resolves.toMatchObject({ authSetting: { 'scope.address': true } })
  })

  test('counts for the next call, even while it is not awaited', async () => {
    const { wx, auth } = today()
    void auth.set('privacy', 'agreed')
    await expect(wx.chooseAddress()).resolves.toMatchObject({ errMsg: 'chooseAddress:ok' })
  })

  test('all means the scopes, and no layer', async () => {
    const { auth } = today()
    await auth.set('all', 'accepted')
    expect(new Set(Object.values(auth.states()))).toEqual(new Set(['accepted']))
    expect(auth.layers().privacy).toBe('undecided')
  })
})

test('auth.reset() forgets the agreement too, and leaves the guideline and the phone as they are', async () => {
  const { auth } = today()
  await auth.set({ all: 'accepted', privacy: 'agreed', guideline: 'undeclared', 'system.album': 'denied' })
  await auth.reset('scope.camera')
  expect(auth.layers().privacy).toBe('agreed')
  await auth.reset()
  expect(new Set(Object.values(auth.states()))).toEqual(new Set(['undecided']))
  expect(auth.layers()).toMatchObject({
    privacy: 'undecided',
    guideline: 'undeclared',
    'system.album': 'denied',
  })
})

describe('The settings page', () => {
  const decided = async (options?: WxAuthOptions) => {
    const world = today(options)
    await world.auth.set({ 'scope.userLocation': 'accepted', 'scope.address': 'accepted' })
    return world
  }

  test('has one row for locations: its third choice turns the first on, and off turns both off', async () => {
    const { auth } = await decided()
    expect(await auth.openSettingPage({ 'scope.userLocation': false })).toMatchObject({
      'scope.userLocation': false,
    })
    expect(await auth.openSettingPage({ 'scope.userLocationBackground': true })).toMatchObject({
      'scope.userLocation': true,
      'scope.userLocationBackground': true,
    })
    expect(await auth.openSettingPage({ 'scope.userLocation': false })).toMatchObject({
      'scope.userLocation': false,
      'scope.userLocationBackground': false,
    })
  })

  test('has the third choice only if app.json declares it', async () => {
    const { auth } = await decided({ app: appJson({ requiredBackgroundModes: [] }) })
    expect(await rejection(auth.openSettingPage({ 'scope.userLocationBackground': true }))).toMatchObject({
      code: 'ERR_MISSING_SWITCH',
      hint: expect.stringContaining('only if requiredBackgroundModes in app.json names location'),
    })
  })

  test('has no row for a retired scope, and the error says why', async () => {
    const { wx, auth, uncaught } = await decided()
    const fault = {
      code: 'ERR_MISSING_SWITCH',
      facts: { scopes: ['scope.address'], retired: ['scope.address'] },
      message: expect.stringContaining('Nothing is guarded by scope.address any more'),
    }
    expect(await rejection(auth.openSettingPage({ 'scope.address': false }))).toMatchObject(fault)
    auth.answer('wx.openSetting', { 'scope.address': false })
    await wx.openSetting()
    expect(uncaught).toMatchObject([fault])
  })

  test('shows retired scopes as allowed to wx.getSetting, and the rest once decided', async () => {
    const { wx } = await decided()
    expect((await wx.getSetting()).authSetting).toEqual({
      'scope.userLocation': true,
      'scope.address': true,
      'scope.invoice': true,
      'scope.invoiceTitle': true,
      'scope.userInfo': true,
    })
  })
})

describe('The edition', () => {
  const scopesOf = (options?: WxAuthOptions) => Object.keys(createWxAuth(options).auth.states())

  test("is the guide's by default, and today's has other scopes", () => {
    expect(createWxAuth().auth.edition).toBe('guide')
    expect(scopesOf()).toEqual(scopesOf({ edition: 'guide' }))
    expect(createWxAuth({ edition: 'today' }).auth.edition).toBe('today')
    expect(scopesOf({ edition: 'today' })).toEqual(todayCatalogue.scopeNames)
  })

  test("of the guide has none of today's functions, but its platforms spell refusals too", async () => {
    const { wx, auth } = createWorld({ platform: 'ios', answers: 'reject' })
    expect(Object.keys(wx)).not.toContain('getPrivacySetting')
    await auth.set('scope.record', 'rejected')
    const errors: string[] = []
    wx.getRecorderManager().onError(({ errMsg }) => errors.push(errMsg))
    wx.getRecorderManager().start()
    await auth.idle()
    expect(errors).toEqual(['operateRecorder:fail authorize no response'])
  })
})

describe('wx', () => {
  const untyped = (wx: Wx) => wx as unknown as Readonly<Record<string, unknown>>
  const apis = todayCatalogue.guardedApis.filter(isWxApi)

  test.each([...apis, ...todayCatalogue.freeApis])('has %s', api => {
    expect(untyped(today().wx)[api.replace('wx.', '')]).toBeTypeOf('function')
  })

  const withoutPromise = ['getFuzzyLocation', 'join1v1Chat', 'getPrivacySetting', 'requirePrivacyAuthorize']
  test.each(withoutPromise)('%s returns no promise, although nobody receives its result', async api => {
    const { wx, auth, uncaught } = today({ answers: 'accept' })
    expect((untyped(wx)[api] as (option: object) => unknown)({})).toBeUndefined()
    await auth.idle()
    expect(uncaught).toEqual([])
  })

  const called = apis.filter(api => todayCatalogue.apiOf(api).answers !== 'value')
  test.each(called)('%s gives its demo data with the keys that canIUse knows', async api => {
    const app = api === 'wx.getFuzzyLocation' ? onlyFuzzy : appJson()
    const world = today({ app, answers: 'accept' })
    const name = api.replace('wx.', '')
    const result = await resultOf(world, name, todayCatalogue.apiOf(api).sample)
    expect(result).toHaveProperty('errMsg', `${name}:ok`)
    const keys = Object.keys(result as object).filter(key => key !== 'errMsg')
    expect(keys).toEqual(todayCatalogue.apiOf(api).receives)
  })

  test.each<[schema: string, expected: boolean]>([
    ['getFuzzyLocation.object.type.gcj02', true],
    ['getPrivacySetting.success.needAuthorization', true],
    ['getAppAuthorizeSetting.return.cameraAuthorized', true],
    ['getAppAuthorizeSetting.success.cameraAuthorized', false],
    ['onNeedPrivacyAuthorization', true],
    ['onLocationChange', true],
    ['stopLocationUpdate.object.success', true],
    ['button.open-type.agreePrivacyAuthorization', true],
    ['button.open-type.getUserInfo', true],
    ['map.show-location', true],
    ['MapContext.moveToLocation', true],
    ['VKSession.start', true],
    ['live-pusher', true],
    ['getLocation', true],
    ['request', false],
  ])('canIUse of %s is %s', (schema, expected) => {
    expect(today().wx.canIUse(schema)).toBe(expected)
    const isNew = !/^(?:getLocation|button\.open-type\.getUserInfo)$/.test(schema)
    expect(createWxAuth().wx.canIUse(schema)).toBe(expected && !isNew)
  })
})

test('A sheet or popup that nobody answers is unanswered: the error names it', async () => {
  const world: TodayWorld = today()
  const { wx, auth } = world
  expect(await rejection(wx.chooseAddress())).toMatchObject({
    code: 'ERR_UNANSWERED',
    facts: { scope: 'privacy', caller: 'wx.chooseAddress' },
    message: expect.stringContaining("auth.answer('privacy', 'accept')"),
  })
  await auth.set('scope.userLocation', 'accepted')
  expect(await rejection(wx.getLocation())).toMatchObject({ facts: { scope: 'privacy' } })
  expect(lastPopups(world)).toEqual(['privacy unanswered'])
  expect(await rejection(auth.mount('camera'))).toMatchObject({ facts: { scope: 'scope.camera' } })
  expect(auth.unanswered()).toEqual([
    { caller: 'wx.chooseAddress', scope: undefined, kind: 'privacy', why: 'no-answer' },
    { caller: 'wx.getLocation', scope: undefined, kind: 'privacy', why: 'no-answer' },
    { caller: 'camera', scope: 'scope.camera', why: 'no-answer' },
  ])
})

describe('A wrong argument is refused at once', () => {
  type Untyped = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>
  test.each<[code: string, part: string, use: (auth: Untyped) => unknown]>([
    ['ERR_BAD_ARGUMENT', "'map', 'live-pusher' or 'voip-room', not \"video\"", auth => auth.mount?.('video')],
    ['ERR_BAD_ARGUMENT', 'attributes must be a plain object, not true', auth => auth.mount?.('map', true)],
    ['ERR_BAD_ARGUMENT', 'not undefined', auth => auth.unmount?.()],
    [
      'ERR_UNKNOWN_OPEN_TYPE',
      'Did you mean agreePrivacyAuthorization?',
      auth => auth.tap?.('agreePrivacyAuthorisation'),
    ],
    ['ERR_BAD_ARGUMENT', 'or a function, not undefined', auth => auth.answer?.('privacy')],
    ['ERR_UNKNOWN_SCOPE', 'Did you mean scope.bluetooth?', auth => auth.answer?.('scope.bluetoth', 'accept')],
    ['ERR_UNKNOWN_STATE', 'Did you mean undeclared?', auth => auth.set?.('guideline', 'undeclard')],
    ['ERR_UNKNOWN_API', 'Did you mean wx.getFuzzyLocation', auth => auth.reply?.('wx.getFuzyLocation', {})],
  ])('%s: %s', (code, part, use) => {
    const { auth } = today()
    expect(() => use(auth as unknown as Untyped)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(part) }),
    )
    expect(auth.events).toEqual([])
  })
})

describe('auth.explain', () => {
  test('says what stops the call, why, and what would change it, and changes nothing', async () => {
    const { auth } = today()
    void auth.set({ ...accepted, 'system.location': 'denied' } as object)
    const { edition, api, scope, checks, outcome } = await auth.explain('wx.getLocation')
    expect({ edition, api, scope, outcome }).toEqual({
      edition: 'today',
      api: 'wx.getLocation',
      scope: 'scope.userLocation',
      outcome: 'fails',
    })
    expect(checks.filter(({ verdict }) => verdict !== 'passes')).toEqual([
      {
        layer: 'system',
        verdict: 'fails',
        because: 'system-denied',
        of: 'location',
        fix: { kind: 'set', layer: 'system.location', state: 'authorized' },
      },
    ])
    expect(auth.events.filter(({ type }) => type === 'called')).toEqual([])
  })

  test.each([
    ['the popup that would appear', createWorld(), 'asks', 'undecided'],
    ['nothing to declare in the guide', createWorld({ app: {} }), 'fails', 'no-purpose'],
    [
      'a reply of the test',
      createWorld({ replies: { 'wx.getLocation': { errMsg: 'getLocation:fail' } } }),
      'fails',
      'reply-failed',
    ],
  ] as const)('works in the edition of the guide: %s', async (_, { auth }, outcome, because) => {
    const explanation = await auth.explain('wx.getLocation', { type: 'gcj02' })
    expect(explanation).toMatchObject({ edition: 'guide', outcome })
    expect(explanation.checks.map(check => check.because)).toContain(because)
  })

  test('takes the params of the call, or those of the demo', async () => {
    const { auth } = today()
    const wrong = { layer: 'parameters', verdict: 'fails' }
    expect((await auth.explain('wx.addPhoneContact', {})).checks).toContainEqual(
      expect.objectContaining(wrong),
    )
    expect((await auth.explain('wx.addPhoneContact')).checks).not.toContainEqual(
      expect.objectContaining(wrong),
    )
    expect(() => auth.explain('wx.login' as never)).toThrow(
      expect.objectContaining({ code: 'ERR_UNGUARDED_API' }),
    )
  })
})
