import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import type { Params, Payload, Reply, ReplyContext } from '../../../src/catalogue/api.ts'
import { gcj02 } from '../../../src/catalogue/apis/gcj02.ts'
import type { Catalogue } from '../../../src/catalogue/catalogue.ts'
import { optionCheck } from '../../../src/catalogue/check-options.ts'
import { guideCatalogue } from '../../../src/catalogue/editions/guide.ts'
import { todayCatalogue } from '../../../src/catalogue/editions/today.ts'
import type { GuardedApi } from '../../../src/catalogue/names.ts'

/** Neither hashes nor encrypts, so that a test can read the content. */
const openSeal: ReplyContext['seal'] = {
  sha1: async text => `sha1(${text})`,
  encrypt: async plaintext => ({ encryptedData: plaintext, iv: 'iv' }),
}
const now = new Date('2019-02-22T16:30:00.500Z')

function answer(
  api: GuardedApi,
  params: Params = {},
  at = now,
  { apiOf } = guideCatalogue,
): ReturnType<Reply> {
  return apiOf(api).reply(params, { appid: 'wx1234', now: () => at, seal: openSeal })
}

/** The answer as a payload; throws if the API fails. */
async function payloadOf(
  api: GuardedApi,
  params?: Params,
  at?: Date,
  catalogue?: Catalogue,
): Promise<Payload> {
  const payload = await answer(api, params, at, catalogue)
  if (typeof payload === 'string') throw new Error(`${api} fails: ${payload}`)
  return payload
}

const file = { filePath: 'wxfile://a.jpg' }
const samples: Partial<Record<GuardedApi, Params>> = {
  'wx.saveImageToPhotosAlbum': file,
  'wx.saveVideoToPhotosAlbum': { filePath: 'wxfile://a.mp4' },
}

function read(payload: Payload): Record<string, unknown> {
  return JSON.parse(String(payload.encryptedData))
}

/** The documented keys and the types of their values. */
const shapes: Readonly<Record<GuardedApi, Readonly<Record<string, string>>>> = {
  'wx.getUserInfo': {
    userInfo: 'object',
    rawData: 'string',
    signature: 'string',
    encryptedData: 'string',
    iv: 'string',
  },
  'wx.getLocation': {
    latitude: 'number',
    longitude: 'number',
    speed: 'number',
    accuracy: 'number',
    altitude: 'number',
    verticalAccuracy: 'number',
    horizontalAccuracy: 'number',
  },
  'wx.chooseLocation': { name: 'string', address: 'string', latitude: 'number', longitude: 'number' },
  'wx.chooseAddress': {
    userName: 'string',
    postalCode: 'string',
    provinceName: 'string',
    cityName: 'string',
    countyName: 'string',
    streetName: 'string',
    detailInfo: 'string',
    detailInfoNew: 'string',
    nationalCode: 'string',
    telNumber: 'string',
  },
  'wx.chooseInvoiceTitle': {
    type: 'string',
    title: 'string',
    taxNumber: 'string',
    companyAddress: 'string',
    telephone: 'string',
    bankName: 'string',
    bankAccount: 'string',
  },
  'wx.chooseInvoice': { invoiceInfo: 'string' },
  'wx.getWeRunData': { encryptedData: 'string', iv: 'string' },
  'wx.startRecord': { tempFilePath: 'string' },
  'wx.saveImageToPhotosAlbum': {},
  'wx.saveVideoToPhotosAlbum': {},
  camera: { maxZoom: 'number' },
  'wx.getUserProfile': {
    userInfo: 'object',
    rawData: 'string',
    signature: 'string',
    encryptedData: 'string',
    iv: 'string',
  },
  'wx.choosePoi': {
    type: 'number',
    city: 'string',
    name: 'string',
    address: 'string',
    latitude: 'number',
    longitude: 'number',
  },
  'wx.getFuzzyLocation': { latitude: 'number', longitude: 'number' },
  'wx.startLocationUpdate': {},
  'wx.startLocationUpdateBackground': {},
  'wx.getWifiList': { errCode: 'number' },
  'MapContext.moveToLocation': {},
  'wx.createVKSession': {},
  'wx.joinVoIPChat': { openIdList: 'object', errCode: 'number' },
  'wx.join1v1Chat': { errCode: 'number' },
  'wx.setEnable1v1Chat': {},
  'wx.openBluetoothAdapter': { errCode: 'number' },
  'wx.createBLEPeripheralServer': { server: 'object' },
  'wx.addPhoneContact': {},
  'wx.addPhoneCalendar': {},
  'wx.addPhoneRepeatCalendar': {},
  map: {},
  'live-pusher': {},
  'voip-room': {},
}

