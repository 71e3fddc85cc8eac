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

/** The state of one scope, for one user of one Mini Program. */
export type ScopeState = 'undecided' | 'accepted' | 'rejected'

/** How a person can answer a popup; `dismiss` closes it without choosing, and nothing is recorded. */
export type Answer = 'accept' | 'reject' | 'dismiss'
