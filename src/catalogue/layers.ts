import type { Params } from './api.ts'
import type { FreeApi, GuardedApi } from './names.ts'

/** What `requiredPrivateInfos` in app.json can name. */
export type PrivateInfo =
  | 'getFuzzyLocation'
  | 'getLocation'
  | 'onLocationChange'
  | 'startLocationUpdate'
  | 'startLocationUpdateBackground'
  | 'chooseLocation'
  | 'choosePoi'
  | 'chooseAddress'

/** A permission that the phone gives to WeChat, as in `wx.getAppAuthorizeSetting`. */
export type SystemPermission = 'location' | 'camera' | 'microphone' | 'album' | 'bluetooth' | 'calendar'

/** What a call has to pass besides its scope. */
export interface ApiLayers {
  /** Needs a usage description: `permission["scope.userLocation"].desc` in app.json. */
  readonly purpose?: true
  /** Must stand in `requiredPrivateInfos` of app.json. */
  readonly privateInfo?: PrivateInfo
  /** Must stand in `requiredBackgroundModes` of app.json. */
  readonly backgroundMode?: 'location'
  /** A privacy API: the guideline must declare it, and the user must agree to the guideline. */
  readonly privacy?: true
  /** The permissions of the phone that it needs, in the order in which they are checked. */
  readonly system?: readonly SystemPermission[]
}

/** The layers of each API, or how they follow from the options of the call. An API without a row has none. */
export type EditionLayers = Readonly<
  Partial<Record<GuardedApi | FreeApi | 'RecorderManager.start', ApiLayers | ((params: Params) => ApiLayers)>>
>

/**
 * What `requiredPrivateInfos` cannot name together with `getFuzzyLocation`. Official: the page of app.json, which calls
 * it a compile error.
 */
export const exactLocations: readonly PrivateInfo[] = [
  'getLocation',
  'onLocationChange',
  'startLocationUpdate',
  'startLocationUpdateBackground',
]

/** All that an app.json can name at once: everything but `getFuzzyLocation`. */
export const mostPrivateInfos: readonly PrivateInfo[] = [
  ...exactLocations,
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
]
