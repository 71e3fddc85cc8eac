import type { ScopeName } from '../../src/catalogue/names.ts'
import type { ListedApi } from './scope-list.ts'

interface ListedScope {
  readonly scope: ScopeName
  readonly description: string
}

/** A second copy of today's scopes, so that no expectation comes from the code under test. */
export const todayScopes: readonly ListedScope[] = [
  { scope: 'scope.userLocation', description: 'Geographic location' },
  { scope: 'scope.userFuzzyLocation', description: 'Fuzzy location' },
  { scope: 'scope.userLocationBackground', description: 'Location in the background' },
  { scope: 'scope.record', description: 'Recording feature' },
  { scope: 'scope.camera', description: 'Camera' },
  { scope: 'scope.bluetooth', description: 'Bluetooth' },
  { scope: 'scope.writePhotosAlbum', description: 'Saves to album' },
  { scope: 'scope.addPhoneContact', description: 'Adds to contacts' },
  { scope: 'scope.addPhoneCalendar', description: 'Adds to calendar' },
  { scope: 'scope.werun', description: 'WeRun step counts' },
  { scope: 'scope.address', description: 'Postal address' },
  { scope: 'scope.invoice', description: 'Gets invoice' },
  { scope: 'scope.invoiceTitle', description: 'Invoice title' },
  { scope: 'scope.userInfo', description: 'User information' },
]

const user = ['userInfo', 'rawData', 'signature', 'encryptedData', 'iv'] as const
const place = ['name', 'address', 'latitude', 'longitude'] as const

/** A second copy of today's APIs. */
export const todayApis: readonly ListedApi[] = [
  {
    api: 'wx.getLocation',
    name: 'getLocation',
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
    carries: [],
  },
  {
    api: 'MapContext.moveToLocation',
    name: 'moveToLocation',
    carries: [],
  },
  { api: 'wx.getWifiList', name: 'getWifiList', carries: ['errCode'] },
  { api: 'map', name: 'insertMap', carries: [] },
  {
    api: 'wx.getFuzzyLocation',
    name: 'getFuzzyLocation',
    carries: ['latitude', 'longitude'],
  },
  {
    api: 'wx.startLocationUpdateBackground',
    name: 'startLocationUpdateBackground',
    carries: [],
  },
  {
    api: 'wx.startRecord',
    name: 'startRecord',
    carries: ['tempFilePath'],
  },
  {
    api: 'wx.joinVoIPChat',
    name: 'joinVoIPChat',
    carries: ['openIdList', 'errCode'],
  },
  { api: 'wx.join1v1Chat', name: 'join1v1Chat', carries: ['errCode'] },
  { api: 'wx.setEnable1v1Chat', name: 'setEnable1v1Chat', carries: [] },
  { api: 'live-pusher', name: 'insertLivePusher', carries: [] },
  { api: 'voip-room', name: 'insertVoIPRoom', carries: [] },
  { api: 'camera', name: 'insertCamera', carries: ['maxZoom'] },
  {
    api: 'wx.createVKSession',
    name: 'createVKSession',
    carries: [],
  },
  {
    api: 'wx.openBluetoothAdapter',
    name: 'openBluetoothAdapter',
    carries: ['errCode'],
  },
  {
    api: 'wx.createBLEPeripheralServer',
    name: 'createBLEPeripheralServer',
    carries: ['server'],
  },
  {
    api: 'wx.saveImageToPhotosAlbum',
    name: 'saveImageToPhotosAlbum',
    carries: [],
  },
  {
    api: 'wx.saveVideoToPhotosAlbum',
    name: 'saveVideoToPhotosAlbum',
    carries: [],
  },
  {
    api: 'wx.addPhoneContact',
    name: 'addPhoneContact',
    carries: [],
  },
  {
    api: 'wx.addPhoneCalendar',
    name: 'addPhoneCalendar',
    carries: [],
  },
  {
    api: 'wx.addPhoneRepeatCalendar',
    name: 'addPhoneRepeatCalendar',
    carries: [],
  },
  {
    api: 'wx.getWeRunData',
    name: 'getWeRunData',
    carries: ['encryptedData', 'iv'],
  },
  {
    api: 'wx.chooseLocation',
    name: 'chooseLocation',
    carries: place,
  },
  {
    api: 'wx.choosePoi',
    name: 'choosePoi',
    carries: ['type', 'city', ...place],
  },
  {
    api: 'wx.chooseAddress',
    name: 'chooseAddress',
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
    carries: ['type', 'title', 'taxNumber', 'companyAddress', 'telephone', 'bankName', 'bankAccount'],
  },
  {
    api: 'wx.chooseInvoice',
    name: 'chooseInvoice',
    carries: ['invoiceInfo'],
  },
  { api: 'wx.getUserInfo', name: 'getUserInfo', carries: user },
  { api: 'wx.getUserProfile', name: 'getUserProfile', carries: user },
]
