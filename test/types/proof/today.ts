import type { Wx, WxToday } from 'wxauth'
import type { Equal } from './equal.ts'
import type { Complete, Fail, None, Success, Ways } from './ways.ts'
import type { Official, Option } from './wx.ts'

/** What today's edition has besides the guide's. */
type Names =
  | 'getUserProfile'
  | 'choosePoi'
  | 'getFuzzyLocation'
  | 'startLocationUpdate'
  | 'startLocationUpdateBackground'
  | 'getWifiList'
  | 'joinVoIPChat'
  | 'join1v1Chat'
  | 'setEnable1v1Chat'
  | 'openBluetoothAdapter'
  | 'createBLEPeripheralServer'
  | 'addPhoneContact'
  | 'addPhoneCalendar'
  | 'addPhoneRepeatCalendar'
  | 'getPrivacySetting'
  | 'requirePrivacyAuthorize'
  | 'openPrivacyContract'
  | 'onNeedPrivacyAuthorization'
  | 'getAppAuthorizeSetting'
  | 'getSystemSetting'
  | 'openAppAuthorizeSetting'

/** WeChat's typings give its listener a result; its page, the two parameters that ours has. */
type TypedOtherwise = 'onNeedPrivacyAuthorization'
type Typed = Exclude<Names, TypedOtherwise>

declare const wx: WxToday
declare const official: Official

/** Our `wx` can replace WeChat's. */
export const replacement: Pick<Official, Typed> = wx
export const stillTheGuides: Wx = wx
export const nothingElse: Equal<Exclude<keyof WxToday, keyof Wx>, Names> = true
export const isOfficial: TypedOtherwise extends keyof Official ? true : false = true

/** Our `wx` takes the same options as WeChat's; the assignment above does not compare them. */
export const options: {
  readonly [Name in Typed]: Option<Official[Name]> extends Option<WxToday[Name]> ? true : false
} = {
  getUserProfile: true,
  choosePoi: true,
  getFuzzyLocation: true,
  startLocationUpdate: true,
  startLocationUpdateBackground: true,
  getWifiList: true,
  joinVoIPChat: true,
  join1v1Chat: true,
  setEnable1v1Chat: true,
  openBluetoothAdapter: true,
  createBLEPeripheralServer: true,
  addPhoneContact: true,
  addPhoneCalendar: true,
  addPhoneRepeatCalendar: true,
  getPrivacySetting: true,
  requirePrivacyAuthorize: true,
  openPrivacyContract: true,
  getAppAuthorizeSetting: true,
  getSystemSetting: true,
  openAppAuthorizeSetting: true,
}

interface Desc {
  desc: string
}
interface Room {
  groupId: string
  signature: string
  nonceStr: string
  timeStamp: number
}
interface Contact {
  firstName: string
}
interface Event {
  title: string
  startTime: number
}

const yes: [true, true, true, true] = [true, true, true, true]

