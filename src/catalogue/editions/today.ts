import type { Api, ApiShape } from '../api.ts'
import { chooseAddress } from '../apis/address.ts'
import { saveImageToPhotosAlbum, saveVideoToPhotosAlbum } from '../apis/album.ts'
import { getUserInfo, getUserProfile } from '../apis/anonymous-user.ts'
import { authorize, settings } from '../apis/authorization.ts'
import { createBLEPeripheralServer, openBluetoothAdapter } from '../apis/bluetooth.ts'
import { camera } from '../apis/camera.ts'
import { chooseLocationToday, choosePoi } from '../apis/chosen-places.ts'
import { getFuzzyLocation } from '../apis/fuzzy-location.ts'
import { chooseInvoice, chooseInvoiceTitle } from '../apis/invoice.ts'
import { getLocation } from '../apis/location.ts'
import { startLocationUpdate, startLocationUpdateBackground } from '../apis/location-updates.ts'
import { map, moveToLocation } from '../apis/map.ts'
import { addPhoneCalendar, addPhoneContact, addPhoneRepeatCalendar } from '../apis/phone.ts'
import { getPrivacySetting, openPrivacyContract, requirePrivacyAuthorize } from '../apis/privacy.ts'
import { startRecord, stopRecord } from '../apis/record.ts'
import { getAppAuthorizeSetting, getSystemSetting, openAppAuthorizeSetting } from '../apis/system.ts'
import { createVKSession } from '../apis/vision.ts'
import { join1v1Chat, joinVoIPChat, livePusher, setEnable1v1Chat, voipRoom } from '../apis/voip.ts'
import { getWeRunData } from '../apis/werun.ts'
import { getWifiList } from '../apis/wifi.ts'
import { catalogueOf, type Edition, type ScopeFacts } from '../catalogue.ts'
import type { FreeApi, GuardedApi, ScopeName } from '../names.ts'
import { anonymous, authorizePage, newScopes, noScope } from '../sources.ts'
import { errMsgTexts } from '../wording.ts'
import { layers } from './today-layers.ts'
import { unguarded } from './today-unguarded.ts'

/** All that today's edition must have: every name there is. */
interface TodayEdition extends Edition {
  readonly scopes: Readonly<Record<ScopeName, ScopeFacts>>
  readonly apis: Readonly<Record<GuardedApi, Api>>
  readonly free: Readonly<Record<FreeApi, ApiShape>>
}

/** They are called without a popup. Privacy is another matter: see today-layers.ts. */
const unscoped = { scope: null, ...noScope } as const

/**
 * The platform that users meet now (base library 3.x), from its public pages and announcements. Live scopes come first,
 * retired ones last. The list of scopes is WeChat's, but for `scope.userLocationBackground`, which it names elsewhere.
 */
const edition = {
  name: 'today',
  scopes: {
    'scope.userLocation': { description: 'Geographic location', since: '2017', source: authorizePage },
    'scope.userFuzzyLocation': { description: 'Fuzzy location', since: '2.25.0', source: authorizePage },
    'scope.userLocationBackground': {
      description: 'Location in the background',
      since: '2.8.0',
      source: authorizePage,
    },
    'scope.record': { description: 'Recording feature', since: '2017', source: authorizePage },
    'scope.camera': { description: 'Camera', since: '1.6.0', source: authorizePage },
    'scope.bluetooth': { description: 'Bluetooth', ...newScopes },
    'scope.writePhotosAlbum': { description: 'Saves to album', since: '1.2.0', source: authorizePage },
    'scope.addPhoneContact': { description: 'Adds to contacts', ...newScopes },
    'scope.addPhoneCalendar': { description: 'Adds to calendar', ...newScopes },
    'scope.werun': { description: 'WeRun step counts', since: '1.2.0', source: authorizePage },
    'scope.address': { description: 'Postal address', ...noScope, retired: true },
    'scope.invoice': { description: 'Gets invoice', ...noScope, retired: true },
    'scope.invoiceTitle': { description: 'Invoice title', ...noScope, retired: true },
    'scope.userInfo': { description: 'User information', ...anonymous, retired: true },
  },
  apis: {
    'wx.getLocation': getLocation,
    'wx.startLocationUpdate': startLocationUpdate,
    'MapContext.moveToLocation': moveToLocation,
    'wx.getWifiList': getWifiList,
    map,
    'wx.getFuzzyLocation': getFuzzyLocation,
    'wx.startLocationUpdateBackground': startLocationUpdateBackground,
    'wx.startRecord': startRecord,
    'wx.joinVoIPChat': joinVoIPChat,
    'wx.join1v1Chat': join1v1Chat,
    'wx.setEnable1v1Chat': setEnable1v1Chat,
    'live-pusher': livePusher,
    'voip-room': voipRoom,
    camera,
    'wx.createVKSession': createVKSession,
    'wx.openBluetoothAdapter': openBluetoothAdapter,
    'wx.createBLEPeripheralServer': createBLEPeripheralServer,
    'wx.saveImageToPhotosAlbum': saveImageToPhotosAlbum,
    'wx.saveVideoToPhotosAlbum': saveVideoToPhotosAlbum,
    'wx.addPhoneContact': addPhoneContact,
    'wx.addPhoneCalendar': addPhoneCalendar,
    'wx.addPhoneRepeatCalendar': addPhoneRepeatCalendar,
    'wx.getWeRunData': getWeRunData,
    'wx.chooseLocation': chooseLocationToday,
    'wx.choosePoi': choosePoi,
    'wx.chooseAddress': { ...chooseAddress, ...unscoped },
    'wx.chooseInvoiceTitle': { ...chooseInvoiceTitle, ...unscoped },
    'wx.chooseInvoice': { ...chooseInvoice, ...unscoped },
    'wx.getUserInfo': getUserInfo,
    'wx.getUserProfile': getUserProfile,
  },
  free: {
    'wx.authorize': authorize,
    'wx.getSetting': settings,
    'wx.openSetting': settings,
    'wx.stopRecord': stopRecord,
    'wx.getPrivacySetting': getPrivacySetting,
    'wx.requirePrivacyAuthorize': requirePrivacyAuthorize,
    'wx.openPrivacyContract': openPrivacyContract,
    'wx.getAppAuthorizeSetting': getAppAuthorizeSetting,
    'wx.getSystemSetting': getSystemSetting,
    'wx.openAppAuthorizeSetting': openAppAuthorizeSetting,
  },
  unguarded,
  errMsgs: errMsgTexts,
  /**
   * The official table of errno. Failures that no row names carry none: reports do not agree on their numbers, or show
   * none.
   */
  errnos: {
    rejected: 103,
    'rejected-now': 103,
    'privacy-refused': 104,
    'guideline-undeclared': 112,
    'system-denied': 3,
  },
  layers,
} satisfies TodayEdition

export const todayCatalogue = catalogueOf(edition)
