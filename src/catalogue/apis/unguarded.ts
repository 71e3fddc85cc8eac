/**
 * What the user agrees to, and how, with an API that no scope guards. `none`: nothing. `button`: a tap on the button
 * with the open-type of that name. `every-call`: the API asks each time. `choice`: what the user chooses is handed over.
 * `later`: a scope guards it, but one that is newer than the guide. `authorization`: it belongs to authorization itself.
 */
export type Consent = 'none' | 'button' | 'every-call' | 'choice' | 'later' | 'authorization'

/**
 * The APIs, without `wx.`, that are likely to be taken for guarded ones. Each page of
 * developers.weixin.qq.com/miniprogram/dev/api says what its API asks for.
 */
export const unguarded: Readonly<Record<string, Consent>> = {
  authorize: 'authorization',
  getSetting: 'authorization',
  openSetting: 'authorization',

  getPhoneNumber: 'button',
  getRealtimePhoneNumber: 'button',
  chooseAvatar: 'button',

  getUserProfile: 'every-call',
  requestSubscribeMessage: 'every-call',
  requestPayment: 'every-call',
  navigateToMiniProgram: 'every-call',
  makePhoneCall: 'every-call',

  chooseImage: 'choice',
  chooseVideo: 'choice',
  chooseMedia: 'choice',
  chooseMessageFile: 'choice',
  scanCode: 'choice',

  startLocationUpdate: 'later',
  startLocationUpdateBackground: 'later',
  getFuzzyLocation: 'later',
  openBluetoothAdapter: 'later',
  createBLEPeripheralServer: 'later',
  addPhoneContact: 'later',
  addPhoneCalendar: 'later',
  addPhoneRepeatCalendar: 'later',
  choosePoi: 'later',
  getWifiList: 'later',
  joinVoIPChat: 'later',
  join1v1Chat: 'later',
  setEnable1v1Chat: 'later',
  createVKSession: 'later',

  login: 'none',
  checkSession: 'none',
  request: 'none',
  uploadFile: 'none',
  downloadFile: 'none',
  getSystemInfo: 'none',
  getNetworkType: 'none',
  getClipboardData: 'none',
  openLocation: 'none',
  previewImage: 'none',
  stopRecord: 'none',
  getRecorderManager: 'none',
  canIUse: 'none',
  createCameraContext: 'none',
  setStorage: 'none',
  getStorage: 'none',
  showToast: 'none',
  showModal: 'none',
  navigateTo: 'none',
}
