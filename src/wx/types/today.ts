import type {
  AddPhoneCalendarOption,
  AddPhoneContactOption,
  AddPhoneRepeatCalendarOption,
  Callbacks,
  CodedCallbacks,
  GetFuzzyLocationOption,
  GetUserProfileOption,
  Join1v1ChatOption,
  JoinVoIPChatOption,
  MoveToLocationOption,
  OpenBluetoothAdapterOption,
  SetEnable1v1ChatOption,
  StartLocationUpdateOption,
  VKSessionOption,
} from './options.ts'
import type {
  AppAuthorizeSetting,
  CallbackResult,
  ChoosePoiResult,
  CodedResult,
  GetPrivacySettingResult,
  GetUserInfoResult,
  JoinVoIPChatResult,
  LocationChange,
  SystemSetting,
  WifiInfo,
} from './results.ts'
import type { Api, ApiWithOption, Wx } from './wx.ts'

/** A server for Bluetooth devices. Every order succeeds; no device ever connects, so listeners are never called. */
export interface BLEPeripheralServer {
  addService(option: Callbacks): void
  removeService(option: Callbacks): void
  startAdvertising(option: Callbacks): void
  stopAdvertising(option?: Callbacks): void
  writeCharacteristicValue(option: Callbacks): void
  close(option?: Callbacks): void
  onCharacteristicReadRequest(listener: (result: never) => void): void
  offCharacteristicReadRequest(listener?: (result: never) => void): void
  onCharacteristicWriteRequest(listener: (result: never) => void): void
  offCharacteristicWriteRequest(listener?: (result: never) => void): void
  onCharacteristicSubscribed(listener: (result: never) => void): void
  offCharacteristicSubscribed(listener?: (result: never) => void): void
  onCharacteristicUnsubscribed(listener: (result: never) => void): void
  offCharacteristicUnsubscribed(listener?: (result: never) => void): void
}

export interface CreateBLEPeripheralServerResult extends CallbackResult {
  server: BLEPeripheralServer
}

/** The part of WeChat's that asks: the map moves to where the user is. */
export interface MapContext {
  /** With `latitude` and `longitude`, it moves to that point and asks for nothing. Never returns a promise. */
  moveToLocation(option?: MoveToLocationOption): void
}

/**
 * A session of visual recognition: the part of WeChat's that asks. Nothing is ever recognized, so the listeners of its
 * events are never called.
 */
export interface VKSession {
  /**
   * Asks for scope.camera, unless it recognizes in pictures only. The status is 0, or how it failed: 104 the user does
   * not agree to the guideline, 112 the guideline does not declare it, 2003001 the phone denies the camera, 2003002 the
   * user does, 2000001 wrong options, 2003000 a destroyed session.
   */
  start(callback?: (status: VKStatus) => void): void
  stop(): void
  destroy(): void
  on(event: string, listener: (...args: never[]) => void): void
  off(event: string, listener: (...args: never[]) => void): void
}

export type VKStatus = 0 | 104 | 112 | 2000001 | 2003000 | 2003001 | 2003002

/** What a page does with a privacy API that waits for the user to agree. */
export type ResolvePrivacy = (
  result: { event: 'agree'; buttonId: string } | { event: 'disagree' } | { event: 'exposureAuthorization' },
) => void

/** The `wx` of today's edition. */
export interface WxToday extends Wx {
  /** Anonymous, like `getUserInfo`: its user is called `微信用户`. */
  getUserProfile: ApiWithOption<GetUserProfileOption, GetUserInfoResult>
  choosePoi: ApiWithOption<Callbacks<ChoosePoiResult>, ChoosePoiResult>
  /** Never returns a promise. */
  getFuzzyLocation: (option: GetFuzzyLocationOption) => void
  startLocationUpdate: ApiWithOption<StartLocationUpdateOption>
  startLocationUpdateBackground: ApiWithOption<StartLocationUpdateOption>
  stopLocationUpdate: Api<Callbacks>
  /** Its listeners are called once after each start. Declare it in `requiredPrivateInfos`: else they are never called. */
  onLocationChange: (listener: (location: LocationChange) => void) => void
  /** Without a listener, it removes them all. */
  offLocationChange: (listener?: (location: LocationChange) => void) => void
  getWifiList: Api<CodedCallbacks, CodedResult>
  /** Its listeners are called once after each `getWifiList`. */
  onGetWifiList: (listener: (result: { wifiList: WifiInfo[] }) => void) => void
  /** Without a listener, it removes them all. */
  offGetWifiList: (listener?: (result: { wifiList: WifiInfo[] }) => void) => void
  /** Always the same object: there is one map. */
  createMapContext: (mapId: string) => MapContext
  createVKSession: (option: VKSessionOption) => VKSession
  joinVoIPChat: ApiWithOption<JoinVoIPChatOption, JoinVoIPChatResult>
  /** Never returns a promise, nor does the next one. */
  join1v1Chat: (option: Join1v1ChatOption) => void
  setEnable1v1Chat: (option: SetEnable1v1ChatOption) => void
  openBluetoothAdapter: Api<OpenBluetoothAdapterOption, CodedResult>
  createBLEPeripheralServer: Api<Callbacks<CreateBLEPeripheralServerResult>, CreateBLEPeripheralServerResult>
  addPhoneContact: ApiWithOption<AddPhoneContactOption>
  addPhoneCalendar: ApiWithOption<AddPhoneCalendarOption>
  addPhoneRepeatCalendar: ApiWithOption<AddPhoneRepeatCalendarOption>
  /** Never returns a promise, nor do the next two. */
  getPrivacySetting: (option: Callbacks<GetPrivacySettingResult>) => void
  requirePrivacyAuthorize: (option: Callbacks) => void
  openPrivacyContract: (option: Callbacks) => void
  /** Only the last listener counts. WeChat's typings have another parameter, but this is what its page says. */
  onNeedPrivacyAuthorization: (
    listener: (resolve: ResolvePrivacy, eventInfo: { referrer: string }) => void,
  ) => void
  getAppAuthorizeSetting: () => AppAuthorizeSetting
  getSystemSetting: () => SystemSetting
  openAppAuthorizeSetting: Api<Callbacks>
}
