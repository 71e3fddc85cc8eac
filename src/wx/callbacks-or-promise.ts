import { isPending } from '../emulator/guarded-api.ts'
import type { Realm } from '../emulator/realm.ts'
import type { ApiResult } from '../machine/outcome.ts'
import { type CallResult, unansweredFault } from '../session/unanswered.ts'
import type { UnderWay } from '../session/under-way.ts'

/** Answers for an API; receives the options without the callbacks. */
type Run = (params: unknown) => CallResult | Promise<CallResult>

/** An API as page code calls it. */
type ApiFunction = (option?: unknown) => Promise<ApiResult> | undefined

interface Parts {
  readonly realm: Realm
  readonly underWay: UnderWay
  /** Is given what nobody catches. */
  readonly report: (error: unknown) => void
  /** Gives a fault its words. */
  readonly word: (error: unknown) => unknown
  /** Whether a refusal carries the stack of its call. */
  readonly traces: () => boolean
}

/** The platform's calling convention. */
export interface CallbacksOrPromise {
  /**
   * An API as page code calls it: with a callback it answers nobody else, without one it returns a promise.
   * "Each gets an object with errMsg"; developers.weixin.qq.com/miniprogram/dev/framework/app-service/api.html
   */
  api(name: string, run: Run): ApiFunction
  /**
   * The same for what never returns a promise: without callbacks nobody receives the result.
   * @param called the function that page code called
   */
  callbacksOnly(name: string, option: unknown, run: Run, called: object): void
  /**
   * Runs something of the library's own. The task is given where it was asked for.
   * @returns what the task returns, a turn of the event loop later
   */
  work<T>(task: (origin: Error) => T | Promise<T>): Promise<T>
}

type Options = Readonly<Record<string, unknown>>
type Callbacks = Partial<Record<'success' | 'fail' | 'complete', unknown>>
/** Receives the result of a call, or a fault. */
type Finish = (result: CallResult | undefined, fault: unknown, origin: Origin | undefined) => void

/** Where a call was made, and whether a refusal says so. */
interface Origin {
  readonly error: Error
  readonly isForRefusals: boolean
}

export function callbacksOrPromise({ realm, underWay, report, word, traces }: Parts): CallbacksOrPromise {
  /** Finishes in a turn of its own, never in the caller's stack, as on the phone. */
  function perform(name: string, params: unknown, run: Run, called: object, finish: Finish): void {
    const later = (result: CallResult | undefined, fault?: unknown, origin?: Origin) =>
      realm.later(() => {
        try {
          finish(result, fault, origin)
        } finally {
          underWay.over()
        }
      })
    underWay.begin()
    try {
      const result = run(params)
      const origin = originOf(name, called, isPending(result) || result.callback === null)
      if (!isPending(result)) later(result, undefined, origin)
      else
        result.then(
          result => later(result, undefined, origin),
          fault => later(undefined, fault),
        )
    } catch (fault) {
      later(undefined, fault)
    }
  }

  /** An Error is many times the cost of a call: it is made only where somebody may read it. */
  function originOf(name: string, called: object, isWaiting: boolean): Origin | undefined {
    const isForRefusals = traces()
    if (!isWaiting && !isForRefusals) return undefined
    return { error: errorFrom(name, called), isForRefusals }
  }

  function work<T>(task: (origin: Error) => T | Promise<T>): Promise<T> {
    const origin = errorFrom('wx', work)
    const ended = (settle: () => void) =>
      realm.later(() => {
        settle()
        underWay.over()
      })
    underWay.begin()
    return new Promise<T>((resolve, reject) => {
      const done = async () => task(origin)
      done().then(
        value => ended(() => resolve(value)),
        fault => ended(() => reject(fault)),
      )
    })
  }

  function callBack({ success, fail, complete }: Callbacks): Finish {
    return (result, fault, origin) => {
      const error = result === undefined ? fault : unansweredFault(result, origin?.error)
      // A popup that nobody answers is never an answer: no callback could be told.
      if (result === undefined || error !== undefined) return report(error)
      const given = traced(result, origin)
      callBackOne(result.callback === 'success' ? success : fail, given)
      callBackOne(complete, given)
    }
  }

  /** A callback that is no function is ignored; one that throws does not stop the other. */
  function callBackOne(callback: unknown, result: unknown): void {
    if (typeof callback !== 'function') return
    try {
      callback(result)
    } catch (error) {
      report(error)
    }
  }

  function promise(name: string, params: unknown, run: Run, called: object): Promise<ApiResult> {
    return new realm.Promise((resolve, reject) =>
      perform(name, params, run, called, (result, fault, origin) => {
        if (result === undefined) return reject(word(fault))
        const given = traced(result, origin)
        if (result.callback === 'success') return resolve(given as ApiResult)
        // The object that `fail` would get, and no Error.
        reject(word(unansweredFault(result, origin?.error) ?? given))
      }),
    )
  }

  return {
    api(name, run) {
      const called: ApiFunction = option => {
        const { callbacks, params } = splitOption(option)
        const { success, fail, complete } = callbacks
        if (![success, fail, complete].some(isFunction)) return promise(name, params, run, called)
        perform(name, params, run, called, callBack(callbacks))
        return undefined
      }
      return called
    },

    callbacksOnly(name, option, run, called) {
      const { callbacks, params } = splitOption(option)
      perform(name, params, run, called, callBack(callbacks))
    },

    work,
  }
}

/** An error whose stack begins with the caller of a function: what is above it is ours, and nobody's to read. */
function errorFrom(message: string, called: object): Error {
  const error = new Error(message)
  Error.captureStackTrace?.(error, called as () => void)
  return error
}

const isFunction = (value: unknown) => typeof value === 'function'

/** What page code does to its object after the call is too late: the parameters are a copy. */
function splitOption(option: unknown): { readonly callbacks: Callbacks; readonly params: unknown } {
  if (option === undefined) return { callbacks: {}, params: {} }
  if (typeof option !== 'object' || option === null || Array.isArray(option)) {
    return { callbacks: {}, params: option }
  }
  const { success, fail, complete, ...params } = option as Options
  return { callbacks: { success, fail, complete }, params }
}

/** As a property that does not enumerate, so that comparing a result compares what WeChat gives. */
function traced({ callback, result }: CallResult, origin: Origin | undefined): ApiResult | null {
  if (!origin?.isForRefusals || callback !== 'fail' || result === null || 'stack' in result) return result
  const { stack } = origin.error
  return Object.defineProperty(result, 'stack', { value: stack, configurable: true, writable: true })
}
