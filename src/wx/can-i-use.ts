import { parameterRows } from '../catalogue/parameters.ts'

/**
 * What `success` receives beside `errMsg`, by API; the demo data has these and no others.
 */
export const successKeys: Readonly<Record<string, readonly string[]>> = {
  authorize: [],
  getSetting: ['authSetting', 'subscriptionsSetting'],
  openSetting: ['authSetting', 'subscriptionsSetting'],
  getUserInfo: ['userInfo', 'rawData', 'signature', 'encryptedData', 'iv'],
  getLocation: [
    'latitude',
    'longitude',
    'speed',
    'accuracy',
    'altitude',
    'verticalAccuracy',
    'horizontalAccuracy',
  ],
  chooseLocation: ['name', 'address', 'latitude', 'longitude'],
  chooseAddress: [
    'userName',
    'postalCode',
    'provinceName',
    'cityName',
    'countyName',
    'streetName',
    'detailInfo',
    'detailInfoNew',
    'nationalCode',
    'telNumber',
  ],
  chooseInvoiceTitle: [
    'type',
    'title',
    'taxNumber',
    'companyAddress',
    'telephone',
    'bankName',
    'bankAccount',
  ],
  chooseInvoice: ['invoiceInfo'],
  getWeRunData: ['encryptedData', 'iv'],
  startRecord: ['tempFilePath'],
  stopRecord: [],
  saveImageToPhotosAlbum: [],
  saveVideoToPhotosAlbum: [],
}

/** Options that take one of a few values. */
const values: Readonly<Record<string, readonly string[]>> = {
  type: ['wgs84', 'gcj02'],
  lang: ['en', 'zh_CN', 'zh_TW'],
}

const callbacks = ['success', 'fail', 'complete']

/** What else there is: APIs without options, the objects that they return, and components with their attributes. */
const others: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  canIUse: {},
  createCameraContext: {},
  getRecorderManager: {},
  CameraContext: { takePhoto: [], startRecord: [], stopRecord: [], setZoom: [], onCameraFrame: [] },
  RecorderManager: {
    start: [],
    pause: [],
    resume: [],
    stop: [],
    onStart: [],
    onPause: [],
    onResume: [],
    onStop: [],
    onError: [],
  },
  button: { 'open-type': ['getUserInfo', 'openSetting'], bindgetuserinfo: [], bindopensetting: [] },
  camera: { bindinitdone: [], binderror: [] },
}

/**
 * `api.method.param.option` or `component.attribute.option`: true for what is here.
 * developers.weixin.qq.com/miniprogram/dev/api/base/wx.canIUse.html
 */
export function canIUse(schema: unknown): boolean {
  if (typeof schema !== 'string') return false
  const [name = '', ...path] = schema.split('.')
  if (Object.hasOwn(successKeys, name)) return isPartOfApi(name, path)
  const parts = Object.hasOwn(others, name) ? others[name] : undefined
  if (parts === undefined) return false
  const [part, option] = path
  if (part === undefined) return true
  if (path.length > 2 || !Object.hasOwn(parts, part)) return false
  return option === undefined || (parts[part]?.includes(option) ?? false)
}

function isPartOfApi(name: string, [method, param, option, ...more]: readonly string[]): boolean {
  if (method === undefined) return true
  if (more.length > 0) return false
  if (method === 'object') {
    const row = Object.hasOwn(parameterRows, `wx.${name}`) ? parameterRows[`wx.${name}` as Row] : undefined
    const names = [...callbacks, ...Object.keys(row?.options ?? {})]
    if (param === undefined) return true
    return names.includes(param) && (option === undefined || (values[param]?.includes(option) ?? false))
  }
  if (method !== 'success' || option !== undefined) return false
  return param === undefined || param === 'errMsg' || (successKeys[name]?.includes(param) ?? false)
}

type Row = keyof typeof parameterRows
