import type { ScopeName } from './names.ts'
import type { ErrMsgKey, TypeName } from './wording.ts'

/** One option of an API. */
export interface Option {
  /** The documented type first: it is the one that a refusal names. */
  readonly types: readonly [TypeName, ...TypeName[]]
  readonly required?: true
  /**
   * The values it is documented to take, for `wx.canIUse`. A call is checked for the type only: the typings call
   * getLocation's `type` any string, and no report of a refused value was found. An unknown value gets the default's
   * answer.
   */
  readonly values?: readonly string[]
}

/** By name. `success`, `fail`, `complete` and options that are not named here are ignored, as on the platform. */
export type Options = Readonly<Record<string, Option>>

/** What a call looks like, from both ends. */
export interface ApiShape {
  readonly options: Options
  /** What `success` receives besides `errMsg`, for `wx.canIUse`; the demo data has these keys and no others. */
  readonly receives: readonly string[]
}

/** An API, or a component, that a scope guards. */
export interface Api extends ApiShape {
  readonly scope: ScopeName
  readonly reply: Reply
}

/** The options of a call; they passed the check of their types. */
export type Params = Readonly<Record<string, unknown>>

/** What the callback receives besides its `errMsg`. */
export type Payload = Readonly<Record<string, unknown>>

/** What an API answers once it is allowed, instead of the demo data. A failing `errMsg` plays a failure. */
export type CustomReply = Readonly<Record<string, unknown>>

/** What an allowed API answers: a payload, or how it fails. A promise only where something is signed or encrypted. */
export type Reply = (params: Params, context: ReplyContext) => Payload | ErrMsgKey | Promise<Payload>

/** What an answer is made of besides the options of the call. */
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

/** When and for whom encrypted data was made; a server checks the appid. */
export function watermark({ now, appid }: ReplyContext): {
  readonly timestamp: number
  readonly appid: string
} {
  return { timestamp: Math.floor(now().getTime() / 1000), appid }
}
