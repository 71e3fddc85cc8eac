import type {
  CallbackResult,
  CameraStopRecordResult,
  ChooseLocationResult,
  GetLocationResult,
  GetUserInfoResult,
  SettingResult,
  SetZoomResult,
  TakePhotoResult,
} from './results.ts'

/** `success` then `complete` runs, or `fail` then `complete`: once each, and never during the call itself. */
export interface Callbacks<Result = CallbackResult> {
  success?: (result: Result) => void
  fail?: (result: CallbackResult) => void
  complete?: (result: CallbackResult) => void
}

export interface AuthorizeOption extends Callbacks {
  scope: string
}

export interface SettingOption extends Callbacks<SettingResult> {
  withSubscriptions?: boolean
}

export interface GetUserInfoOption extends Callbacks<GetUserInfoResult> {
  lang?: 'en' | 'zh_CN' | 'zh_TW'
  withCredentials?: boolean
}

export interface GetLocationOption extends Callbacks<GetLocationResult> {
  /** `wgs84` (the default) or `gcj02`. */
  type?: string
  altitude?: boolean
  isHighAccuracy?: boolean
  highAccuracyExpireTime?: number
}

export interface ChooseLocationOption extends Callbacks<ChooseLocationResult> {
  latitude?: number
  longitude?: number
}

export interface SaveToAlbumOption extends Callbacks {
  /** A local path; that of a video ends in `.mp4`. */
  filePath: string
}

export interface TakePhotoOption extends Callbacks<TakePhotoResult> {
  quality?: 'high' | 'normal' | 'low' | 'original'
  selfieMirror?: boolean
  captureMetadata?: boolean
}

export interface CameraStartRecordOption extends Callbacks {
  timeout?: number
  selfieMirror?: boolean
  /** Never called, as no time passes in wxauth. */
  timeoutCallback?: (result: { tempThumbPath: string; tempVideoPath: string }) => void
}

export interface CameraStopRecordOption extends Callbacks<CameraStopRecordResult> {
  compressed?: boolean
}

export interface SetZoomOption extends Callbacks<SetZoomResult> {
  zoom: number
}

export interface RecorderStartOption {
  duration?: number
  sampleRate?: 8000 | 11025 | 12000 | 16000 | 22050 | 24000 | 32000 | 44100 | 48000
  numberOfChannels?: 1 | 2
  encodeBitRate?: number
  format?: 'mp3' | 'aac' | 'wav' | 'PCM'
  frameSize?: number
  audioSource?:
    | 'auto'
    | 'buildInMic'
    | 'headsetMic'
    | 'mic'
    | 'camcorder'
    | 'voice_communication'
    | 'voice_recognition'
}
