import type { GuardedApi, ScopeName } from '../../src/catalogue/names.ts'

/** One API, and what its callback must receive. */
export interface ListedApi {
  readonly api: GuardedApi
  /** The name in its `errMsg`. */
  readonly name: string
  /** The documented keys besides `errMsg`. */
  readonly carries: readonly string[]
}

export interface ListedScope {
  readonly scope: ScopeName
  readonly description: string
  readonly apis: readonly [ListedApi, ...ListedApi[]]
}

/** A second copy of the Scope List, so that no expectation comes from the code under test. */
export const scopeList: readonly ListedScope[] = [
  {
    scope: 'scope.userInfo',
    description: 'User information',
    apis: [
      {
        api: 'wx.getUserInfo',
        name: 'getUserInfo',
        carries: ['userInfo', 'rawData', 'signature', 'encryptedData', 'iv'],
      },
    ],
  },
  {
    scope: 'scope.userLocation',
    description: 'Geographic location',
    apis: [
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
        api: 'wx.chooseLocation',
        name: 'chooseLocation',
        carries: ['name', 'address', 'latitude', 'longitude'],
      },
    ],
  },
  {
    scope: 'scope.address',
    description: 'Postal address',
    apis: [
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
    ],
  },
  {
    scope: 'scope.invoiceTitle',
    description: 'Invoice title',
    apis: [
      {
        api: 'wx.chooseInvoiceTitle',
        name: 'chooseInvoiceTitle',
        carries: ['type', 'title', 'taxNumber', 'companyAddress', 'telephone', 'bankName', 'bankAccount'],
      },
    ],
  },
  {
    scope: 'scope.invoice',
    description: 'Gets invoice',
    apis: [{ api: 'wx.chooseInvoice', name: 'chooseInvoice', carries: ['invoiceInfo'] }],
  },
  {
    scope: 'scope.werun',
    description: 'WeRun step counts',
    apis: [{ api: 'wx.getWeRunData', name: 'getWeRunData', carries: ['encryptedData', 'iv'] }],
  },
  {
    scope: 'scope.record',
    description: 'Recording feature',
    apis: [{ api: 'wx.startRecord', name: 'startRecord', carries: ['tempFilePath'] }],
  },
  {
    scope: 'scope.writePhotosAlbum',
    description: 'Saves to album',
    apis: [
      { api: 'wx.saveImageToPhotosAlbum', name: 'saveImageToPhotosAlbum', carries: [] },
      { api: 'wx.saveVideoToPhotosAlbum', name: 'saveVideoToPhotosAlbum', carries: [] },
    ],
  },
  {
    scope: 'scope.camera',
    description: 'Camera',
    apis: [{ api: 'camera', name: 'insertCamera', carries: ['maxZoom'] }],
  },
]
