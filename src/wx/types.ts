// biome-ignore-all lint/suspicious/noExplicitAny: as WeChat types it; see `Settled`.
// biome-ignore-all lint/suspicious/noConfusingVoidType: as above.

/**
 * The public types of the library, complete in this file: whoever uses them needs no other package. Those of `wx` are
 * WeChat's own, as miniprogram-api-typings has them, for the APIs that are here.
 */

/** `scope.userInfo` … `scope.camera`: the Scope List of the guide. */
export type ScopeName =
  | 'scope.userInfo'
  | 'scope.userLocation'
  | 'scope.address'
  | 'scope.invoiceTitle'
  | 'scope.invoice'
  | 'scope.werun'
  | 'scope.record'
  | 'scope.writePhotosAlbum'
  | 'scope.camera'

/** What a scope guards: APIs by their full names, and the component `camera`. */
export type GuardedApi =
  | 'wx.getUserInfo'
  | 'wx.getLocation'
  | 'wx.chooseLocation'
  | 'wx.chooseAddress'
  | 'wx.chooseInvoiceTitle'
  | 'wx.chooseInvoice'
  | 'wx.getWeRunData'
  | 'wx.startRecord'
  | 'wx.saveImageToPhotosAlbum'
  | 'wx.saveVideoToPhotosAlbum'
  | 'camera'

/** The state of one scope, for one user of one Mini Program. */
export type ScopeState = 'undecided' | 'accepted' | 'rejected'

/** How a person can answer a popup; `dismiss` closes it without choosing, and nothing is recorded. */
export type Answer = 'accept' | 'reject' | 'dismiss'

// ---------------------------------------------------------------------------------------------- wx: results

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

// ---------------------------------------------------------------------------------------------- wx: options

/** success then complete, or fail then complete: once each, and never within the stack of the call. */
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
  /** A local path; videos are `.mp4`. */
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
  /** Never called: no time passes here. */
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

// ------------------------------------------------------------------------------------------------- wx itself

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

// ------------------------------------------------------------------------------------- auth: the hand of the test

/** What a popup asks. */
export interface Question {
  readonly app: { readonly appid: string; readonly name: string }
  readonly scope: ScopeName
  /** In the guide's words: `Geographic location`. */
  readonly description: string
  /** The usage description; `undefined` where the Mini Program gave none. */
  readonly purpose: string | undefined
  readonly caller: GuardedApi | 'RecorderManager.start' | 'wx.authorize' | 'button'
  /** `rejected` only for the button, which asks again. */
  readonly state: ScopeState
}

/**
 * An answer, or what finds one when the popup is shown; while its promise is pending the popup stays open. One that
 * finds `undefined` does not answer.
 */
export type Answerer = Answer | ((question: Question) => Answer | undefined | Promise<Answer | undefined>)

/** The switches that the user moves on the settings page, in this order; `{}` looks and closes. */
export type SettingChanges = { readonly [S in ScopeName]?: boolean }

/** What happened, in the order it happened. */
export type AuthEvent =
  /** `api` is `button` for a tap; `params` are as given, without the callbacks. */
  | { readonly type: 'called'; readonly api: string; readonly params: unknown }
  | { readonly type: 'asked'; readonly question: Question }
  | { readonly type: 'answered'; readonly question: Question; readonly answer: Answer }
  /** Nobody answered: the popup of this scope, or, where it is undefined, the settings page. */
  | {
      readonly type: 'unanswered'
      readonly caller: string
      readonly scope: ScopeName | undefined
      readonly why: string
    }
  | {
      readonly type: 'recorded'
      readonly scope: ScopeName
      readonly before: ScopeState
      readonly after: ScopeState
      readonly by: 'popup' | 'button' | 'settings' | 'set'
    }
  /** The state changed while the popup was open: the answer counts for nothing. */
  | {
      readonly type: 'dropped'
      readonly scope: ScopeName
      readonly answer: Answer
      readonly shown: ScopeState
      readonly found: ScopeState
    }
  | {
      readonly type: 'settled'
      readonly outcome: {
        readonly api: string
        /** Which callback runs; `null` when nobody answered. */
        readonly callback: 'success' | 'fail' | null
        readonly result: Readonly<CallbackResult> | null
        readonly scope: ScopeName | null
        readonly before: ScopeState | null
        readonly after: ScopeState | null
        readonly popup: Answer | 'unanswered' | null
        readonly because: string
      }
    }

/** The event that `<camera/>` gives once it is on the page: `bindinitdone`, or `binderror`. */
export type CameraEvent =
  | { readonly type: 'initdone'; readonly detail: { readonly maxZoom: number } }
  | { readonly type: 'error'; readonly detail: { readonly errMsg: string } }

/** The `detail` of a button's event: what the API behind it answers, refusals included. */
export type GetUserInfoDetail = CallbackResult & Partial<GetUserInfoResult>
export type OpenSettingDetail = CallbackResult & { readonly authSetting: AuthSetting }