export const ways: {
  getUserProfile: Ways<
    typeof wx.getUserProfile<Desc>,
    typeof official.getUserProfile<Desc>,
    typeof wx.getUserProfile<Desc & Success>,
    typeof wx.getUserProfile<Desc & Fail>,
    typeof wx.getUserProfile<Desc & Complete>
  >
  choosePoi: Ways<
    typeof wx.choosePoi<None>,
    typeof official.choosePoi<None>,
    typeof wx.choosePoi<Success>,
    typeof wx.choosePoi<Fail>,
    typeof wx.choosePoi<Complete>
  >
  startLocationUpdate: Ways<
    typeof wx.startLocationUpdate<None>,
    typeof official.startLocationUpdate<None>,
    typeof wx.startLocationUpdate<Success>,
    typeof wx.startLocationUpdate<Fail>,
    typeof wx.startLocationUpdate<Complete>
  >
  startLocationUpdateBackground: Ways<
    typeof wx.startLocationUpdateBackground<None>,
    typeof official.startLocationUpdateBackground<None>,
    typeof wx.startLocationUpdateBackground<Success>,
    typeof wx.startLocationUpdateBackground<Fail>,
    typeof wx.startLocationUpdateBackground<Complete>
  >
  getWifiList: Ways<
    typeof wx.getWifiList<None>,
    typeof official.getWifiList<None>,
    typeof wx.getWifiList<Success>,
    typeof wx.getWifiList<Fail>,
    typeof wx.getWifiList<Complete>
  >
  joinVoIPChat: Ways<
    typeof wx.joinVoIPChat<Room>,
    typeof official.joinVoIPChat<Room>,
    typeof wx.joinVoIPChat<Room & Success>,
    typeof wx.joinVoIPChat<Room & Fail>,
    typeof wx.joinVoIPChat<Room & Complete>
  >
  openBluetoothAdapter: Ways<
    typeof wx.openBluetoothAdapter<None>,
    typeof official.openBluetoothAdapter<None>,
    typeof wx.openBluetoothAdapter<Success>,
    typeof wx.openBluetoothAdapter<Fail>,
    typeof wx.openBluetoothAdapter<Complete>
  >
  createBLEPeripheralServer: Ways<
    typeof wx.createBLEPeripheralServer<None>,
    typeof official.createBLEPeripheralServer<None>,
    typeof wx.createBLEPeripheralServer<Success>,
    typeof wx.createBLEPeripheralServer<Fail>,
    typeof wx.createBLEPeripheralServer<Complete>
  >
  addPhoneContact: Ways<
    typeof wx.addPhoneContact<Contact>,
    typeof official.addPhoneContact<Contact>,
    typeof wx.addPhoneContact<Contact & Success>,
    typeof wx.addPhoneContact<Contact & Fail>,
    typeof wx.addPhoneContact<Contact & Complete>
  >
  addPhoneCalendar: Ways<
    typeof wx.addPhoneCalendar<Event>,
    typeof official.addPhoneCalendar<Event>,
    typeof wx.addPhoneCalendar<Event & Success>,
    typeof wx.addPhoneCalendar<Event & Fail>,
    typeof wx.addPhoneCalendar<Event & Complete>
  >
  addPhoneRepeatCalendar: Ways<
    typeof wx.addPhoneRepeatCalendar<Event>,
    typeof official.addPhoneRepeatCalendar<Event>,
    typeof wx.addPhoneRepeatCalendar<Event & Success>,
    typeof wx.addPhoneRepeatCalendar<Event & Fail>,
    typeof wx.addPhoneRepeatCalendar<Event & Complete>
  >
  openAppAuthorizeSetting: Ways<
    typeof wx.openAppAuthorizeSetting<None>,
    typeof official.openAppAuthorizeSetting<None>,
    typeof wx.openAppAuthorizeSetting<Success>,
    typeof wx.openAppAuthorizeSetting<Fail>,
    typeof wx.openAppAuthorizeSetting<Complete>
  >
} = {
  getUserProfile: yes,
  choosePoi: yes,
  startLocationUpdate: yes,
  startLocationUpdateBackground: yes,
  getWifiList: yes,
  joinVoIPChat: yes,
  openBluetoothAdapter: yes,
  createBLEPeripheralServer: yes,
  addPhoneContact: yes,
  addPhoneCalendar: yes,
  addPhoneRepeatCalendar: yes,
  openAppAuthorizeSetting: yes,
}

/** Those without a promise, in WeChat's typings too, and those that return their answer. */
export const everyOther: Equal<
  Exclude<Typed, keyof typeof ways>,
  | 'getFuzzyLocation'
  | 'join1v1Chat'
  | 'setEnable1v1Chat'
  | 'getPrivacySetting'
  | 'requirePrivacyAuthorize'
  | 'openPrivacyContract'
  | 'getAppAuthorizeSetting'
  | 'getSystemSetting'
> = true
export const withoutPromise: Equal<
  ReturnType<
    | typeof wx.getFuzzyLocation
    | typeof wx.join1v1Chat
    | typeof wx.setEnable1v1Chat
    | typeof wx.getPrivacySetting
    | typeof wx.requirePrivacyAuthorize
    | typeof wx.openPrivacyContract
  >,
  void
> = true

type SuccessOf<Option> = Option extends { success?: (result: infer Result) => void } ? Result : never
/** Their callbacks get the official results, without keys of our own. */
export const results: {
  readonly [Name in 'getFuzzyLocation' | 'getPrivacySetting']: Equal<
    keyof SuccessOf<Option<WxToday[Name]>>,
    keyof SuccessOf<Option<Official[Name]>>
  >
} = { getFuzzyLocation: true, getPrivacySetting: true }
export const values: {
  readonly [Name in 'getAppAuthorizeSetting' | 'getSystemSetting']: Equal<
    keyof ReturnType<WxToday[Name]>,
    keyof ReturnType<Official[Name]>
  >
} = { getAppAuthorizeSetting: true, getSystemSetting: true }

export function privacy(): void {
  wx.onNeedPrivacyAuthorization((resolve, { referrer }) => {
    if (referrer === 'getLocation') resolve({ event: 'agree', buttonId: 'agree' })
    else resolve({ event: 'disagree' })
  })
}
