import { isPending } from '../emulator/outcomes.ts'
import type { Realm } from '../emulator/realm.ts'
import type { ApiResult, Outcome } from '../machine/outcome.ts'
import { type CallResult, unansweredFault } from '../session/unanswered.ts'
import type { UnderWay } from '../session/under-way.ts'

/** What an API answers; `begin` runs in the turn of the callbacks, before them. */
export type Answered = CallResult &
  Partial<Pick<Outcome, 'because' | 'before' | 'after'>> & { readonly begin?: () => void }

/** Runs an API with its options, without the callbacks, which are beside them; without any, a promise hears of it. */
export type Run = (params: unknown, callbacks?: Callbacks) => Answered | Promise<Answered>

/** An API as page code calls it. */
type ApiFunction = (option?: unknown) => Promise<ApiResult> | undefined

interface Parts {
  readonly realm: Realm
  readonly underWay: UnderWay
  /** Receives the errors that no caller can catch. */
  readonly report: (error: unknown) => void
  /** Gives a fault its message. */
  readonly word: (error: unknown) => unknown
  /** Whether refusals carry the stack of their call. */
  readonly traces: () => boolean
}

/** The platform's calling convention. */
export interface CallbacksOrPromise {
  /**
   * An API as page code calls it: with a callback it returns nothing, without one it returns a promise.
   * "Each gets an object with errMsg"; developers.weixin.qq.com/miniprogram/dev/framework/app-service/api.html
   */
  api(name: string, run: Run): ApiFunction
  /**
   * The same for functions that never return a promise: without callbacks nobody receives the result.
   * @param entry the function that page code called; stacks begin at its caller
   */
  callbacksOnly(name: string, option: unknown, run: Run, entry: object): void
  /**
   * Runs a task of the library's own and passes it an error whose stack begins at the caller.
   * @returns what the task returns, a turn of the event loop later
   */
  work<T>(task: (origin: Error) => T | Promise<T>): Promise<T>
}

type Options = Readonly<Record<string, unknown>>
export type Callbacks = Partial<Record<'success' | 'fail' | 'complete', unknown>>
/** Receives the result of a call, or a fault. */
type Finish = (result: Answered | undefined, fault: unknown, origin: Origin | undefined) => void

/** Where a call was made, and whether refusals carry that stack. */
interface Origin {
  readonly error: Error
  readonly isForRefusals: boolean
}

export function callbacksOrPromise({ realm, underWay, report, word, traces }: Parts): CallbacksOrPromise {
  /** Finishes in a later turn of the event loop, never during the call itself, as on the phone. */
  function perform(
    name: string,
    params: unknown,
    run: Run,
    entry: object,
    finish: Finish,
    callbacks?: Callbacks,
  ): void {
    underWay.begin()
    try {
      const result = run(params, callbacks)
      const isWaiting = isPending(result)
      const origin = originOf(name, entry, isWaiting || result.callback === null)
      if (!isWaiting) later(finish, result, undefined, origin)
      else
        result.then(
          result => later(finish, result, undefined, origin),
          fault => later(finish, undefined, fault),
        )
    } catch (fault) {
      later(finish, undefined, fault)
    }
  }

  function later(finish: Finish, result: Answered | undefined, fault?: unknown, origin?: Origin): void {
    realm.later(() => {
      underWay.over()
      result?.begin?.()
      finish(result, fault, origin)
    })
  }

  /** An Error costs many times what a call costs, so it is made only if its stack may be needed. */
  function originOf(name: string, entry: object, isWaiting: boolean): Origin | undefined {
    const isForRefusals = traces()
    if (!isWaiting && !isForRefusals) return undefined
    return { error: errorFrom(name, entry), isForRefusals }
  }

  function work<T>(task: (origin: Error) => T | Promise<T>): Promise<T> {
    const origin = errorFrom('wx', work)
    const end = (settle: () => void) =>
      realm.later(() => {
        settle()
        underWay.over()
      })
    underWay.begin()
    return new Promise<T>((resolve, reject) => {
      const run = async () => task(origin)
      run().then(
        value => end(() => resolve(value)),
        fault => end(() => reject(fault)),
      )
    })
  }

  function callBack({ success, fail, complete }: Callbacks): Finish {
    return (result, fault, origin) => {
      const error = result === undefined ? fault : unansweredFault(result, origin?.error)
      // A popup that nobody answered is neither a success nor a refusal, so no callback runs.
      if (result === undefined || error !== undefined) return report(error)
      const apiResult = withStack(result, origin)
      callBackOne(result.callback === 'success' ? success : fail, apiResult)
      callBackOne(complete, apiResult)
    }
  }

  /** A callback that is not a function is ignored; one that throws does not stop the other. */
  function callBackOne(callback: unknown, result: unknown): void {
    if (typeof callback !== 'function') return
    try {
      callback(result)
    } catch (error) {
      report(error)
    }
  }

  function promise(name: string, params: unknown, run: Run, entry: object): Promise<ApiResult> {
    return new realm.Promise((resolve, reject) =>
      perform(name, params, run, entry, (result, fault, origin) => {
        if (result === undefined) return reject(word(fault))
        const apiResult = withStack(result, origin)
        if (result.callback === 'success') return resolve(apiResult as ApiResult)
        // As on the phone, a refusal is the object that `fail` would get, not an Error.
        reject(word(unansweredFault(result, origin?.error) ?? apiResult))
      }),
    )
  }

  return {
    api(name, run) {
      const entry: ApiFunction = option => {
        const callbacks = callbacksIn(option)
        const params = withoutCallbacks(option)
        if (callbacks === undefined) return promise(name, params, run, entry)
        perform(name, params, run, entry, callBack(callbacks), callbacks)
        return undefined
      }
      return entry
    },

    callbacksOnly(name, option, run, entry) {
      const callbacks = callbacksIn(option) ?? {}
      perform(name, withoutCallbacks(option), run, entry, callBack(callbacks), callbacks)
    },

    work,
  }
}

/** An error whose stack begins at the caller of `entry`: the frames above it are only wxauth's own. */
function errorFrom(message: string, entry: object): Error {
  const error = new Error(message)
  Error.captureStackTrace?.(error, entry as () => void)
  return error
}

const isFunction = (value: unknown) => typeof value === 'function'

const isObject = (value: unknown): value is Options =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `undefined` where there is none, so that the call returns a promise. */
function callbacksIn(option: unknown): Callbacks | undefined {
  if (!isObject(option)) return undefined
  const { success, fail, complete } = option
  const isGiven = isFunction(success) || isFunction(fail) || isFunction(complete)
  return isGiven ? { success, fail, complete } : undefined
}

/** The parameters are a copy: what page code does to its object after the call has no effect. */
function withoutCallbacks(option: unknown = {}): unknown {
  if (!isObject(option)) return option
  const { success, fail, complete, ...params } = option
  return params
}

/** `stack` is not enumerable, so a test that compares the result compares only what WeChat gives. */
function withStack({ callback, result }: CallResult, origin: Origin | undefined): ApiResult | null {
  if (!origin?.isForRefusals || callback !== 'fail' || result === null || 'stack' in result) return result
  const { stack } = origin.error
  return Object.defineProperty(result, 'stack', { value: stack, configurable: true, writable: true })
}
