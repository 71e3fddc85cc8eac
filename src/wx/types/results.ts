// biome-ignore-all lint/suspicious/noExplicitAny: as WeChat types it.

/** What every callback receives: `getLocation:ok`, `getLocation:fail auth deny`. */
export interface CallbackResult {
  errMsg: string
}

/** Scopes that were decided: `true` accepted, `false` rejected. An undecided scope has no key. */
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
}

/** Subscription messages; here always `{ mainSwitch: true, itemSettings: {} }`. */
export interface SubscriptionsSetting {
  mainSwitch: boolean
  itemSettings?: Record<string, string>
}

export interface SettingResult extends CallbackResult {
  authSetting: AuthSetting
  /** There with `withSubscriptions: true` only, whatever WeChat's typings say. */
  subscriptionsSetting: SubscriptionsSetting
}

export interface UserInfo {
  nickName: string
  avatarUrl: string
  /** 0 not known, 1 male, 2 female. */
  gender: 0 | 1 | 2
  city: string
  province: string
  country: string
  language: 'en' | 'zh_CN' | 'zh_TW'
}

export interface GetUserInfoResult extends CallbackResult {
  userInfo: UserInfo
  rawData: string
  /** SHA-1 of rawData and the session_key, hexadecimal. */
  signature: string
  /** AES-128-CBC under the demo session_key, base64; absent with `withCredentials: false`. */
  encryptedData: string
  iv: string
  /** With cloud development only, and so never here, whatever WeChat's typings say. */
  cloudID: string
}

/** Degrees, metres, m/s. */
export interface GetLocationResult extends CallbackResult {
  latitude: number
  longitude: number
  /** -1 where it is not known. */
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
  /** 0 a company, 1 a person. A number in WeChat's typings; devices, and so the demo data, answer a string: `'0'`. */
  type: 0 | 1
  title: string
  taxNumber: string
  companyAddress: string
  telephone: string
  bankName: string
  bankAccount: string
}

export interface ChooseInvoiceResult extends CallbackResult {
  /** JSON: a list of `{ card_id, encrypt_code, app_id }`. */
  invoiceInfo: string
}

export interface GetWeRunDataResult extends CallbackResult {
  /** AES-128-CBC under the demo session_key, base64: `{ stepInfoList: [{ timestamp, step }], watermark }`. */
  encryptedData: string
  iv: string
  /** With cloud development only, and so never here, whatever WeChat's typings say. */
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
