import { describe, expect, test } from 'vitest'
import { errMsgName } from '../../src/catalogue/catalogue.ts'
import type { GuardedApi, ScopeName } from '../../src/catalogue/names.ts'
import type { PrivacyAsker } from '../../src/emulator/ports.ts'
import type { PopupShown } from '../../src/machine/outcome.ts'
import { memoryStore } from '../../src/store/memory-store.ts'
import { type Answers, type declaringApp, type Given, given, popupsOf, today } from './today-world.ts'
import { app, decideElsewhere, heldPrompter, turns } from './world.ts'

const declares = (
  requiredPrivateInfos: readonly string[],
  requiredBackgroundModes: readonly string[] = [],
) => ({
  ...app,
  declares: { requiredPrivateInfos, requiredBackgroundModes },
})
const agreed = { layers: [{ layer: 'privacy', state: 'agreed' }] } as const
const accepted = (...scopes: readonly ScopeName[]) => ({
  scopes: Object.fromEntries(scopes.map(scope => [scope, 'accepted'])),
  ...agreed,
})

interface Then {
  readonly errMsg: string
  readonly errno?: number
  readonly because?: string
  /** `location accept`, `privacy reject` */
  readonly popups?: readonly string[]
}
type Row = readonly [name: string, given: Given, api: GuardedApi, params: object, then: Then]

const ok = (name: string, popups: readonly string[] = []): Then => ({ errMsg: `${name}:ok`, popups })

const declarations: readonly (readonly [string, typeof declaringApp, GuardedApi, Then])[] = [
  [
    'nothing',
    { ...app, purposes: {} },
    'wx.getLocation',
    { errMsg: 'getLocation:fail require permission desc', because: 'no-purpose' },
  ],
  [
    'nothing',
    { ...app, purposes: {} },
    'wx.getFuzzyLocation',
    { errMsg: 'getFuzzyLocation:fail require permission desc', because: 'no-purpose' },
  ],
  ...(
    [
      'wx.getLocation',
      'wx.startLocationUpdate',
      'wx.startLocationUpdateBackground',
      'wx.getFuzzyLocation',
      'wx.chooseLocation',
      'wx.choosePoi',
      'wx.chooseAddress',
    ] as const
  ).map(api => ['only a description', app, api, missing(api, 'private-info-missing')] as const),
  ...(['wx.getLocation', 'wx.startLocationUpdate', 'wx.getFuzzyLocation'] as const).map(
    api =>
      [
        'the fuzzy location beside the exact ones',
        declares(['getFuzzyLocation', 'getLocation', 'startLocationUpdate']),
        api,
        missing(api, 'private-info-excluded'),
      ] as const,
  ),
  [
    'no background mode',
    declares(['startLocationUpdateBackground']),
    'wx.startLocationUpdateBackground',
    { errMsg: 'startLocationUpdateBackground:fail auth deny', because: 'background-mode-missing' },
  ],
]

function missing(api: GuardedApi, because: string): Then {
  const text = 'fail the api need to be declared in the requiredPrivateInfos field in app.json/ext.json'
  return { errMsg: `${api.slice('wx.'.length)}:${text}`, because }
}

describe('A declaration that is missing fails the call before anybody is asked', () => {
  test.each(declarations)('declared is %s: %s %s', async (_, app, api, { errMsg, because }) => {
    const { emulator, store } = await given({ answers: { privacy: 'accept' } }, { app })
    const before = store.read()
    const outcome = await emulator.call(api, {})
    expect(outcome).toMatchObject({ callback: 'fail', because, popup: null, popups: [] })
    expect(outcome.result).toEqual({ errMsg })
    expect(store.read()).toBe(before)
  })

  test.each([
    [
      'the fuzzy location alone',
      declares(['getFuzzyLocation']),
      'wx.getFuzzyLocation',
      'scope.userFuzzyLocation',
    ],
    [
      'the fuzzy location and a chosen place',
      declares(['getFuzzyLocation', 'chooseLocation']),
      'wx.getFuzzyLocation',
      'scope.userFuzzyLocation',
    ],
    ['the exact location', declares(['getLocation']), 'wx.getLocation', 'scope.userLocation'],
  ] as const)('%s is enough', async (_, app, api, scope) => {
    const { emulator } = await given(accepted(scope), { app })
    expect(await emulator.call(api, {})).toMatchObject({ callback: 'success', scope })
  })
})

