import type { Platform } from './platforms.ts'

/**
 * What follows the name and the colon in an `errMsg`. The keys that name a refusal are those of the emulator's
 * verdicts. Devices word some of them differently; each row says where its text was seen and how sure it is.
 */
export const errMsgTexts = {
  /** Official: every API page and sample. */
  ok: 'ok',
  /**
   * Rejected earlier. Official: the changelog of January 2017 fixes `${APIName}:fail auth deny`, and in March
   * 2019 the platform's staff announced that all texts become this one
   * (developers.weixin.qq.com/community/develop/doc/0008eaa50e09a05b5a487a3205b400). Android also says
   * `fail:auth denied`, iOS `fail authorize no response`.
   */
  rejected: 'fail auth deny',
  /** Rejected in this popup. Only some devices spell it differently from an earlier refusal: see `spelling`. */
  'rejected-now': 'fail auth deny',
  /**
   * The popup was closed without choosing. Reported for Android as `fail:auth canceled` and `fail auth cancel`; the
   * official errno 104 is "user authorize canceled". Likely, not confirmed for iOS.
   */
  dismissed: 'fail auth canceled',
  /** No usage description. Many reports for getLocation; for authorize it is inferred. */
  'no-purpose': 'fail require permission desc',
  /**
   * Not in `requiredPrivateInfos`, or there together with what excludes it. Many reports
   * (blog.csdn.net, article 134377055); some carry an errCode "0". That an excluded API fails like one that is not
   * declared is not confirmed: DevTools refuses to compile such an app.json.
   */
  'private-info-missing':
    'fail the api need to be declared in the requiredPrivateInfos field in app.json/ext.json',
  /**
   * Not in `requiredBackgroundModes`. One report (community/develop/doc/000a0a518d01f0860b428ee326fc00); iPhones of 2019
   * said `fail scope unauthorized`.
   */
  'background-mode-missing': 'fail auth deny',
  /** The privacy guideline does not declare this data. Official: the guide to the privacy agreement, errno 112. */
  'guideline-undeclared': 'fail api scope is not declared in the privacy agreement',
  /** The privacy sheet was refused. Many reports, with errno 104. */
  'privacy-refused': 'fail privacy permission is not authorized',
  /**
   * The phone does not give WeChat the permission. Many reports, from iPhones and DevTools; the official errno 3 is
   * "system permission denied".
   */
  'system-denied': 'fail system permission denied',
  /**
   * `wx.authorize` of scope.userInfo. Official text and many reports; DevTools puts a code of its own before it.
   */
  'button-only': 'fail scope unauthorized',
  /** A scope that does not exist. Many reports (community/develop/doc/0000242a524a681dd30702f4a51c00). */
  'invalid-scope': 'fail invalid scope',
  /**
   * A file that is not of the kind that the album takes. Many reports, for pictures and for videos
   * (community/develop/doc/00048644b781b02429b1516326bc00).
   */
  'invalid-file-type': 'fail invalid file type',
  /**
   * No such local file; a network path does not count as one. Seen in the code of several published Mini Programs;
   * devices also say `fail file not exists`.
   */
  'no-file': 'fail file not found',
  /** A second `<camera/>` on a page, which can have only one. Many reports. */
  'one-camera': 'fail can insert only one camera',
  /** A photo or video without a camera on the page, or before it is ready. Seen in the code of a published Mini Program. */
  'no-camera': 'fail camera has not been initialized',
  /** Stopping a video that was not started. Seen in the code of several published Mini Programs. */
  'no-video': 'fail:is not recording',
  /** Starting the recorder twice. Seen in the code of published Mini Programs. */
  recording: 'fail is recording or paused',
  /** Stopping, pausing or resuming a recorder that was not started. Seen in the code of published Mini Programs. */
  'not-recording': 'fail recorder not start',
} as const

export type ErrMsgKey = keyof typeof errMsgTexts

type Spellings = Readonly<Partial<Record<ErrMsgKey, Readonly<Partial<Record<Platform, string>>>>>>

/**
 * How platforms spell a refusal where they differ from `errMsgTexts`. Many reports for each
 * (community/develop/doc/00062c38bdce7086c967ba2b25b000, 0004c27a8344d08a20a87101a5bc00), but devices and versions vary;
 * where several texts were seen on a platform, the one that differs more was chosen.
 */
const spellings: Spellings = {
  rejected: { ios: 'fail authorize no response', android: 'fail:auth denied' },
  'rejected-now': { android: 'fail:auth denied' },
  // One report; what DevTools and iPhones say is not known.
  dismissed: { android: 'fail:auth canceled' },
  'no-purpose': { android: 'fail:require permission desc' },
  'system-denied': { android: 'fail:system permission denied' },
}

/** Those of `wx.authorize` (community/develop/doc/000eee0713890854f1dbabbc751c00, 000ae2876c4a102abb5fae84956800). */
const authorizeSpellings: Spellings = {
  ...spellings,
  rejected: {
    devtools: 'fail 系统错误，错误码：-12006,auth deny',
    ios: 'fail authorize no response',
  },
  'rejected-now': { android: 'fail:auth deny' },
  // Official text of 2019; phones say it without the code.
  'button-only': { devtools: 'fail 系统错误，错误码：-12007,scope unauthorized' },
}

/** What follows the colon on this platform; `undefined` if it says the same as `errMsgTexts`. */
export function spelling(api: string, key: ErrMsgKey, platform: Platform): string | undefined {
  return (api === 'wx.authorize' ? authorizeSpellings : spellings)[key]?.[platform]
}

/** WeChat's names for the types of values. */
export type TypeName =
  | 'String'
  | 'Number'
  | 'Boolean'
  | 'Object'
  | 'Array'
  | 'Function'
  | 'Undefined'
  | 'Null'

/** One wrong option of a call; without a name, the options object itself is wrong. */
export interface ParameterProblem {
  readonly name?: string
  readonly expected: TypeName
  readonly actual: TypeName
}

/**
 * What follows the colon for wrong options:
 * `fail parameter error: parameter.scope should be String instead of Undefined;`. Several problems follow each other
 * without a space. The base library's general form: many reports; for `wx.authorize` itself it is inferred.
 */
export function parameterError(problems: readonly ParameterProblem[]): string {
  return `fail parameter error: ${problems.map(problemText).join('')}`
}

function problemText({ name, expected, actual }: ParameterProblem): string {
  const place = name === undefined ? 'parameter' : `parameter.${name}`
  return `${place} should be ${expected} instead of ${actual};`
}

/** Whether an `errMsg` means success: `X:ok`. */
export function isSuccess(errMsg: unknown): errMsg is string {
  return typeof errMsg === 'string' && /^[^:]*:\s*ok(?!\w)/.test(errMsg)
}

/**
 * Whether an `errMsg` means failure: `X:fail …`, or `X:cancel`, which devices deliver to the fail callback too.
 */
export function isFailure(errMsg: unknown): errMsg is string {
  return typeof errMsg === 'string' && /^[^:]*:\s*(?:fail|cancel)/.test(errMsg)
}
