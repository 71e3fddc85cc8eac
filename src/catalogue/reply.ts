/** Signatures and encryption, as WeChat's servers make them for a Mini Program's own server. */
export interface Seal {
  /** Lower-case hexadecimal SHA-1. */
  sha1(text: string): Promise<string>
  /** AES-128-CBC with PKCS#7 padding under the demo session_key; base64. A fresh iv each time. */
  encrypt(plaintext: string): Promise<{ readonly encryptedData: string; readonly iv: string }>
}

/** What an answer is made of beside the options of the call: the same for every call of an API. */
export interface ReplyContext {
  readonly appid: string
  /** Asked by those who date their answer: the clock costs more than most answers. */
  readonly now: () => Date
  /** `getLocation:ok`. An answer that puts it in first itself need not be copied for it. */
  readonly ok: string
  readonly seal: Seal
}

/**
 * What the callback receives beside `errMsg: 'X:ok'`. One that carries an `errMsg` of its own plays that instead:
 * a failure, if `isFailure` says so.
 */
export type Payload = Readonly<Record<string, unknown>>

/** The options of a call; they passed the check of their types. */
export type Params = Readonly<Record<string, unknown>>

/** What an allowed API answers; a promise only where something is signed or encrypted. */
export type Reply = (params: Params, context: ReplyContext) => Payload | Promise<Payload>

/**
 * Whether a reply plays a failure: its `errMsg` is `X:fail …`, or `X:cancel`, which devices deliver to the fail
 * callback too.
 */
export function isFailure(reply: Payload): boolean {
  return typeof reply.errMsg === 'string' && /^[^:]*:\s*(?:fail|cancel)/.test(reply.errMsg)
}

/** When and for whom encrypted data was made; a server checks the appid. */
export function watermark({ now, appid }: ReplyContext): {
  readonly timestamp: number
  readonly appid: string
} {
  return { timestamp: Math.floor(now().getTime() / 1000), appid }
}
