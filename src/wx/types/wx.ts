// biome-ignore-all lint/suspicious/noExplicitAny: as WeChat types it; see `Settled`.
// biome-ignore-all lint/suspicious/noConfusingVoidType: as above.

import type {
  AuthorizeOption,
  Callbacks,
  CameraStartRecordOption,
  CameraStopRecordOption,
  ChooseLocationOption,
  GetLocationOption,
  GetUserInfoOption,
  RecorderStartOption,
  SaveToAlbumOption,
  SettingOption,
  SetZoomOption,
  TakePhotoOption,
} from './options.ts'
import type {
  CallbackResult,
  ChooseAddressResult,
  ChooseInvoiceResult,
  ChooseInvoiceTitleResult,
  ChooseLocationResult,
  GetLocationResult,
  GetUserInfoResult,
  GetWeRunDataResult,
  SettingResult,
  StartRecordResult,
} from './results.ts'

/**
 * A promise exactly when none of the three callbacks is given; else nothing.
 * Written as WeChat writes it, `any` included: the compiler relates conditional types only where these are identical.
 */
export type Settled<Option, Result> = Option extends { success: any }
  ? void
  : Option extends { fail: any }
    ? void
    : Option extends { complete: any }
      ? void
      : Promise<Result>

/** An API whose options may be left out. */
export type Api<Option, Result = CallbackResult> = <T extends Option = Option>(
  option?: T,
) => Settled<T, Result>

/** An API that takes one options object. */
export type ApiWithOption<Option, Result = CallbackResult> = <T extends Option = Option>(
  option: T,
) => Settled<T, Result>

/**
 * The recorder. `start` needs scope.record; a refusal is the event `error` with
 * `operateRecorder:fail auth deny`. No time passes: `duration` and `fileSize` are those of the demo recording.
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
  /** Never called here. */
  onFrameRecorded(listener: (result: { frameBuffer: ArrayBuffer; isLastFrame: boolean }) => void): void
  onError(listener: (result: CallbackResult) => void): void
  /** Never called here. */
  onInterruptionBegin(listener: (result: CallbackResult) => void): void
  /** Never called here. */
  onInterruptionEnd(listener: (result: CallbackResult) => void): void
}

export interface CameraFrameListener {
  start(option?: Callbacks): void
  stop(option?: Callbacks): void
}

/**
 * What a page does with its `<camera/>`. The camera asks for scope.camera when it is mounted (`auth.mount('camera')`),
 * not here; without a mounted one all of these fail. Callbacks only: none of them returns a promise.
 */
export interface CameraContext {
  takePhoto(option?: TakePhotoOption): void
  startRecord(option?: CameraStartRecordOption): void
  stopRecord(option?: CameraStopRecordOption): void
  setZoom(option: SetZoomOption): void
  /** No frame ever comes. */
  onCameraFrame(
    callback: (frame: { data: ArrayBuffer; width: number; height: number }) => void,
  ): CameraFrameListener
}

/** A plain object of own functions that do not use `this`: take out, spread or assign them as you like. */
export interface Wx {
  authorize: ApiWithOption<AuthorizeOption>
  getSetting: Api<SettingOption, SettingResult>
  /** Resolves with whatever `auth` says the user did there: see `auth.answer('wx.openSetting', …)`. */
  openSetting: Api<SettingOption, SettingResult>
  getUserInfo: Api<GetUserInfoOption, GetUserInfoResult>
  getLocation: Api<GetLocationOption, GetLocationResult>
  chooseLocation: Api<ChooseLocationOption, ChooseLocationResult>
  chooseAddress: Api<Callbacks<ChooseAddressResult>, ChooseAddressResult>
  chooseInvoiceTitle: Api<Callbacks<ChooseInvoiceTitleResult>, ChooseInvoiceTitleResult>
  chooseInvoice: Api<Callbacks<ChooseInvoiceResult>, ChooseInvoiceResult>
  getWeRunData: Api<Callbacks<GetWeRunDataResult>, GetWeRunDataResult>
  /** Answers at once: no time passes here, and `stopRecord` has nothing to wait for. */
  startRecord: Api<Callbacks<StartRecordResult>, StartRecordResult>
  stopRecord: Api<Callbacks>
  saveImageToPhotosAlbum: ApiWithOption<SaveToAlbumOption>
  saveVideoToPhotosAlbum: ApiWithOption<SaveToAlbumOption>
  createCameraContext: () => CameraContext
  /** Always the same one. */
  getRecorderManager: () => RecorderManager
  /** `getLocation`, `getLocation.success.latitude`, `button.open-type.getUserInfo`: true for what is here. */
  canIUse: (schema: string) => boolean
}
