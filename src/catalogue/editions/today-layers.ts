import type { Params } from '../api.ts'
import { movesToUser, showsLocation } from '../apis/map.ts'
import { usesCamera } from '../apis/vision.ts'
import { scopesOfChat, scopesOfPusher } from '../apis/voip.ts'
import type { ApiLayers, EditionLayers } from '../layers.ts'
import type { ScopeName } from '../names.ts'

/**
 * Official: the page on the content of the privacy guideline lists the privacy APIs, and `wx.authorize` of each scope
 * among them; the page of app.json says what `permission`, `requiredPrivateInfos` and `requiredBackgroundModes` are for.
 * Which of the phone's permissions an API needs follows from what it does; reports confirm location, bluetooth, camera
 * and microphone.
 */
const location: ApiLayers = { purpose: true, privacy: true, system: ['location'] }
const camera: ApiLayers = { privacy: true, system: ['camera'] }
const record: ApiLayers = { privacy: true, system: ['microphone'] }
const both: ApiLayers = { privacy: true, system: ['microphone', 'camera'] }
const album: ApiLayers = { privacy: true, system: ['album'] }
const bluetooth: ApiLayers = { privacy: true, system: ['bluetooth'] }
const calendar: ApiLayers = { privacy: true, system: ['calendar'] }
const privacy: ApiLayers = { privacy: true }
const none: ApiLayers = {}

/**
 * What `wx.authorize` of a scope has to pass. It asks WeChat, not the phone: it says ok although the system denies
 * (one report: community/develop/doc/000ece57888378377d3f59b2051c00). A retired scope answers at once; that is inferred.
 */
const authorize: Readonly<Record<ScopeName, ApiLayers>> = {
  'scope.userLocation': { purpose: true, privacy: true },
  'scope.userFuzzyLocation': { purpose: true, privacy: true },
  // That it needs the background mode too is inferred: without the mode, its settings row has no such choice.
  'scope.userLocationBackground': { purpose: true, backgroundMode: 'location', privacy: true },
  'scope.record': privacy,
  'scope.camera': privacy,
  'scope.bluetooth': privacy,
  'scope.writePhotosAlbum': privacy,
  'scope.addPhoneContact': privacy,
  'scope.addPhoneCalendar': privacy,
  'scope.werun': privacy,
  'scope.address': none,
  'scope.invoice': none,
  'scope.invoiceTitle': none,
  'scope.userInfo': none,
}

export const layers: EditionLayers = {
  'wx.authorize': ({ scope }: Params) =>
    typeof scope === 'string' && Object.hasOwn(authorize, scope) ? authorize[scope as ScopeName] : none,
  // It plays a privacy API, as its page says.
  'wx.requirePrivacyAuthorize': privacy,

  'wx.getLocation': { ...location, privateInfo: 'getLocation' },
  'wx.startLocationUpdate': { ...location, privateInfo: 'startLocationUpdate' },
  'wx.startLocationUpdateBackground': {
    ...location,
    privateInfo: 'startLocationUpdateBackground',
    backgroundMode: 'location',
  },
  'wx.getFuzzyLocation': { ...location, privateInfo: 'getFuzzyLocation' },
  // Not in the list of privacy APIs, but `wx.authorize` of the scope that they need is.
  'MapContext.moveToLocation': params => (movesToUser(params) ? location : none),
  map: params => (showsLocation(params) ? location : none),
  'wx.getWifiList': location,

  'wx.chooseLocation': { privateInfo: 'chooseLocation', privacy: true },
  'wx.choosePoi': { privateInfo: 'choosePoi', privacy: true },
  'wx.chooseAddress': { privateInfo: 'chooseAddress', privacy: true },
  'wx.chooseInvoiceTitle': privacy,
  'wx.chooseInvoice': privacy,
  'wx.getWeRunData': privacy,

  'wx.startRecord': record,
  'RecorderManager.start': record,
  'wx.joinVoIPChat': params => recording(scopesOfChat(params)),
  // Not in the list of privacy APIs, but `wx.authorize` of the scopes that they need is.
  'wx.join1v1Chat': both,
  'wx.setEnable1v1Chat': both,
  'live-pusher': params => recording(scopesOfPusher(params)),
  'voip-room': both,
  camera,
  'wx.createVKSession': params => (usesCamera(params) ? camera : none),

  'wx.saveImageToPhotosAlbum': album,
  'wx.saveVideoToPhotosAlbum': album,
  'wx.openBluetoothAdapter': bluetooth,
  'wx.createBLEPeripheralServer': bluetooth,
  // The phone's own permission for contacts is not among those that WeChat reports.
  'wx.addPhoneContact': privacy,
  'wx.addPhoneCalendar': calendar,
  'wx.addPhoneRepeatCalendar': calendar,
}

/** Sound needs the microphone, and a picture the camera. */
function recording(scopes: readonly ScopeName[]): ApiLayers {
  if (scopes.length === 0) return none
  return { privacy: true, system: scopes.map(scope => (scope === 'scope.record' ? 'microphone' : 'camera')) }
}
