// biome-ignore-all lint/suspicious/noExplicitAny: as WeChat types it; see `Settled`.
// biome-ignore-all lint/suspicious/noConfusingVoidType: as above.

import type {
  AddPhoneCalendarOption,
  AddPhoneContactOption,
  AddPhoneRepeatCalendarOption,
  AuthorizeOption,
  Callbacks,
  CameraStartRecordOption,
  CameraStopRecordOption,
  ChooseLocationOption,
  CodedCallbacks,
  GetFuzzyLocationOption,
  GetLocationOption,
  GetUserInfoOption,
  GetUserProfileOption,
  Join1v1ChatOption,
  JoinVoIPChatOption,
  OpenBluetoothAdapterOption,
  RecorderStartOption,
  SaveToAlbumOption,
  SetEnable1v1ChatOption,
  SettingOption,
  SetZoomOption,
  StartLocationUpdateOption,
  TakePhotoOption,
} from './options.ts'
import type {
  AppAuthorizeSetting,
  CallbackResult,
  ChooseAddressResult,
  ChooseInvoiceResult,
  ChooseInvoiceTitleResult,
  ChooseLocationResult,
  ChoosePoiResult,
  CodedResult,
  GetLocationResult,
  GetPrivacySettingResult,
  GetUserInfoResult,
  GetWeRunDataResult,
  JoinVoIPChatResult,
  SettingResult,
  StartRecordResult,
  SystemSetting,
} from './results.ts'

/**
 * A promise if none of the three callbacks is passed, else nothing.
 * Written exactly as in WeChat's typings, `any` included: the compiler relates only identical conditional types.
 */
export type Settled<Option, Result> = Option extends { success: any }
  ? void
  : Option extends { fail: any }
    ? void
    : Option extends { complete: any }
      ? void
      : Promise<Result>

/** An API with an optional options object. */
export type Api<Option, Result = CallbackResult> = <T extends Option = Option>(
  option?: T,
) => Settled<T, Result>

/** An API with a required options object. */
export type ApiWithOption<Option, Result = CallbackResult> = <T extends Option = Option>(
  option: T,
) => Settled<T, Result>

/**
 * The recorder. `start` needs scope.record; after a refusal, `onError` receives `operateRecorder:fail auth deny`. No time
 * passes: `duration` (in ms) and `fileSize` (in bytes) are those of the demo recording.
 */
export interface RecorderManager {
  start(option?: RecorderStartOption): void
  pause(): void
  resume(): void
  stop(): void
  onStart(listener: (result: CallbackResult) => void): void
  onPause(listener: (result: CallbackResult) => void): void
  onResume(listener: (result: CallbackResult) => void): void
  onStop(listener: (result: { tempFilePath: string; duration: number; fileSize: number }) => void): void
  /** The listener is never called. */
  onFrameRecorded(listener: (result: { frameBuffer: ArrayBuffer; isLastFrame: boolean }) => void): void
  onError(listener: (result: CallbackResult) => void): void
  /** The listener is never called. */
  onInterruptionBegin(listener: (result: CallbackResult) => void): void
  /** The listener is never called. */
  onInterruptionEnd(listener: (result: CallbackResult) => void): void
}

export interface CameraFrameListener {
  start(option?: Callbacks): void
  stop(option?: Callbacks): void
}

/**
 * What a page does with its `<camera/>`. Consent to scope.camera is asked for when the camera is mounted
 * (`auth.mount('camera')`); without a mounted camera every method fails. None of them returns a promise.
 */
export interface CameraContext {
  takePhoto(option?: TakePhotoOption): void
  startRecord(option?: CameraStartRecordOption): void
  stopRecord(option?: CameraStopRecordOption): void
  setZoom(option: SetZoomOption): void
  /** The callback is never called: there are no frames. */
  onCameraFrame(
    callback: (frame: { data: ArrayBuffer; width: number; height: number }) => void,
  ): CameraFrameListener
}

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

/** A plain object of own functions that do not use `this`: you can destructure, spread and assign them. */
export interface Wx {
  authorize: ApiWithOption<AuthorizeOption>
  getSetting: Api<SettingOption, SettingResult>
  /** Resolves with the settings after the visit that `auth.answer('wx.openSetting', …)` queued. */
  openSetting: Api<SettingOption, SettingResult>
  getUserInfo: Api<GetUserInfoOption, GetUserInfoResult>
  getLocation: Api<GetLocationOption, GetLocationResult>
  chooseLocation: Api<ChooseLocationOption, ChooseLocationResult>
  chooseAddress: Api<Callbacks<ChooseAddressResult>, ChooseAddressResult>
  chooseInvoiceTitle: Api<Callbacks<ChooseInvoiceTitleResult>, ChooseInvoiceTitleResult>
  chooseInvoice: Api<Callbacks<ChooseInvoiceResult>, ChooseInvoiceResult>
  getWeRunData: Api<Callbacks<GetWeRunDataResult>, GetWeRunDataResult>
  /** Answers at once, as no time passes; `stopRecord` then has nothing to stop. */
  startRecord: Api<Callbacks<StartRecordResult>, StartRecordResult>
  stopRecord: Api<Callbacks>
  saveImageToPhotosAlbum: ApiWithOption<SaveToAlbumOption>
  saveVideoToPhotosAlbum: ApiWithOption<SaveToAlbumOption>
  createCameraContext: () => CameraContext
  /** Always returns the same object. */
  getRecorderManager: () => RecorderManager
  /** True for what wxauth has: `getLocation`, `getLocation.success.latitude`, `button.open-type.getUserInfo`. */
  canIUse: (schema: string) => boolean
}

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
  getWifiList: Api<CodedCallbacks, CodedResult>
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
