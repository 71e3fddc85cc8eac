// biome-ignore-all lint/suspicious/noExplicitAny: as WeChat types it.

/** What every callback receives. */
export interface CallbackResult {
  /** `getLocation:ok`, `getLocation:fail auth deny`. */
  errMsg: string
}

/**
 * The decided scopes: `true` is accepted, `false` is rejected. An undecided scope has no key. The last five are of
 * today's edition, where the retired ones are always `true`.
 */
export interface AuthSetting {
  'scope.userInfo'?: boolean
  'scope.userLocation'?: boolean
  'scope.address'?: boolean
  'scope.invoiceTitle'?: boolean
  'scope.invoice'?: boolean
  'scope.werun'?: boolean
  'scope.record'?: boolean
  'scope.writePhotosAlbum'?: boolean
  'scope.camera'?: boolean
  'scope.userFuzzyLocation'?: boolean
  /** Not in WeChat's typings, but in its results. */
  'scope.userLocationBackground'?: boolean
  'scope.bluetooth'?: boolean
  'scope.addPhoneContact'?: boolean
  'scope.addPhoneCalendar'?: boolean
}

/** Subscription messages; in wxauth always `{ mainSwitch: true, itemSettings: {} }`. */
export interface SubscriptionsSetting {
  mainSwitch: boolean
  itemSettings?: Record<string, string>
}

export interface SettingResult extends CallbackResult {
  authSetting: AuthSetting
  /** Present only with `withSubscriptions: true`, although WeChat's typings always have it. */
  subscriptionsSetting: SubscriptionsSetting
}

export interface UserInfo {
  nickName: string
  avatarUrl: string
  /** 0 unknown, 1 male, 2 female. */
  gender: 0 | 1 | 2
  city: string
  province: string
  country: string
  language: 'en' | 'zh_CN' | 'zh_TW'
}

export interface GetUserInfoResult extends CallbackResult {
  userInfo: UserInfo
  rawData: string
  /** SHA-1 of `rawData` followed by the session_key, in hexadecimal. */
  signature: string
  /** AES-128-CBC under the demo session_key, in base64; absent with `withCredentials: false`. */
  encryptedData: string
  iv: string
  /** Never present, although WeChat's typings always have it: only cloud development sets it. */
  cloudID: string
}

/** Degrees, meters, meters per second. */
export interface GetLocationResult extends CallbackResult {
  latitude: number
  longitude: number
  /** -1 if unknown. */
  speed: number
  accuracy: number
  altitude: number
  verticalAccuracy: number
  horizontalAccuracy: number
}

export interface ChooseLocationResult extends CallbackResult {
  name: string
  address: string
  latitude: number
  longitude: number
}

export interface ChooseAddressResult extends CallbackResult {
  userName: string
  postalCode: string
  provinceName: string
  cityName: string
  countyName: string
  streetName: string
  detailInfo: string
  detailInfoNew: string
  nationalCode: string
  telNumber: string
}

export interface ChooseInvoiceTitleResult extends CallbackResult {
  /** 0 company, 1 person. A number in WeChat's typings; devices, and so the demo data, give a string: `'0'`. */
  type: 0 | 1
  title: string
  taxNumber: string
  companyAddress: string
  telephone: string
  bankName: string
  bankAccount: string
}

export interface ChooseInvoiceResult extends CallbackResult {
  /** JSON of an array of `{ card_id, encrypt_code, app_id }`. */
  invoiceInfo: string
}

export interface GetWeRunDataResult extends CallbackResult {
  /**
   * AES-128-CBC under the demo session_key, in base64. Decrypted, it is the JSON of
   * `{ stepInfoList: [{ timestamp, step }], watermark }`.
   */
  encryptedData: string
  iv: string
  /** Never present, although WeChat's typings always have it: only cloud development sets it. */
  cloudID: string
}

export interface StartRecordResult extends CallbackResult {
  tempFilePath: string
}

export interface TakePhotoResult extends CallbackResult {
  tempImagePath: string
  metadata: Record<string, any>
}

export interface CameraStopRecordResult extends CallbackResult {
  tempThumbPath: string
  tempVideoPath: string
}

export interface SetZoomResult extends CallbackResult {
  zoom: number
}

/** What follows are results of today's edition. */

/** A result with a code of its own; 0 is no error. */
export interface CodedResult extends CallbackResult {
  /** Absent when authorization refuses, although WeChat's typings always have it. */
  errCode: number
}

export interface GetFuzzyLocationResult extends CallbackResult {
  latitude: number
  longitude: number
}

export interface ChoosePoiResult extends CallbackResult {
  /** 1 a city, 2 a place. */
  type: number
  /** A number in WeChat's typings, but the name of the city: `'深圳市'`. */
  city: number
  name: string
  address: string
  latitude: number
  longitude: number
}

export interface JoinVoIPChatResult extends CodedResult {
  /** Who is in the room. */
  openIdList: string[]
}

export interface GetPrivacySettingResult extends CallbackResult {
  /** Whether the user still has to agree. */
  needAuthorization: boolean
  /** The title of the guideline. */
  privacyContractName: string
}

/** What the phone lets WeChat use. */
export type SystemAuthorization = 'authorized' | 'denied' | 'not determined'

export interface AppAuthorizeSetting {
  albumAuthorized: SystemAuthorization
  bluetoothAuthorized: SystemAuthorization
  cameraAuthorized: SystemAuthorization
  locationAuthorized: SystemAuthorization
  locationReducedAccuracy: boolean
  microphoneAuthorized: SystemAuthorization
  notificationAuthorized: SystemAuthorization
  notificationAlertAuthorized: SystemAuthorization
  notificationBadgeAuthorized: SystemAuthorization
  notificationSoundAuthorized: SystemAuthorization
  phoneCalendarAuthorized: SystemAuthorization
}

/** The switches of the phone itself. */
export interface SystemSetting {
  bluetoothEnabled: boolean
  locationEnabled: boolean
  wifiEnabled: boolean
  deviceOrientation: 'portrait' | 'landscape'
}