/** What an API answers once it is allowed, instead of the demo data. A failing `errMsg` plays a failure. */
export type CustomReply = Readonly<Record<string, unknown>>

/** An answer that no popup, or no settings page, used. */
export interface UnusedAnswer {
  /** The scope it was queued for, or `wx.openSetting`; `null` for the next popup, whichever it is. */
  readonly of: ScopeName | 'wx.openSetting' | null
  readonly answer: Answerer | SettingChanges
}

/** The user's hand, and the test's. */
export interface Auth {
  /**
   * Queues an answer for one popup: the next one, or the next one of a scope (which wins). Answers are used in the
   * order they were queued.
   * @throws WxauthError ERR_UNKNOWN_SCOPE, ERR_UNKNOWN_ANSWER
   */
  answer(answer: Answerer): void
  answer(scope: ScopeName, answer: Answerer): void
  /** Queues what the user does on the settings page that `wx.openSetting` opens next. */
  answer(page: 'wx.openSetting', changes: SettingChanges): void
  /** Queued answers that were not used so far: `expect(auth.unused()).toEqual([])`. */
  unused(): readonly UnusedAnswer[]
  /** Takes them back. @returns those that were not used */
  discard(): readonly UnusedAnswer[]
  /**
   * Arranges states without asking. Calls made after it, awaited or not, find them so.
   * @throws WxauthError ERR_UNKNOWN_SCOPE, ERR_UNKNOWN_STATE
   */
  set(scope: ScopeName, state: ScopeState): Promise<void>
  set(states: { readonly [S in ScopeName]?: ScopeState }): Promise<void>
  /** Forgets these scopes; with none, all, as deleting the Mini Program does. Answers, replies and events stay. */
  reset(...scopes: readonly ScopeName[]): Promise<void>
  /** Every scope with its state. */
  states(): Promise<Readonly<Record<ScopeName, ScopeState>>>
  /**
   * The user taps `<button open-type="…"/>`. With changes, that is what happens on the settings page.
   * @returns the `detail` of its event
   * @throws WxauthError ERR_UNANSWERED
   */
  tap(openType: 'getUserInfo'): Promise<GetUserInfoDetail>
  tap(openType: 'openSetting', changes?: SettingChanges): Promise<OpenSettingDetail>
  /** Puts `<camera/>` on the page, which asks for scope.camera. @throws WxauthError ERR_UNANSWERED */
  mount(component: 'camera'): Promise<CameraEvent>
  /** Takes it off the page. */
  unmount(component: 'camera'): void
  /**
   * The user opens the settings page by hand (About, Settings), moves these switches and closes it.
   * @returns the settings as they are then
   * @throws WxauthError ERR_MISSING_SWITCH when one is not on the page: an undecided scope has no switch. None is moved.
   */
  openSettingPage(changes: SettingChanges): Promise<AuthSetting>
  /** What this API answers from now on once it is allowed; `undefined` brings the demo data back. */
  reply(api: GuardedApi, reply: CustomReply | undefined): void
  /** The last 1,000 things that happened, the oldest first. */
  readonly events: readonly AuthEvent[]
  /** Resolves once no call is under way. */
  idle(): Promise<void>
  /**
   * Whether a refusal carries the stack of its call, as a property `stack` that does not enumerate. Off at first: it
   * makes each call many times as dear.
   */
  traces: boolean
}

// ----------------------------------------------------------------------------------------------------- creation

/** A Mini Program as its app.json declares it; other fields are ignored. */
export interface AppDeclaration {
  /** `touristappid` where it is left out. */
  readonly appid?: string
  readonly name?: string
  readonly permission?: { readonly 'scope.userLocation'?: { readonly desc?: string } }
  readonly [field: string]: unknown
}

export interface WxAuthOptions {
  /** Left out, the demo Mini Program, which declares a usage description. `{}` declares none: every location fails. */
  readonly app?: AppDeclaration
  /** A folder with a Mini Program, read at the first call; not together with `app`. */
  readonly project?: string
  /** The profile of that name, as the command line keeps it. Left out, a new user, kept in memory. */
  readonly profile?: string
  /**
   * How the user answers popups for as long as this lives, where nothing is queued: all of them, or by scope. A list
   * is queued instead: each entry answers one popup.
   */
  readonly answers?: Answerer | { readonly [S in ScopeName]?: Answerer | readonly Answerer[] }
  /** What APIs answer once they are allowed, instead of the demo data. */
  readonly replies?: { readonly [A in GuardedApi]?: CustomReply }
  /**
   * Is given what a callback threw, and what no callback could be told. Left out, it is thrown where nobody catches
   * it, so that the test, or the process, fails.
   */
  readonly onUncaught?: (error: unknown) => void
}

export interface WxAuth {
  readonly wx: Wx
  readonly auth: Auth
}
