import type { ScopeName } from './names.ts'
import type { ErrMsgKey, TypeName } from './wording.ts'

/** One option of an API. */
export interface Option {
  /** The documented type comes first: a parameter error names it. */
  readonly types: readonly [TypeName, ...TypeName[]]
  readonly required?: true
  /**
   * The documented values, for `wx.canIUse`. Calls check only the type, because the typings allow any string as
   * getLocation's `type` and there is no report of a refused value. An unknown value counts as the default.
   */
  readonly values?: readonly string[]
}

/** By name. `success`, `fail`, `complete` and unknown options are ignored, as on the platform. */
export type Options = Readonly<Record<string, Option>>

/** What an API takes and gives. */
export interface ApiShape {
  readonly options: Options
  /** The keys that `success` receives besides `errMsg`, for `wx.canIUse`. The demo data has exactly these. */
  readonly receives: readonly string[]
  /**
   * How `wx` answers, if not with callbacks, or without any of them with a promise. `callbacks`: never with a promise.
   * `value`: the call returns the answer, or an object that goes on.
   */
  readonly answers?: 'callbacks' | 'value'
}

/** An API, or a component, that a scope guards or guarded once. */
export interface Api extends ApiShape {
  /** `null` if it needs no scope any more, or another layer guards it. */
  readonly scope: ScopeName | null
  /** What else it needs, after `scope`. */
  readonly alsoScopes?: readonly ScopeName[]
  /** Which of the two a call with these options needs. Without it, every call needs them all. */
  readonly scopesIn?: (params: Params) => readonly ScopeName[]
  /** Options that pass, if the API requires any. */
  readonly sample?: Params
  readonly reply: Reply
  /** Since when, and by which source, its scope differs from the guide's. */
  readonly since?: string
  readonly source?: string
}

/** The options of a call, after the check of their types. */
export type Params = Readonly<Record<string, unknown>>

/** What the callback receives besides its `errMsg`. */
export type Payload = Readonly<Record<string, unknown>>

/**
 * What an API answers when it is allowed, instead of the demo data. With an `errMsg` such as
 * `getLocation:fail system permission denied`, the call fails.
 */
export type CustomReply = Readonly<Record<string, unknown>>

/** Answers for an allowed API: a payload, or how it fails. A promise only if it signs or encrypts. */
export type Reply = (params: Params, context: ReplyContext) => Payload | ErrMsgKey | Promise<Payload>

/** What a reply needs besides the options of the call. */
export interface ReplyContext {
  readonly appid: string
  readonly now: () => Date
  readonly seal: Seal
}

/** Signatures and encryption, as WeChat's servers make them for a Mini Program's own server. */
export interface Seal {
  /** Lower-case hexadecimal SHA-1. */
  sha1(text: string): Promise<string>
  /** AES-128-CBC with PKCS#7 padding under the demo session_key; base64. A fresh iv each time. */
  encrypt(plaintext: string): Promise<{ readonly encryptedData: string; readonly iv: string }>
}

/** When (in seconds) and for which Mini Program data was encrypted; servers check the appid. */
export function watermark({ now, appid }: ReplyContext): {
  readonly timestamp: number
  readonly appid: string
} {
  return { timestamp: Math.floor(now().getTime() / 1000), appid }
}
