import { describe, expect, test } from 'vitest'
import type { Params } from '../../src/catalogue/api.ts'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { todayCatalogue as catalogue } from '../../src/catalogue/editions/today.ts'
import type { ApiLayers } from '../../src/catalogue/layers.ts'
import type { GuardedApi, ScopeName } from '../../src/catalogue/names.ts'

/** "User authorization" of today, and the announcements that changed the guide's list. */
const live = [
  [
    'scope.userLocation',
    '2017',
    ['wx.getLocation', 'wx.startLocationUpdate', 'MapContext.moveToLocation', 'wx.getWifiList', 'map'],
  ],
  ['scope.userFuzzyLocation', '2.25.0', ['wx.getFuzzyLocation']],
  ['scope.userLocationBackground', '2.8.0', ['wx.startLocationUpdateBackground']],
  [
    'scope.record',
    '2017',
    [
      'wx.startRecord',
      'wx.joinVoIPChat',
      'wx.join1v1Chat',
      'wx.setEnable1v1Chat',
      'live-pusher',
      'voip-room',
    ],
  ],
  [
    'scope.camera',
    '1.6.0',
    [
      'wx.joinVoIPChat',
      'wx.join1v1Chat',
      'wx.setEnable1v1Chat',
      'wx.createVKSession',
      'live-pusher',
      'voip-room',
      'camera',
    ],
  ],
  ['scope.bluetooth', '2022-02-21', ['wx.openBluetoothAdapter', 'wx.createBLEPeripheralServer']],
  ['scope.writePhotosAlbum', '1.2.0', ['wx.saveImageToPhotosAlbum', 'wx.saveVideoToPhotosAlbum']],
  ['scope.addPhoneContact', '2022-02-21', ['wx.addPhoneContact']],
  ['scope.addPhoneCalendar', '2022-02-21', ['wx.addPhoneCalendar', 'wx.addPhoneRepeatCalendar']],
  ['scope.werun', '1.2.0', ['wx.getWeRunData']],
] as const

const retired = [
  ['scope.address', '2020-09-25'],
  ['scope.invoice', '2020-09-25'],
  ['scope.invoiceTitle', '2020-09-25'],
  ['scope.userInfo', '2021-04-28'],
] as const

