import type { ApiLayers } from '../../src/catalogue/layers.ts'
import type { GuardedApi, ScopeName } from '../../src/catalogue/names.ts'

/** One API of today, what it has to pass, and what its callback must receive. */
interface ListedApi {
  readonly api: GuardedApi
  /** The name in its `errMsg`. */
  readonly name: string
  /** With options that need the most. */
  readonly scopes: readonly ScopeName[]
  readonly layers: ApiLayers
  /** The documented keys besides `errMsg`. */
  readonly carries: readonly string[]
}

interface ListedScope {
  readonly scope: ScopeName
  readonly description: string
  readonly since: string
  readonly retired?: true
}

/** A second copy of today's scopes, so that no expectation comes from the code under test. */
export const todayList: readonly ListedScope[] = [
  { scope: 'scope.userLocation', description: 'Geographic location', since: '2017' },
  { scope: 'scope.userFuzzyLocation', description: 'Fuzzy location', since: '2.25.0' },
  { scope: 'scope.userLocationBackground', description: 'Location in the background', since: '2.8.0' },
  { scope: 'scope.record', description: 'Recording feature', since: '2017' },
  { scope: 'scope.camera', description: 'Camera', since: '1.6.0' },
  { scope: 'scope.bluetooth', description: 'Bluetooth', since: '2022-02-21' },
  { scope: 'scope.writePhotosAlbum', description: 'Saves to album', since: '1.2.0' },
  { scope: 'scope.addPhoneContact', description: 'Adds to contacts', since: '2022-02-21' },
  { scope: 'scope.addPhoneCalendar', description: 'Adds to calendar', since: '2022-02-21' },
  { scope: 'scope.werun', description: 'WeRun step counts', since: '1.2.0' },
  { scope: 'scope.address', description: 'Postal address', since: '2020-09-25', retired: true },
  { scope: 'scope.invoice', description: 'Gets invoice', since: '2020-09-25', retired: true },
  { scope: 'scope.invoiceTitle', description: 'Invoice title', since: '2020-09-25', retired: true },
  { scope: 'scope.userInfo', description: 'User information', since: '2021-04-28', retired: true },
]

const location = ['scope.userLocation'] as const
const both = ['scope.record', 'scope.camera'] as const
const ofLocation: ApiLayers = { purpose: true, privacy: true, system: ['location'] }
const album: ApiLayers = { privacy: true, system: ['album'] }
const bluetooth: ApiLayers = { privacy: true, system: ['bluetooth'] }
const calendar: ApiLayers = { privacy: true, system: ['calendar'] }
const camera: ApiLayers = { privacy: true, system: ['camera'] }
const record: ApiLayers = { privacy: true, system: ['microphone'] }
const recordAndCamera: ApiLayers = { privacy: true, system: ['microphone', 'camera'] }
const user = ['userInfo', 'rawData', 'signature', 'encryptedData', 'iv'] as const
const place = ['name', 'address', 'latitude', 'longitude'] as const

