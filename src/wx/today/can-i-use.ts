import type { Parts } from '../can-i-use.ts'

/** What `wx.canIUse` knows today besides the APIs of the catalogue; it replaces rows of the guide's edition. */
export const todayParts: Parts = {
  stopLocationUpdate: { object: ['success', 'fail', 'complete'], success: [] },
  onLocationChange: {},
  offLocationChange: {},
  onGetWifiList: {},
  offGetWifiList: {},
  onNeedPrivacyAuthorization: {},
  createMapContext: {},
  MapContext: { moveToLocation: [] },
  VKSession: { start: [], stop: [], destroy: [], on: [], off: [] },
  button: {
    'open-type': ['getUserInfo', 'openSetting', 'agreePrivacyAuthorization'],
    bindgetuserinfo: [],
    bindopensetting: [],
    bindagreeprivacyauthorization: [],
  },
  map: { 'show-location': [] },
  'live-pusher': { 'enable-mic': [], 'enable-camera': [] },
  'voip-room': {},
}