const rows: readonly Row[] = [
  ['all is decided', accepted('scope.camera'), 'camera', {}, ok('insertCamera')],
  [
    'the guideline does not declare it',
    {
      layers: [{ layer: 'guideline', state: 'undeclared' }, ...agreed.layers],
      scopes: { 'scope.camera': 'accepted' },
    },
    'camera',
    {},
    {
      errMsg: 'insertCamera:fail api scope is not declared in the privacy agreement',
      errno: 112,
      because: 'guideline-undeclared',
    },
  ],
  [
    'the agreement is asked for with the scope',
    { answers: { 'scope.camera': 'accept' } },
    'camera',
    {},
    ok('insertCamera', ['scope.camera accept']),
  ],
  [
    'the scope is rejected in the popup that asks for both',
    { answers: { 'scope.camera': 'reject' } },
    'camera',
    {},
    {
      errMsg: 'insertCamera:fail auth deny',
      errno: 103,
      because: 'rejected-now',
      popups: ['scope.camera reject'],
    },
  ],
  [
    'the popup that asks for both is closed',
    { answers: { 'scope.camera': 'dismiss' } },
    'camera',
    {},
    { errMsg: 'insertCamera:fail auth canceled', because: 'dismissed', popups: ['scope.camera dismiss'] },
  ],
  [
    'the scope was rejected, and the agreement is given',
    { scopes: { 'scope.camera': 'rejected' }, answers: { privacy: 'accept' } },
    'camera',
    {},
    { errMsg: 'insertCamera:fail auth deny', errno: 103, because: 'rejected', popups: ['privacy accept'] },
  ],
  [
    'the scope is accepted, and the sheet refused',
    { scopes: { 'scope.camera': 'accepted' }, answers: { privacy: 'reject' } },
    'camera',
    {},
    {
      errMsg: 'insertCamera:fail privacy permission is not authorized',
      errno: 104,
      because: 'privacy-refused',
      popups: ['privacy reject'],
    },
  ],
  [
    'the scope is accepted, and the sheet closed',
    { scopes: { 'scope.camera': 'accepted' }, answers: { privacy: 'dismiss' } },
    'camera',
    {},
    { errMsg: 'insertCamera:fail auth canceled', because: 'dismissed', popups: ['privacy dismiss'] },
  ],
  [
    'no scope guards it, and the sheet is accepted',
    { answers: { privacy: 'accept' } },
    'wx.chooseAddress',
    {},
    ok('chooseAddress', ['privacy accept']),
  ],
  [
    'no scope guards it, and the sheet is refused',
    { answers: { privacy: 'reject' } },
    'wx.chooseLocation',
    {},
    {
      errMsg: 'chooseLocation:fail privacy permission is not authorized',
      errno: 104,
      because: 'privacy-refused',
      popups: ['privacy reject'],
    },
  ],
  [
    'the phone does not let WeChat',
    { ...accepted('scope.camera'), layers: [...agreed.layers, { layer: 'system.camera', state: 'denied' }] },
    'camera',
    {},
    { errMsg: 'insertCamera:fail system permission denied', errno: 3, because: 'system-denied' },
  ],
  [
    'the scope is allowed and the phone does not let WeChat',
    { layers: [{ layer: 'system.location', state: 'denied' }], answers: { 'scope.userLocation': 'accept' } },
    'wx.getLocation',
    {},
    {
      errMsg: 'getLocation:fail system permission denied',
      errno: 3,
      because: 'system-denied',
      popups: ['scope.userLocation accept'],
    },
  ],
  [
    'the phone has not asked yet',
    {
      ...accepted('scope.camera'),
      layers: [...agreed.layers, { layer: 'system.camera', state: 'undetermined' }],
    },
    'camera',
    {},
    ok('insertCamera'),
  ],
  [
    'another permission is denied',
    { ...accepted('scope.camera'), layers: [...agreed.layers, { layer: 'system.album', state: 'denied' }] },
    'camera',
    {},
    ok('insertCamera'),
  ],
  [
    'it needs two scopes, and both are accepted',
    { answers: { 'scope.record': 'accept', 'scope.camera': 'accept' } },
    'live-pusher',
    {},
    ok('insertLivePusher', ['scope.record accept', 'scope.camera accept']),
  ],
  [
    'it needs two scopes, and the second is rejected',
    { answers: { 'scope.record': 'accept', 'scope.camera': 'reject' } },
    'live-pusher',
    {},
    {
      errMsg: 'insertLivePusher:fail auth deny',
      errno: 103,
      because: 'rejected-now',
      popups: ['scope.record accept', 'scope.camera reject'],
    },
  ],
  [
    'it needs two scopes, and the first is rejected',
    { answers: { 'scope.record': 'reject', 'scope.camera': 'accept' } },
    'live-pusher',
    {},
    {
      errMsg: 'insertLivePusher:fail auth deny',
      errno: 103,
      because: 'rejected-now',
      popups: ['scope.record reject'],
    },
  ],
  [
    'its scope is retired, whatever was decided before',
    { scopes: { 'scope.userInfo': 'rejected' } },
    'wx.getUserInfo',
    {},
    { ...ok('getUserInfo') },
  ],
  [
    'with a point, the map asks nobody',
    {},
    'MapContext.moveToLocation',
    { latitude: 1, longitude: 2 },
    ok(errMsgName('MapContext.moveToLocation')),
  ],
  [
    'without a point, the map asks',
    { answers: { 'scope.userLocation': 'accept' } },
    'MapContext.moveToLocation',
    {},
    ok(errMsgName('MapContext.moveToLocation'), ['scope.userLocation accept']),
  ],
]

