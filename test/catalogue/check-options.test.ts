import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { optionCheck } from '../../src/catalogue/check-options.ts'
import { todayCatalogue } from '../../src/catalogue/editions/today.ts'
import type { FreeApi, GuardedApi } from '../../src/catalogue/names.ts'

// Its APIs are those of the guide, with the same options, and later ones.
const { guardedApis, freeApis, apiOf, shapeOf } = todayCatalogue
const apis = [...guardedApis, ...freeApis]
const optionsOf = (api: GuardedApi | FreeApi) =>
  (guardedApis.some(name => name === api) ? apiOf(api as GuardedApi) : shapeOf(api as FreeApi)).options
const check = (api: GuardedApi | FreeApi, params: unknown) => optionCheck(optionsOf(api))(params)

type Case = readonly [api: GuardedApi | FreeApi, params: unknown, problems: string | undefined]

const cases: readonly Case[] = [
  ['wx.getLocation', {}, undefined],
  ['wx.getLocation', undefined, undefined],
  [
    'wx.getLocation',
    { type: 'gcj02', altitude: true, isHighAccuracy: true, highAccuracyExpireTime: 4000 },
    undefined,
  ],
  ['wx.getLocation', { altitude: 'true' }, undefined],
  ['wx.getLocation', { type: 'mars' }, undefined],
  ['wx.getLocation', { unknown: [], success: 1, fail: 'x', complete: null }, undefined],
  ['wx.getLocation', { type: undefined }, undefined],
  ['wx.getLocation', { type: 5 }, 'parameter.type should be String instead of Number;'],
  ['wx.getLocation', { type: null }, 'parameter.type should be String instead of Null;'],
  ['wx.getLocation', { type: [] }, 'parameter.type should be String instead of Array;'],
  ['wx.getLocation', { type: {} }, 'parameter.type should be String instead of Object;'],
  ['wx.getLocation', { type: () => 'x' }, 'parameter.type should be String instead of Function;'],
  ['wx.getLocation', { altitude: 1 }, 'parameter.altitude should be Boolean instead of Number;'],
  [
    'wx.getLocation',
    { isHighAccuracy: 'yes' },
    'parameter.isHighAccuracy should be Boolean instead of String;',
  ],
  [
    'wx.getLocation',
    { highAccuracyExpireTime: true, type: 1 },
    'parameter.type should be String instead of Number;parameter.highAccuracyExpireTime should be Number instead of Boolean;',
  ],
  ['wx.getLocation', null, 'parameter should be Object instead of Null;'],
  ['wx.getLocation', [], 'parameter should be Object instead of Array;'],
  ['wx.getLocation', 'wgs84', 'parameter should be Object instead of String;'],
  ['wx.getUserInfo', { withCredentials: false, lang: 'zh_CN' }, undefined],
  [
    'wx.getUserInfo',
    { withCredentials: 0 },
    'parameter.withCredentials should be Boolean instead of Number;',
  ],
  ['wx.getUserInfo', { lang: true }, 'parameter.lang should be String instead of Boolean;'],
  ['wx.chooseLocation', { latitude: 22.5, longitude: 113.9 }, undefined],
  ['wx.chooseLocation', { latitude: '22.5' }, 'parameter.latitude should be Number instead of String;'],
  ['wx.chooseAddress', { anything: 1 }, undefined],
  ['wx.saveImageToPhotosAlbum', { filePath: 'wxfile://a.png' }, undefined],
  ['wx.saveImageToPhotosAlbum', {}, 'parameter.filePath should be String instead of Undefined;'],
  ['wx.saveImageToPhotosAlbum', undefined, 'parameter should be Object instead of Undefined;'],
  ['wx.saveVideoToPhotosAlbum', { filePath: 1 }, 'parameter.filePath should be String instead of Number;'],
  ['camera', { flash: 1 }, undefined],
  ['wx.authorize', { scope: 'scope.camera' }, undefined],
  ['wx.authorize', {}, 'parameter.scope should be String instead of Undefined;'],
  ['wx.authorize', { scope: ['scope.camera'] }, 'parameter.scope should be String instead of Array;'],
  ['wx.getSetting', undefined, undefined],
  [
    'wx.getSetting',
    { withSubscriptions: 1 },
    'parameter.withSubscriptions should be Boolean instead of Number;',
  ],
  ['wx.openSetting', { withSubscriptions: true }, undefined],
  ['wx.getUserProfile', {}, 'parameter.desc should be String instead of Undefined;'],
  ['wx.getFuzzyLocation', { type: 1 }, 'parameter.type should be String instead of Number;'],
  ['wx.startLocationUpdate', undefined, undefined],
  ['MapContext.moveToLocation', { latitude: '1' }, 'parameter.latitude should be Number instead of String;'],
  ['map', { 'show-location': 'yes' }, 'parameter.show-location should be Boolean instead of String;'],
  ['wx.createVKSession', {}, 'parameter.track should be Object instead of Undefined;'],
  ['wx.createVKSession', { track: [] }, 'parameter.track should be Object instead of Array;'],
  [
    'wx.joinVoIPChat',
    { groupId: 'g', signature: 's', nonceStr: 'n' },
    'parameter.timeStamp should be Number instead of Undefined;',
  ],
  ['wx.join1v1Chat', { caller: {} }, 'parameter.listener should be Object instead of Undefined;'],
  ['wx.setEnable1v1Chat', { enable: 1 }, 'parameter.enable should be Boolean instead of Number;'],
  ['wx.openBluetoothAdapter', { mode: 'central' }, undefined],
  ['wx.addPhoneContact', { lastName: '张' }, 'parameter.firstName should be String instead of Undefined;'],
  [
    'wx.addPhoneContact',
    { firstName: '三', mobilePhoneNumber: 10086 },
    'parameter.mobilePhoneNumber should be String instead of Number;',
  ],
  ['wx.addPhoneCalendar', { title: 't', startTime: 1, endTime: 2 }, undefined],
  [
    'wx.addPhoneCalendar',
    { title: 't', startTime: '1' },
    'parameter.startTime should be Number instead of String;',
  ],
  [
    'wx.addPhoneRepeatCalendar',
    { title: 't', startTime: 1, repeatInterval: 1 },
    'parameter.repeatInterval should be String instead of Number;',
  ],
  ['wx.getPrivacySetting', undefined, undefined],
  ['wx.openPrivacyContract', 'now', 'parameter should be Object instead of String;'],
]

describe('The check of parameters', () => {
  test.each(cases)('of %s with %j returns what the platform says', (api, params, problems) => {
    expect(check(api, params)).toBe(problems && `fail parameter error: ${problems}`)
  })

  test('never throws for any JSON, and returns undefined or a parameter error', () => {
    const options = fc.dictionary(
      fc.constantFrom('scope', 'type', 'altitude', 'lang', 'latitude', 'filePath', '__proto__', 'toString'),
      fc.jsonValue(),
    )
    fc.assert(
      fc.property(fc.constantFrom(...apis), fc.oneof(fc.jsonValue(), options), (api, params) => {
        const error = check(api, params)
        if (error !== undefined) expect(error).toMatch(/^fail parameter error: (?:parameter[^;]*;)+$/)
      }),
    )
  })

  test('ignores inherited values', () => {
    expect(check('wx.authorize', Object.create({ scope: 'scope.camera' }))).toBe(
      'fail parameter error: parameter.scope should be String instead of Undefined;',
    )
  })
})