const editions = [
  ['guide', guideCatalogue],
  ['today', todayCatalogue],
] as const

describe.each(editions)('An allowed API of the edition %s', (_, catalogue) => {
  const { guardedApis, apiOf } = catalogue

  test.each(guardedApis)('answers %s with exactly the documented keys and types', async api => {
    const payload = await payloadOf(api, samples[api], now, catalogue)
    expect(Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, typeof value]))).toEqual(
      shapes[api],
    )
    expect(Object.keys(payload)).toEqual(apiOf(api).receives)
  })

  test.each(guardedApis)('answers %s with equal data at the same moment', async api => {
    expect(await answer(api, {}, now, catalogue)).toEqual(await answer(api, {}, now, catalogue))
  })

  test('returns a promise only if it signs or encrypts', () => {
    const asyncApis = guardedApis.filter(api => answer(api, samples[api], now, catalogue) instanceof Promise)
    const signing = ['wx.getWeRunData', 'wx.getUserInfo', 'wx.getUserProfile']
    expect(new Set(asyncApis)).toEqual(new Set(guardedApis.filter(api => signing.includes(api))))
  })

  test.each(guardedApis)('takes the sample of %s, and needs one if an option is required', api => {
    const { options, sample } = apiOf(api)
    expect(optionCheck(options)(sample ?? {})).toBeUndefined()
  })

  test('never throws, whatever its options are', async () => {
    const names = [
      'type',
      'lang',
      'withCredentials',
      'altitude',
      'latitude',
      'longitude',
      'filePath',
      'track',
      'roomType',
      'show-location',
    ] as const
    const params = fc.dictionary(fc.constantFrom(...names), fc.jsonValue())
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...guardedApis), params, async (api, options) => {
        expect(['object', 'string']).toContain(typeof (await answer(api, options, now, catalogue)))
        expect(catalogue.scopesOf(api, options)).toBeInstanceOf(Array)
        expect(catalogue.layersOf(api, options)).toBeInstanceOf(Object)
      }),
    )
  })
})

describe('wx.getUserInfo', () => {
  test.each([
    ['zh_CN', { language: 'zh_CN', city: '深圳', province: '广东', country: '中国' }],
    ['zh_TW', { language: 'zh_TW', city: '深圳', province: '廣東', country: '中國' }],
    ['en', { language: 'en', city: 'Shenzhen', province: 'Guangdong', country: 'China' }],
    [undefined, { language: 'en', city: 'Shenzhen', province: 'Guangdong', country: 'China' }],
    ['fr', { language: 'en', city: 'Shenzhen', province: 'Guangdong', country: 'China' }],
  ])('with lang %j names places in that language', async (lang, expected) => {
    const { userInfo, rawData } = await payloadOf('wx.getUserInfo', { lang })
    expect(userInfo).toMatchObject(expected)
    expect(JSON.parse(String(rawData))).toEqual(userInfo)
  })

  test('encrypts the user info, the ids and the watermark', async () => {
    const payload = await payloadOf('wx.getUserInfo')
    expect(read(payload)).toEqual({
      ...(payload.userInfo as object),
      openId: expect.stringMatching(/^.{28}$/),
      unionId: expect.stringMatching(/^.{28}$/),
      watermark: { timestamp: 1550853000, appid: 'wx1234' },
    })
    expect(payload.userInfo).not.toHaveProperty('openId')
    expect(payload.userInfo).not.toHaveProperty('unionId')
  })

  test.each([
    [{ withCredentials: false }, ['userInfo', 'rawData', 'signature']],
    [{ withCredentials: true }, ['userInfo', 'rawData', 'signature', 'encryptedData', 'iv']],
    [{}, ['userInfo', 'rawData', 'signature', 'encryptedData', 'iv']],
  ])('with %j has the keys %j', async (params, keys) => {
    expect(Object.keys(await payloadOf('wx.getUserInfo', params))).toEqual(keys)
  })
})