describe('A call goes through the layers', () => {
  test.each(rows)(
    '%s: %j, %s %j',
    async (_, given_, api, params, { errMsg, errno, because, popups = [] }) => {
      const { emulator } = await given(given_)
      const outcome = await emulator.call(api, params)
      expect(outcome.result?.errMsg).toBe(errMsg)
      expect(outcome.result?.errno).toBe(errno)
      expect(outcome.because).toBe(because ?? 'allowed')
      expect(popupsOf(outcome)).toEqual(popups)
    },
  )
})

describe('What popups leave behind', () => {
  const decisions: readonly (readonly [string, Answers, GuardedApi, object, string])[] = [
    [
      'one popup accepts both',
      { 'scope.camera': 'accept' },
      'camera',
      { 'scope.camera': 'accepted' },
      'agreed',
    ],
    [
      'one popup rejects the scope alone',
      { 'scope.camera': 'reject' },
      'camera',
      { 'scope.camera': 'rejected' },
      'undecided',
    ],
    ['a popup that is closed decides nothing', { 'scope.camera': 'dismiss' }, 'camera', {}, 'undecided'],
    ['the sheet is not reached by the popup for both', { privacy: 'accept' }, 'camera', {}, 'undecided'],
    ['a refused sheet is not kept', { privacy: 'reject' }, 'wx.chooseAddress', {}, 'undecided'],
    ['an accepted sheet is', { privacy: 'accept' }, 'wx.chooseAddress', {}, 'agreed'],
    [
      'the location in the background includes the location',
      { 'scope.userLocationBackground': 'accept' },
      'wx.startLocationUpdateBackground',
      { 'scope.userLocation': 'accepted', 'scope.userLocationBackground': 'accepted' },
      'agreed',
    ],
    [
      'to reject it leaves the location alone',
      { 'scope.userLocationBackground': 'reject' },
      'wx.startLocationUpdateBackground',
      { 'scope.userLocationBackground': 'rejected' },
      'undecided',
    ],
  ]
  test.each(decisions)('%s: %j', async (_, answers, api, scopes, privacy) => {
    const { emulator, store } = await given({ answers })
    await emulator.call(api, {})
    const record = store.read().apps[app.appid]
    const states = Object.entries(record?.scopes ?? {}).map(([scope, decision]) => [scope, decision?.state])
    expect(Object.fromEntries(states)).toEqual(scopes)
    expect(record?.privacy?.state ?? 'undecided').toBe(privacy)
  })

  test('the agreement has its date and where it was given', async () => {
    const { emulator, store } = await given({ answers: { privacy: 'accept' } })
    await emulator.call('wx.chooseAddress', {})
    expect(store.read().apps[app.appid]?.privacy).toEqual({
      state: 'agreed',
      at: '2026-01-31T08:00:00.000Z',
      by: 'popup',
    })
  })
})

describe('The scope of an outcome', () => {
  const second = { 'scope.record': 'accepted', 'scope.camera': 'rejected' } as const
  test.each([
    [
      'the first of two that were accepted',
      { answers: { 'scope.record': 'accept', 'scope.camera': 'accept' } },
      'scope.record',
      'undecided',
      'accepted',
      'accept',
    ],
    [
      'the one that was rejected now',
      { answers: { 'scope.record': 'accept', 'scope.camera': 'reject' } },
      'scope.camera',
      'undecided',
      'rejected',
      'reject',
    ],
    [
      'the one that was rejected before',
      { ...agreed, scopes: second },
      'scope.camera',
      'rejected',
      'rejected',
      null,
    ],
    [
      'the first, where the sheet is refused',
      { scopes: second, answers: { privacy: 'reject' } },
      'scope.record',
      'accepted',
      'accepted',
      null,
    ],
  ] as const)('is %s', async (_, given_, scope, before, after, popup) => {
    const { emulator } = await given(given_)
    expect(await emulator.call('live-pusher', {})).toMatchObject({ scope, before, after, popup })
  })
})