/** A second copy of today's APIs. */
export const todayApis: readonly ListedApi[] = [
  {
    api: 'wx.getLocation',
    name: 'getLocation',
    scopes: location,
    layers: { ...ofLocation, privateInfo: 'getLocation' },
    carries: [
      'latitude',
      'longitude',
      'speed',
      'accuracy',
      'altitude',
      'verticalAccuracy',
      'horizontalAccuracy',
    ],
  },
  {
    api: 'wx.startLocationUpdate',
    name: 'startLocationUpdate',
    scopes: location,
    layers: { ...ofLocation, privateInfo: 'startLocationUpdate' },
    carries: [],
  },
  {
    api: 'MapContext.moveToLocation',
    name: 'moveToLocation',
    scopes: location,
    layers: ofLocation,
    carries: [],
  },
  { api: 'wx.getWifiList', name: 'getWifiList', scopes: location, layers: ofLocation, carries: ['errCode'] },
  { api: 'map', name: 'insertMap', scopes: location, layers: ofLocation, carries: [] },
  {
    api: 'wx.getFuzzyLocation',
    name: 'getFuzzyLocation',
    scopes: ['scope.userFuzzyLocation'],
    layers: { ...ofLocation, privateInfo: 'getFuzzyLocation' },
    carries: ['latitude', 'longitude'],
  },
  {
    api: 'wx.startLocationUpdateBackground',
    name: 'startLocationUpdateBackground',
    scopes: ['scope.userLocationBackground'],
    layers: { ...ofLocation, privateInfo: 'startLocationUpdateBackground', backgroundMode: 'location' },
    carries: [],
  },
  {
    api: 'wx.startRecord',
    name: 'startRecord',
    scopes: ['scope.record'],
    layers: record,
    carries: ['tempFilePath'],
  },
  {
    api: 'wx.joinVoIPChat',
    name: 'joinVoIPChat',
    scopes: ['scope.record'],
    layers: record,
    carries: ['openIdList', 'errCode'],
  },
  { api: 'live-pusher', name: 'insertLivePusher', scopes: both, layers: recordAndCamera, carries: [] },
  { api: 'voip-room', name: 'insertVoIPRoom', scopes: both, layers: recordAndCamera, carries: [] },
  { api: 'camera', name: 'insertCamera', scopes: ['scope.camera'], layers: camera, carries: ['maxZoom'] },
  {
    api: 'wx.createVKSession',
    name: 'createVKSession',
    scopes: ['scope.camera'],
    layers: camera,
    carries: [],
  },
  {
    api: 'wx.openBluetoothAdapter',
    name: 'openBluetoothAdapter',
    scopes: ['scope.bluetooth'],
    layers: bluetooth,
    carries: ['errCode'],
  },
  {
    api: 'wx.createBLEPeripheralServer',
    name: 'createBLEPeripheralServer',
    scopes: ['scope.bluetooth'],
    layers: bluetooth,
    carries: ['server'],
  },
  {
    api: 'wx.saveImageToPhotosAlbum',
    name: 'saveImageToPhotosAlbum',
    scopes: ['scope.writePhotosAlbum'],
    layers: album,
    carries: [],
  },
  {
    api: 'wx.saveVideoToPhotosAlbum',
    name: 'saveVideoToPhotosAlbum',
    scopes: ['scope.writePhotosAlbum'],
    layers: album,
    carries: [],
  },
  {
    api: 'wx.addPhoneContact',
    name: 'addPhoneContact',
    scopes: ['scope.addPhoneContact'],
    layers: { privacy: true },
    carries: [],
  },
  {
    api: 'wx.addPhoneCalendar',
    name: 'addPhoneCalendar',
    scopes: ['scope.addPhoneCalendar'],
    layers: calendar,
    carries: [],
  },
  {
    api: 'wx.addPhoneRepeatCalendar',
    name: 'addPhoneRepeatCalendar',
    scopes: ['scope.addPhoneCalendar'],
    layers: calendar,
    carries: [],
  },
  {
    api: 'wx.getWeRunData',
    name: 'getWeRunData',
    scopes: ['scope.werun'],
    layers: { privacy: true },
    carries: ['encryptedData', 'iv'],
  },
  {
    api: 'wx.chooseLocation',
    name: 'chooseLocation',
    scopes: [],
    layers: { privateInfo: 'chooseLocation', privacy: true },
    carries: place,
  },
  {
    api: 'wx.choosePoi',
    name: 'choosePoi',
    scopes: [],
    layers: { privateInfo: 'choosePoi', privacy: true },
    carries: ['type', 'city', ...place],
  },
  {
    api: 'wx.chooseAddress',
    name: 'chooseAddress',
    scopes: [],
    layers: { privateInfo: 'chooseAddress', privacy: true },
    carries: [
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
  },
  {
    api: 'wx.chooseInvoiceTitle',
    name: 'chooseInvoiceTitle',
    scopes: [],
    layers: { privacy: true },
    carries: ['type', 'title', 'taxNumber', 'companyAddress', 'telephone', 'bankName', 'bankAccount'],
  },
  {
    api: 'wx.chooseInvoice',
    name: 'chooseInvoice',
    scopes: [],
    layers: { privacy: true },
    carries: ['invoiceInfo'],
  },
  { api: 'wx.getUserInfo', name: 'getUserInfo', scopes: [], layers: {}, carries: user },
  { api: 'wx.getUserProfile', name: 'getUserProfile', scopes: [], layers: {}, carries: user },
]