describe('wx.getLocation', () => {
  const plain = { latitude: 22.54, longitude: 113.93, speed: -1, altitude: 0 }
  const coarse = { accuracy: 65, verticalAccuracy: 65, horizontalAccuracy: 65 }
  const fine = { accuracy: 10, verticalAccuracy: 10, horizontalAccuracy: 10 }
  const shifted = gcj02({ latitude: 22.54, longitude: 113.93 })
  test.each([
    [{}, { ...plain, ...coarse }],
    [{ type: 'wgs84' }, { ...plain, ...coarse }],
    [{ type: 'gcj02' }, { ...plain, ...coarse, ...shifted }],
    [{ type: 'mars' }, { ...plain, ...coarse }],
    [{ altitude: true }, { ...plain, ...coarse, altitude: 12 }],
    [{ altitude: 'true' }, { ...plain, ...coarse, altitude: 12 }],
    [{ altitude: 'false' }, { ...plain, ...coarse }],
    [{ isHighAccuracy: true }, { ...plain, ...fine }],
  ])('with %j answers %j', (params, expected) => {
    expect(answer('wx.getLocation', params)).toEqual(expected)
  })
})

describe('wx.chooseLocation', () => {
  const shifted = gcj02({ latitude: 22.54, longitude: 113.93 })
  test.each([
    [{}, shifted],
    [
      { latitude: 31.2, longitude: 121.5 },
      { latitude: 31.2, longitude: 121.5 },
    ],
    [
      { latitude: 0, longitude: 0 },
      { latitude: 0, longitude: 0 },
    ],
    [{ latitude: 31.2 }, shifted],
  ])('with %j is centered on %j', (params, expected) => {
    expect(answer('wx.chooseLocation', params)).toMatchObject(expected)
  })
})

describe('wx.chooseInvoice', () => {
  test('answers a JSON array of invoices, each with its three fields', () => {
    const { invoiceInfo } = answer('wx.chooseInvoice') as { readonly invoiceInfo: string }
    expect(JSON.parse(invoiceInfo)).toEqual([
      { card_id: expect.any(String), encrypt_code: expect.any(String), app_id: expect.any(String) },
    ])
  })
})

describe('wx.getWeRunData', () => {
  type Steps = readonly { readonly timestamp: number; readonly step: number }[]
  const shanghaiDay = (seconds: number) =>
    new Date(seconds * 1000).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' })

  test('encrypts the steps of 31 days, today last, each at midnight in Shanghai', async () => {
    const { stepInfoList } = read(await payloadOf('wx.getWeRunData')) as { stepInfoList: Steps }
    expect(stepInfoList).toHaveLength(31)
    expect(shanghaiDay(stepInfoList[0]?.timestamp ?? 0)).toBe('2019-01-24 00:00:00')
    expect(shanghaiDay(stepInfoList[30]?.timestamp ?? 0)).toBe('2019-02-23 00:00:00')
  })

  test.each([
    ['2019-02-22T15:59:59.999Z', '2019-02-22 00:00:00'],
    ['2019-02-22T16:00:00.000Z', '2019-02-23 00:00:00'],
    ['1969-12-31T23:00:00.000Z', '1970-01-01 00:00:00'],
  ])('at %s ends with %s', async (at, expected) => {
    const { stepInfoList } = read(await payloadOf('wx.getWeRunData', {}, new Date(at))) as {
      stepInfoList: Steps
    }
    expect(shanghaiDay(stepInfoList[30]?.timestamp ?? 0)).toBe(expected)
  })

  test('has plausible step counts, and those of past days never change', async () => {
    const today = read(await payloadOf('wx.getWeRunData')) as { stepInfoList: Steps }
    const tomorrow = read(await payloadOf('wx.getWeRunData', {}, new Date(now.getTime() + 86_400_000))) as {
      stepInfoList: Steps
    }
    expect(tomorrow.stepInfoList.slice(0, 30)).toEqual(today.stepInfoList.slice(1))
    for (const { step } of today.stepInfoList) {
      expect(Number.isInteger(step) && step >= 3000 && step < 12_000).toBe(true)
    }
  })

  test('has the appid in its watermark', async () => {
    expect(read(await payloadOf('wx.getWeRunData')).watermark).toEqual({
      timestamp: 1550853000,
      appid: 'wx1234',
    })
  })
})