describe('If another process decides while a popup is open', () => {
  test.each([
    ['accepted', 'success'],
    ['rejected', 'fail'],
  ] as const)('that the scope is %s, the answer does not count', async (state, callback) => {
    const prompter = heldPrompter()
    const store = memoryStore()
    const sheet: PrivacyAsker = { ask: async () => ({ answer: 'accept' }) }
    const { emulator, events } = today({ prompter, store, privacyAsker: () => sheet })
    const call = emulator.call('camera', {})
    const popup = await prompter.popup()
    await decideElsewhere(store, 'scope.camera', state)
    popup.answer('reject')
    const outcome = await call
    expect(outcome).toMatchObject({ callback, before: 'undecided', after: state, popup: 'reject' })
    // The agreement was not given with the scope, so the sheet asks for it.
    expect(popupsOf(outcome)).toEqual(['scope.camera reject', 'privacy accept'])
    expect(events().filter(({ type }) => type === 'dropped')).toHaveLength(1)
  })
})

describe('The question of a popup', () => {
  test('says that it asks for the agreement too, once', async () => {
    const prompter = heldPrompter()
    const { emulator } = today({ prompter })
    const call = emulator.call('live-pusher', {})
    const first = await prompter.popup()
    expect(first.question).toMatchObject({ scope: 'scope.record', withPrivacy: true, purpose: undefined })
    first.answer('accept')
    const second = await prompter.popup()
    expect(second.question).not.toHaveProperty('withPrivacy')
    second.answer('accept')
    expect(await call).toMatchObject({ callback: 'success', scope: 'scope.record', popup: 'accept' })
  })

  test('of the sheet names the guideline and the call', async () => {
    const { emulator, events } = await given({ answers: { privacy: 'reject' } })
    await emulator.call('wx.chooseAddress', {})
    const question = {
      kind: 'privacy',
      app: { appid: app.appid, name: 'Shops' },
      scope: null,
      contract: '《Shops隐私保护指引》',
      caller: 'wx.chooseAddress',
    }
    expect(events().slice(1, 3)).toEqual([
      { type: 'asked', question },
      { type: 'answered', question, answer: 'reject' },
    ])
  })

  test('has the usage description for every scope of locations', async () => {
    const prompter = heldPrompter()
    const { emulator } = today({ prompter })
    void emulator.authorize({ scope: 'scope.userLocationBackground' })
    expect((await prompter.popup()).question.purpose).toBe('To show shops')
  })
})

describe('Nobody answers', () => {
  test('the sheet: the scope had no popup', async () => {
    const { emulator, events } = await given({ scopes: { 'scope.camera': 'accepted' } })
    expect(await emulator.call('camera', {})).toMatchObject({
      callback: null,
      result: null,
      scope: 'scope.camera',
      popup: null,
      popups: [{ kind: 'privacy', scope: null, answer: 'unanswered' }],
      unanswered: 'no-terminal',
    })
    expect(events().filter(({ type }) => type === 'unanswered')).toEqual([
      { type: 'unanswered', caller: 'camera', scope: undefined, kind: 'privacy', why: 'no-terminal' },
    ])
  })

  test('the second of two popups', async () => {
    const { emulator } = await given({ answers: { 'scope.record': 'accept' } })
    expect(await emulator.call('live-pusher', {})).toMatchObject({
      callback: null,
      scope: 'scope.camera',
      popup: 'unanswered',
      popups: [
        { kind: 'scope', scope: 'scope.record', answer: 'accept' },
        { kind: 'scope', scope: 'scope.camera', answer: 'unanswered' },
      ],
    })
  })
})

describe('Popups and the sheet', () => {
  test('appear one at a time, and the agreement is asked for once', async () => {
    const prompter = heldPrompter()
    const { emulator } = today({ prompter })
    const calls = [
      emulator.call('camera', {}),
      emulator.call('wx.chooseAddress', {}),
      emulator.call('camera', {}),
    ]
    const popup = await prompter.popup()
    await turns()
    expect(prompter.waiting).toEqual([])
    popup.answer('accept')
    const popups: readonly (readonly PopupShown[])[] = (await Promise.all(calls)).map(({ popups }) => popups)
    expect(popups).toEqual([[{ kind: 'scope', scope: 'scope.camera', answer: 'accept' }], [], []])
  })
})