describe('Today', () => {
  test.each(live)('%s, since %s, guards %j', (scope, since, apis) => {
    const row = catalogue.rowOf(scope)
    expect(row.since).toBe(since)
    expect(row.source).toMatch(/^developers\.weixin\.qq\.com\//)
    expect(row).not.toHaveProperty('retired')
    expect(new Set([...row.apis, ...row.components])).toEqual(new Set(apis))
    expect(row.components.every(name => !name.includes('.'))).toBe(true)
    expect(catalogue.isRetired(scope)).toBe(false)
  })

  test.each(retired)('%s guards nothing, since %s', (scope, since) => {
    expect(catalogue.rowOf(scope)).toMatchObject({ since, retired: true, apis: [], components: [] })
    expect(catalogue.isRetired(scope)).toBe(true)
  })

  test('has these scopes and no others, the retired ones last', () => {
    expect(catalogue.scopeNames).toEqual([...live, ...retired].map(([scope]) => scope))
  })

  test('describes the scopes of the guide in its words', () => {
    for (const scope of guideCatalogue.scopeNames)
      expect(catalogue.rowOf(scope).description).toBe(guideCatalogue.rowOf(scope).description)
  })

  test('has the APIs of the guide, and asks for no scope where it dropped one, with the source', () => {
    const unscoped = catalogue.guardedApis.filter(api => catalogue.apiOf(api).scope === null)
    expect(unscoped.toSorted()).toEqual([
      'wx.chooseAddress',
      'wx.chooseInvoice',
      'wx.chooseInvoiceTitle',
      'wx.chooseLocation',
      'wx.choosePoi',
      'wx.getUserInfo',
      'wx.getUserProfile',
    ])
    for (const api of guideCatalogue.guardedApis) {
      expect(catalogue.guardedApis).toContain(api)
      const { scope, since, source } = catalogue.apiOf(api)
      const isSame = scope === guideCatalogue.apiOf(api).scope
      expect([api, since === undefined, source === undefined]).toEqual([api, isSame, isSame])
    }
    expect(() => catalogue.scopeOf('wx.chooseAddress')).toThrow('No scope guards wx.chooseAddress.')
  })

  const needs: readonly (readonly [GuardedApi, Params | undefined, readonly ScopeName[]])[] = [
    ['wx.getLocation', undefined, ['scope.userLocation']],
    ['wx.chooseLocation', {}, []],
    ['wx.getUserInfo', {}, []],
    ['MapContext.moveToLocation', undefined, ['scope.userLocation']],
    ['MapContext.moveToLocation', { latitude: 22.5 }, ['scope.userLocation']],
    ['MapContext.moveToLocation', { latitude: 22.5, longitude: 0 }, []],
    ['map', {}, []],
    ['map', { 'show-location': false }, []],
    ['map', { 'show-location': true }, ['scope.userLocation']],
    ['wx.joinVoIPChat', {}, ['scope.record']],
    ['wx.joinVoIPChat', { roomType: 'voice' }, ['scope.record']],
    ['wx.joinVoIPChat', { roomType: 'video' }, ['scope.record', 'scope.camera']],
    ['wx.join1v1Chat', { roomType: 'voice' }, ['scope.record', 'scope.camera']],
    ['live-pusher', {}, ['scope.record', 'scope.camera']],
    ['live-pusher', { 'enable-camera': false }, ['scope.record']],
    ['live-pusher', { 'enable-mic': false }, ['scope.camera']],
    ['live-pusher', { 'enable-mic': false, 'enable-camera': false }, []],
    ['voip-room', undefined, ['scope.record', 'scope.camera']],
    ['wx.createVKSession', { track: { plane: { mode: 1 } } }, ['scope.camera']],
    ['wx.createVKSession', { track: { plane: { mode: 2 } } }, ['scope.camera']],
    ['wx.createVKSession', { track: { marker: true } }, ['scope.camera']],
    ['wx.createVKSession', { track: { face: { mode: 1 } } }, ['scope.camera']],
    ['wx.createVKSession', { track: { face: { mode: 2 } } }, []],
    ['wx.createVKSession', { track: { OCR: { mode: 2 } } }, []],
    ['wx.createVKSession', { track: { face: { mode: 2 }, plane: { mode: 1 } } }, ['scope.camera']],
    ['wx.createVKSession', { track: {} }, ['scope.camera']],
  ]
  test.each(needs)('%s with %j needs %j', (api, params, scopes) => {
    expect(catalogue.scopesOf(api, params)).toEqual(scopes)
  })

  test.each(['choosePoi', 'getFuzzyLocation', 'getUserProfile', 'addPhoneContact', 'openBluetoothAdapter'])(
    'finds wx.%s, which the guide does not guard',
    name => {
      expect(catalogue.findApi(name)).toBe(`wx.${name}`)
      expect(catalogue.consentOf(name)).toBeUndefined()
      expect(guideCatalogue.findApi(name)).toBeUndefined()
    },
  )

  test('takes no other API for one that a later scope guards', () => {
    expect(catalogue.consentOf('wx.login')).toBe('none')
    expect(catalogue.consentOf('requirePrivacyAuthorize')).toBe('authorization')
    expect(guideCatalogue.consentOf('requirePrivacyAuthorize')).toBeUndefined()
    expect(guideCatalogue.consentOf('getFuzzyLocation')).toBe('later')
  })
})

describe('The layers of', () => {
  const located: ApiLayers = { purpose: true, privacy: true, system: ['location'] }
  type Row = readonly [Parameters<typeof catalogue.layersOf>[0], Params | undefined, ApiLayers]
  const rows: readonly Row[] = [
    ['wx.getLocation', undefined, { ...located, privateInfo: 'getLocation' }],
    ['wx.startLocationUpdate', {}, { ...located, privateInfo: 'startLocationUpdate' }],
    [
      'wx.startLocationUpdateBackground',
      {},
      { ...located, privateInfo: 'startLocationUpdateBackground', backgroundMode: 'location' },
    ],
    ['wx.getFuzzyLocation', {}, { ...located, privateInfo: 'getFuzzyLocation' }],
    ['wx.getWifiList', {}, located],
    ['MapContext.moveToLocation', {}, located],
    ['MapContext.moveToLocation', { latitude: 1, longitude: 1 }, {}],
    ['map', {}, {}],
    ['map', { 'show-location': true }, located],
    ['wx.chooseLocation', {}, { privateInfo: 'chooseLocation', privacy: true }],
    ['wx.choosePoi', {}, { privateInfo: 'choosePoi', privacy: true }],
    ['wx.chooseAddress', {}, { privateInfo: 'chooseAddress', privacy: true }],
    ['wx.chooseInvoice', {}, { privacy: true }],
    ['wx.chooseInvoiceTitle', {}, { privacy: true }],
    ['wx.getWeRunData', {}, { privacy: true }],
    ['wx.getUserInfo', {}, {}],
    ['wx.getUserProfile', {}, {}],
    ['wx.startRecord', {}, { privacy: true, system: ['microphone'] }],
    ['RecorderManager.start', {}, { privacy: true, system: ['microphone'] }],
    ['wx.joinVoIPChat', {}, { privacy: true, system: ['microphone'] }],
    ['wx.joinVoIPChat', { roomType: 'video' }, { privacy: true, system: ['microphone', 'camera'] }],
    ['wx.join1v1Chat', {}, { privacy: true, system: ['microphone', 'camera'] }],
    ['wx.setEnable1v1Chat', {}, { privacy: true, system: ['microphone', 'camera'] }],
    ['live-pusher', {}, { privacy: true, system: ['microphone', 'camera'] }],
    ['live-pusher', { 'enable-camera': false }, { privacy: true, system: ['microphone'] }],
    ['live-pusher', { 'enable-mic': false }, { privacy: true, system: ['camera'] }],
    ['live-pusher', { 'enable-mic': false, 'enable-camera': false }, {}],
    ['voip-room', {}, { privacy: true, system: ['microphone', 'camera'] }],
    ['camera', {}, { privacy: true, system: ['camera'] }],
    ['wx.createVKSession', { track: { plane: { mode: 1 } } }, { privacy: true, system: ['camera'] }],
    ['wx.createVKSession', { track: { hand: { mode: 2 } } }, {}],
    ['wx.saveImageToPhotosAlbum', {}, { privacy: true, system: ['album'] }],
    ['wx.saveVideoToPhotosAlbum', {}, { privacy: true, system: ['album'] }],
    ['wx.openBluetoothAdapter', {}, { privacy: true, system: ['bluetooth'] }],
    ['wx.createBLEPeripheralServer', {}, { privacy: true, system: ['bluetooth'] }],
    ['wx.addPhoneContact', {}, { privacy: true }],
    ['wx.addPhoneCalendar', {}, { privacy: true, system: ['calendar'] }],
    ['wx.addPhoneRepeatCalendar', {}, { privacy: true, system: ['calendar'] }],
    ['wx.requirePrivacyAuthorize', {}, { privacy: true }],
    ['wx.getSetting', {}, {}],
    ['wx.authorize', { scope: 'scope.userLocation' }, { purpose: true, privacy: true }],
    ['wx.authorize', { scope: 'scope.userFuzzyLocation' }, { purpose: true, privacy: true }],
    [
      'wx.authorize',
      { scope: 'scope.userLocationBackground' },
      { purpose: true, privacy: true, backgroundMode: 'location' },
    ],
    ['wx.authorize', { scope: 'scope.camera' }, { privacy: true }],
    ['wx.authorize', { scope: 'scope.address' }, {}],
    ['wx.authorize', { scope: 'scope.userInfo' }, {}],
    ['wx.authorize', { scope: 'constructor' }, {}],
    ['wx.authorize', undefined, {}],
  ]
  test.each(rows)('%s with %j are %j', (api, params, layers) => {
    expect(catalogue.layersOf(api, params)).toEqual(layers)
    expect(guideCatalogue.layersOf(api, params)).toEqual({})
  })

  test('every API are in these rows', () => {
    const named = new Set(rows.map(([api]) => api))
    expect(catalogue.guardedApis.filter(api => !named.has(api))).toEqual([])
  })

  test('an API that one scope guards ask the phone only if the scope is asked for', () => {
    for (const api of catalogue.guardedApis) {
      for (const params of [
        {},
        { 'show-location': true },
        { roomType: 'video' },
        { latitude: 1, longitude: 1 },
      ]) {
        const { system = [] } = catalogue.layersOf(api, params)
        if (catalogue.scopesOf(api, params).length === 0) expect([api, system]).toEqual([api, []])
      }
    }
  })
})

test('What an edition does not have cannot be looked up in it', () => {
  expect(() => guideCatalogue.apiOf('wx.choosePoi')).toThrow('The edition "guide" has no wx.choosePoi.')
  expect(() => guideCatalogue.rowOf('scope.bluetooth')).toThrow('The edition "guide" has no scope.bluetooth.')
  expect(() => guideCatalogue.shapeOf('wx.getSystemSetting')).toThrow('has no wx.getSystemSetting')
  expect(guideCatalogue.rowOf('scope.camera')).not.toHaveProperty('since')
  expect([guideCatalogue.edition, catalogue.edition]).toEqual(['guide', 'today'])
})