describe('The album', () => {
  const image = 'wx.saveImageToPhotosAlbum'
  const video = 'wx.saveVideoToPhotosAlbum'
  test.each([
    [image, 'wxfile://tmp_1.jpg', undefined],
    [image, 'wxfile://tmp_1.JPEG', undefined],
    [image, 'http://tmp/abc.png', undefined],
    [image, 'http://usr/abc.gif', undefined],
    [image, '/images/a.webp', undefined],
    [image, 'wxfile://tmp_1', 'invalid-file-type'],
    [image, 'wxfile://tmp.jpg/1', 'invalid-file-type'],
    [image, 'wxfile://tmp_1.mp4', 'invalid-file-type'],
    [image, 'wxfile://tmp_1.jpg.txt', 'invalid-file-type'],
    [image, 'https://example.com/a.jpg', 'no-file'],
    [image, '', 'invalid-file-type'],
    [image, { toString: 1 }, 'invalid-file-type'],
    [video, 'wxfile://tmp_1.mp4', undefined],
    [video, 'wxfile://tmp_1.MP4', undefined],
    [video, 'wxfile://tmp_1.mov', 'invalid-file-type'],
    [video, 'wxfile://tmp_1.jpg', 'invalid-file-type'],
    [video, 'https://example.com/a.mp4', 'no-file'],
  ] as const)('%s of %j: %s', (api, filePath, failure) => {
    expect(answer(api, { filePath })).toEqual(failure ?? {})
  })
})

describe('Today', () => {
  const today = (api: GuardedApi, params?: Params) => payloadOf(api, params, now, todayCatalogue)

  test.each(['wx.getUserInfo', 'wx.getUserProfile'] as const)('%s names nobody', async api => {
    const { userInfo, rawData, signature } = await today(api, { lang: 'zh_CN' })
    expect(userInfo).toMatchObject({ nickName: '微信用户', gender: 0, city: '', province: '', country: '' })
    expect(JSON.parse(String(rawData))).toEqual(userInfo)
    expect(signature).toBe(`sha1(${rawData}d3hhdXRoLWRlbW8ta2V5IQ==)`)
  })

  test('wx.getUserInfo still tells the ids, wx.getUserProfile does not', async () => {
    expect(read(await today('wx.getUserInfo'))).toHaveProperty('openId')
    const profile = read(await today('wx.getUserProfile'))
    expect(profile).not.toHaveProperty('openId')
    expect(profile).not.toHaveProperty('unionId')
    expect(profile).toMatchObject({ watermark: { appid: 'wx1234' } })
  })

  test('wx.getUserInfo without credentials gives no encrypted data', async () => {
    expect(Object.keys(await today('wx.getUserInfo', { withCredentials: false }))).toEqual([
      'userInfo',
      'rawData',
      'signature',
    ])
  })

  test.each([
    [undefined, { latitude: 22.55, longitude: 113.95 }],
    ['wgs84', { latitude: 22.55, longitude: 113.95 }],
    ['gcj02', gcj02({ latitude: 22.55, longitude: 113.95 })],
  ])('a fuzzy location of type %j is near the exact one, but not the same', async (type, expected) => {
    const exact = await today('wx.getLocation', { type })
    const fuzzy = await today('wx.getFuzzyLocation', { type })
    expect(fuzzy).toEqual(expected)
    expect(Math.abs(Number(fuzzy.latitude) - Number(exact.latitude))).toBeCloseTo(0.01, 3)
    expect(Math.abs(Number(fuzzy.longitude) - Number(exact.longitude))).toBeCloseTo(0.02, 3)
  })

  test('every order to a Bluetooth server succeeds after the call, and nobody listens', async () => {
    type Order = (option?: Record<string, unknown>) => void
    const { server } = (await today('wx.createBLEPeripheralServer')) as { server: Record<string, Order> }
    expect(Object.keys(server)).toHaveLength(14)
    for (const [name, order] of Object.entries(server)) {
      const success = vi.fn()
      const complete = vi.fn()
      order({ success, complete })
      order()
      expect(success).not.toHaveBeenCalled()
      await Promise.resolve()
      const calls = /^o(?:n|ff)/.test(name) ? [] : [[{ errMsg: `${name}:ok` }]]
      expect(success.mock.calls).toEqual(calls)
      expect(complete.mock.calls).toEqual(calls)
    }
  })
})
