/** `scope.userInfo` … `scope.camera`: the Scope List of the guide. */
export type ScopeName =
  | 'scope.userInfo'
  | 'scope.userLocation'
  | 'scope.address'
  | 'scope.invoiceTitle'
  | 'scope.invoice'
  | 'scope.werun'
  | 'scope.record'
  | 'scope.writePhotosAlbum'
  | 'scope.camera'

/** What a scope guards: APIs by their full names, and the component `camera`. */
export type GuardedApi =
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

/** APIs that belong to authorization and need none themselves. */
export type FreeApi = 'wx.authorize' | 'wx.getSetting' | 'wx.openSetting' | 'wx.stopRecord'