describe('wx.authorize', () => {
  const authorizations: readonly (readonly [ScopeName, Given, Then])[] = [
    ['scope.camera', { answers: { 'scope.camera': 'accept' } }, ok('authorize', ['scope.camera accept'])],
    [
      'scope.camera',
      { scopes: { 'scope.camera': 'accepted' }, answers: { privacy: 'reject' } },
      {
        errMsg: 'authorize:fail privacy permission is not authorized',
        errno: 104,
        popups: ['privacy reject'],
      },
    ],
    [
      'scope.camera',
      {
        ...accepted('scope.camera'),
        layers: [...agreed.layers, { layer: 'system.camera', state: 'denied' }],
      },
      ok('authorize'),
    ],
    [
      'scope.werun',
      { scopes: { 'scope.werun': 'rejected' }, ...agreed },
      { errMsg: 'authorize:fail auth deny', errno: 103 },
    ],
    ['scope.address', {}, ok('authorize')],
    ['scope.userInfo', { scopes: { 'scope.userInfo': 'rejected' } }, ok('authorize')],
    ['scope.invoice', {}, ok('authorize')],
    ['scope.invoiceTitle', {}, ok('authorize')],
  ]
  test.each(authorizations)('of %s, given %j', async (scope, given_, { errMsg, errno, popups = [] }) => {
    const { emulator } = await given(given_)
    const outcome = await emulator.authorize({ scope })
    expect(outcome.result).toEqual(errno === undefined ? { errMsg } : { errMsg, errno })
    expect(popupsOf(outcome)).toEqual(popups)
  })

  test.each(['scope.address', 'scope.userInfo'] as const)(
    'of the retired %s concerns no scope',
    async scope => {
      const { emulator } = await given({ scopes: { [scope]: 'rejected' } })
      expect(await emulator.authorize({ scope })).toMatchObject({
        scope: null,
        before: null,
        after: null,
        popup: null,
      })
    },
  )
})

test('The button of the user information asks nobody any more', async () => {
  const { emulator } = await given({ scopes: { 'scope.userInfo': 'rejected' } })
  const outcome = await emulator.tapGetUserInfo()
  expect(outcome).toMatchObject({ callback: 'success', scope: null, popup: null, popups: [] })
  expect(outcome.result).toMatchObject({ userInfo: { nickName: '微信用户' } })
})

test('The recorder asks for the scope and the agreement, and needs the microphone', async () => {
  const { emulator } = await given({
    layers: [{ layer: 'system.microphone', state: 'denied' }],
    answers: { 'scope.record': 'accept' },
  })
  const outcome = await emulator.startRecorder()
  expect(outcome.result).toEqual({ errMsg: 'operateRecorder:fail system permission denied', errno: 3 })
  expect(popupsOf(outcome)).toEqual(['scope.record accept'])
})

describe('A platform spells refusals in its own way', () => {
  const denied = {
    ...accepted('scope.camera'),
    layers: [...agreed.layers, { layer: 'system.camera', state: 'denied' }],
  } as const
  test.each([
    ['android', denied, 'insertCamera:fail:system permission denied'],
    ['ios', denied, 'insertCamera:fail system permission denied'],
    ['android', { ...agreed, answers: { 'scope.camera': 'reject' } }, 'insertCamera:fail:auth denied'],
    ['ios', { ...agreed, scopes: { 'scope.camera': 'rejected' } }, 'insertCamera:fail authorize no response'],
  ] as const)('%s, given %j', async (platform, given_, errMsg) => {
    const { emulator } = await given(given_, { platform })
    expect((await emulator.call('camera', {})).result?.errMsg).toBe(errMsg)
  })
})

test('Wrong parameters come before every layer', async () => {
  const { emulator } = await given({}, { app: { ...app, purposes: {} } })
  expect(await emulator.call('wx.getLocation', { type: 1 })).toMatchObject({
    because: 'bad-parameters',
    popups: [],
  })
  const { result, scope } = await emulator.call('wx.chooseAddress', null)
  expect({ result, scope }).toEqual({
    result: { errMsg: 'chooseAddress:fail parameter error: parameter should be Object instead of Null;' },
    scope: null,
  })
})
