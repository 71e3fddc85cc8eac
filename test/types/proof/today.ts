import {
  createWxAuth,
  type MapContext,
  type VKSession,
  type VKSessionOption,
  type Wx,
  type WxToday,
} from 'wxauth'
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
  | 'stopLocationUpdate'
  | 'onLocationChange'
  | 'offLocationChange'
  | 'getWifiList'
  | 'onGetWifiList'
  | 'offGetWifiList'
  | 'createMapContext'
  | 'createVKSession'
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
type TypedOtherwise = 'onNeedPrivacyAuthorization' | InPart
/** What they return has only the part of WeChat's that asks. */
type InPart = 'createMapContext' | 'createVKSession'
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
  stopLocationUpdate: true,
  onLocationChange: true,
  offLocationChange: true,
  getWifiList: true,
  onGetWifiList: true,
  offGetWifiList: true,
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
  stopLocationUpdate: Ways<
    typeof wx.stopLocationUpdate<None>,
    typeof official.stopLocationUpdate<None>,
    typeof wx.stopLocationUpdate<Success>,
    typeof wx.stopLocationUpdate<Fail>,
    typeof wx.stopLocationUpdate<Complete>
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
  stopLocationUpdate: yes,
  getWifiList: yes,
  joinVoIPChat: yes,
  openBluetoothAdapter: yes,
  createBLEPeripheralServer: yes,
  addPhoneContact: yes,
  addPhoneCalendar: yes,
  addPhoneRepeatCalendar: yes,
  openAppAuthorizeSetting: yes,
}

/** Those without a promise, in WeChat's typings too, those that return their answer, and listeners. */
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
  | Listening
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

type Listening = 'onLocationChange' | 'offLocationChange' | 'onGetWifiList' | 'offGetWifiList'
type Told<Listen> = Listen extends (listener: (result: infer Result) => void) => void ? Result : never
/** Listeners are told what WeChat's are told. */
export const told: {
  readonly [Name in 'onLocationChange' | 'onGetWifiList']: Equal<
    keyof Told<WxToday[Name]>,
    keyof Told<Official[Name]>
  >
} = { onLocationChange: true, onGetWifiList: true }
export const networks: Equal<
  keyof Told<WxToday['onGetWifiList']>['wifiList'][number],
  keyof WechatMiniprogram.WifiInfo
> = true

/** WeChat's map and session can stand where ours do, and take the same options. */
export const partOfMap: MapContext = official.createMapContext('map')
export const partOfSession: Pick<VKSession, 'stop' | 'destroy'> = {} as WechatMiniprogram.VKSession
export const sessionOption: VKSessionOption = {} as WechatMiniprogram.VKConfig
type StatusOf<Session> = Session extends { start(callback: (status: infer Status) => void): void }
  ? Status
  : never
export const statuses: StatusOf<WechatMiniprogram.VKSession> = 0 as StatusOf<Required<VKSession>>

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

export async function user(): Promise<void> {
  const { wx: withToday, auth } = createWxAuth({ edition: 'today', platform: 'ios' })
  const both: WxToday = withToday
  const onlyGuide: Wx = createWxAuth({ edition: 'guide' }).wx
  await auth.set({ privacy: 'agreed', 'system.location': 'denied', 'scope.camera': 'accepted' })
  await auth.set('guideline', 'undeclared')
  auth.answer('privacy', ({ kind }) => (kind === 'privacy' ? 'accept' : 'reject'))
  const { privacy, 'system.camera': camera } = auth.layers()
  const { errMsg } = await auth.tap('agreePrivacyAuthorization')
  const { type, detail } = await auth.mount('map', { 'show-location': true })
  const { popups } = auth.events.flatMap(event => (event.type === 'settled' ? [event.outcome] : []))[0] ?? {}
  void [both, onlyGuide, privacy, camera, errMsg, type, detail, popups]
}
