/** `scope.userInfo` … `scope.camera`: the Scope List of the guide. */
export type GuideScope =
  | 'scope.userInfo'
  | 'scope.userLocation'
  | 'scope.address'
  | 'scope.invoiceTitle'
  | 'scope.invoice'
  | 'scope.werun'
  | 'scope.record'
  | 'scope.writePhotosAlbum'
  | 'scope.camera'

/** Scopes that the platform added after the guide. */
export type LaterScope =
  | 'scope.userFuzzyLocation'
  | 'scope.userLocationBackground'
  | 'scope.bluetooth'
  | 'scope.addPhoneContact'
  | 'scope.addPhoneCalendar'

export type ScopeName = GuideScope | LaterScope

/** What the scopes of the guide guard: APIs by their full names, and the component `camera`. */
export type GuideApi =
  | 'wx.getUserInfo'
  | 'wx.getLocation'
  | 'wx.chooseLocation'
  | 'wx.chooseAddress'
  | 'wx.chooseInvoiceTitle'
  | 'wx.chooseInvoice'
  | 'wx.getWeRunData'
  | 'wx.startRecord'
  | 'wx.saveImageToPhotosAlbum'
  | 'wx.saveVideoToPhotosAlbum'
  | 'camera'

/** What else is guarded today, by a scope or by another layer; components have no dot in their names. */
export const laterApis = [
  'wx.getUserProfile',
  'wx.choosePoi',
  'wx.getFuzzyLocation',
  'wx.startLocationUpdate',
  'wx.startLocationUpdateBackground',
  'wx.getWifiList',
  'MapContext.moveToLocation',
  'wx.createVKSession',
  'wx.joinVoIPChat',
  'wx.join1v1Chat',
  'wx.setEnable1v1Chat',
  'wx.openBluetoothAdapter',
  'wx.createBLEPeripheralServer',
  'wx.addPhoneContact',
  'wx.addPhoneCalendar',
  'wx.addPhoneRepeatCalendar',
  'map',
  'live-pusher',
  'voip-room',
] as const
export type LaterApi = (typeof laterApis)[number]

export type GuardedApi = GuideApi | LaterApi

/** APIs that belong to authorization and need none themselves. */
export type GuideFreeApi = 'wx.authorize' | 'wx.getSetting' | 'wx.openSetting' | 'wx.stopRecord'

/** The APIs of the privacy agreement and of the system's permissions. */
export type LaterFreeApi =
  | 'wx.getPrivacySetting'
  | 'wx.requirePrivacyAuthorize'
  | 'wx.openPrivacyContract'
  | 'wx.getAppAuthorizeSetting'
  | 'wx.getSystemSetting'
  | 'wx.openAppAuthorizeSetting'

export type FreeApi = GuideFreeApi | LaterFreeApi
