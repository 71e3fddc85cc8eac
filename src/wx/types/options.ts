import type {
  CallbackResult,
  CameraStopRecordResult,
  ChooseLocationResult,
  CodedResult,
  GetFuzzyLocationResult,
  GetLocationResult,
  GetUserInfoResult,
  JoinVoIPChatResult,
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

/** The same for results with a code. */
export interface CodedCallbacks<Result extends CodedResult = CodedResult> {
  success?: (result: Result) => void
  fail?: (result: CodedResult) => void
  complete?: (result: CodedResult) => void
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

/** What follows are options of today's edition. */

export interface GetUserProfileOption extends Callbacks<GetUserInfoResult> {
  /** What the data is for. */
  desc: string
  lang?: 'en' | 'zh_CN' | 'zh_TW'
}

export interface GetFuzzyLocationOption extends Callbacks<GetFuzzyLocationResult> {
  type?: 'wgs84' | 'gcj02'
}

export interface StartLocationUpdateOption extends Callbacks {
  /** `wgs84` or `gcj02`. */
  type?: string
}

export interface OpenBluetoothAdapterOption extends CodedCallbacks {
  mode?: 'central' | 'peripheral'
}

export interface JoinVoIPChatOption extends CodedCallbacks<JoinVoIPChatResult> {
  groupId: string
  signature: string
  nonceStr: string
  timeStamp: number
  /** With `video`, scope.camera is needed too. */
  roomType?: 'voice' | 'video'
  muteConfig?: { muteMicrophone?: boolean; muteEarphone?: boolean }
  forceCellularNetwork?: boolean
}

export interface VoIPUser {
  nickname: string
  openid: string
  headImage?: string
}

export interface SetEnable1v1ChatOption extends Callbacks {
  enable: boolean
  backgroundType?: 0 | 1 | 2 | 3 | 4 | 5
  minWindowType?: number
}

export interface Join1v1ChatOption extends CodedCallbacks {
  caller: VoIPUser
  listener: VoIPUser
  roomType?: 'voice' | 'video'
  disableSwitchVoice?: boolean
  backgroundType?: 0 | 1 | 2 | 3 | 4 | 5
  minWindowType?: number
}

export interface AddPhoneContactOption extends Callbacks {
  firstName: string
  photoFilePath?: string
  nickName?: string
  lastName?: string
  middleName?: string
  remark?: string
  mobilePhoneNumber?: string
  weChatNumber?: string
  addressCountry?: string
  addressState?: string
  addressCity?: string
  addressStreet?: string
  addressPostalCode?: string
  organization?: string
  title?: string
  workFaxNumber?: string
  workPhoneNumber?: string
  hostNumber?: string
  email?: string
  url?: string
  workAddressCountry?: string
  workAddressState?: string
  workAddressCity?: string
  workAddressStreet?: string
  workAddressPostalCode?: string
  homeFaxNumber?: string
  homePhoneNumber?: string
  homeAddressCountry?: string
  homeAddressState?: string
  homeAddressCity?: string
  homeAddressStreet?: string
  homeAddressPostalCode?: string
}

export interface AddPhoneCalendarOption extends Callbacks {
  title: string
  /** Seconds since 1970. */
  startTime: number
  endTime?: string
  allDay?: boolean
  description?: string
  location?: string
  alarm?: boolean
  /** In seconds. */
  alarmOffset?: number
  path?: string
  signature?: string
}

export interface AddPhoneRepeatCalendarOption extends AddPhoneCalendarOption {
  repeatInterval?: 'day' | 'week' | 'month' | 'year'
  repeatEndTime?: number
}
