import { WxauthError } from '../faults.ts'
import type { CallbackResult, Outcome } from '../machine/outcome.ts'

/** What an API call comes to, for its callbacks: an outcome, or as much of one as they see. */
export type Settlement = Pick<Outcome, 'api' | 'callback' | 'result' | 'scope' | 'unanswered'>

/** Ends a call: with what came of it, or with a fault. */
type End = (settlement: Settlement | undefined, fault: unknown) => void

export interface ConventionOptions {
  /** Is given what nobody catches. */
  readonly report: (error: unknown) => void
  /** Whether a refusal carries the stack of its call. */
  readonly traces: () => boolean
}

export interface Convention {
  /**
   * Runs an API by its options: with a callback it answers nobody else, without one it returns a promise.
   * "Each gets an object with errMsg"; developers.weixin.qq.com/miniprogram/dev/framework/app-service/api.html
   */
  settle(api: string, option: unknown, run: Run): Promise<CallbackResult> | undefined
  /** The same for what never returns a promise: without callbacks, what comes of it is nobody's. */
  inCallbacks(api: string, option: unknown, run: Run): void
  /** Runs something of the library's own, told of as under way. @returns as `work` does, a macrotask later */
  underWay<T>(work: () => T | Promise<T>): Promise<T>
  /** Resolves once nothing is under way. */
  idle(): Promise<void>
}

/** Receives the options without their callbacks. */
type Run = (params: unknown) => Settlement | Promise<Settlement>

// Taken when this is loaded: a test that fakes the timers afterwards does not freeze the platform. Some test
// environments of browsers have no setImmediate.
const afterTimeout = setTimeout
const later: <Args extends unknown[]>(deliver: (...args: Args) => void, ...args: Args) => unknown =
  typeof setImmediate === 'function' ? setImmediate : (deliver, ...args) => afterTimeout(deliver, 0, ...args)

/** Of the promise that was made last; an executor of its own for each promise would be a function for each call. */
const handles: { resolve: Handle; reject: Handle } = { resolve: () => undefined, reject: () => undefined }

type Handle = (result: CallbackResult | null) => void

function takeHandles(resolve: (result: CallbackResult) => void, reject: Handle): void {
  handles.resolve = resolve as Handle
  handles.reject = reject
}

const same: Run = settlement => settlement as Settlement | Promise<Settlement>
const thrown: Run = fault => {
  throw fault
}

export function convention({ report, traces }: ConventionOptions): Convention {
  let running = 0
  let waiting: (() => void)[] = []

  function begin(params: unknown, run: Run, end: End): void {
    running += 1
    // Never within the caller's own stack: the answer takes a turn of the event loop, as it does on the phone.
    try {
      const settlement = run(params)
      if (settlement instanceof Promise) wait(settlement, end)
      else later(deliver, end, settlement, undefined)
    } catch (fault) {
      later(deliver, end, undefined, fault)
    }
  }

  // One for all calls: each object that a call makes is a part of what it costs.
  function deliver(end: End, settlement: Settlement | undefined, fault: unknown): void {
    try {
      end(settlement, fault)
    } finally {
      over()
    }
  }

  function over(): void {
    running -= 1
    if (running === 0 && waiting.length > 0) wake()
  }

  function wait(settlement: Promise<Settlement>, end: End): void {
    settlement.then(
      then => later(deliver, end, then, undefined),
      fault => later(deliver, end, undefined, fault),
    )
  }

  function wake(): void {
    const woken = waiting
    waiting = []
    for (const resolve of woken) resolve()
  }

  function inCallbacks(api: string, option: unknown, run: Run): void {
    const { success, fail, complete, ...params } = (option ?? {}) as Readonly<Record<string, unknown>>
    const trace = traceOf(api, traces())
    begin(isOptions(option) ? params : option, run, (settlement, fault) => {
      const error = settlement === undefined ? fault : unansweredFault(settlement, trace)
      // A popup that nobody answers is never an answer: no callback could be told.
      if (error !== undefined) return report(error)
      const { callback } = settlement as Settlement
      const result = traced(settlement as Settlement, trace)
      callBack(callback === 'success' ? success : fail, result)
      callBack(complete, result)
    })
  }

  /** A promise of what may take its time, or may fail for another reason than the platform's. */
  function promised(run: Run, params: unknown, trace?: Error): Promise<CallbackResult> {
    return new Promise((resolve, reject) =>
      begin(params, run, (settlement, fault) => {
        if (settlement === undefined) reject(fault)
        else if (settlement.callback === 'success') resolve(settlement.result as CallbackResult)
        // The object that `fail` would get, and no Error: making one costs fifty awaits.
        else reject(unansweredFault(settlement, trace) ?? traced(settlement, trace))
      }),
    )
  }

  /** The same for what is mostly answered at once: such a call makes no function, for each is a part of its cost. */
  function answered(run: Run, params: unknown): Promise<CallbackResult> {
    let settlement: Settlement | Promise<Settlement>
    try {
      settlement = run(params)
    } catch (fault) {
      return promised(thrown, fault)
    }
    if (settlement instanceof Promise || settlement.callback === null) return promised(same, settlement)
    running += 1
    const promise = new Promise<CallbackResult>(takeHandles)
    later(conclude, settlement.callback === 'success' ? handles.resolve : handles.reject, settlement.result)
    return promise
  }

  function conclude(resolveOrReject: (result: CallbackResult | null) => void, result: CallbackResult | null) {
    resolveOrReject(result)
    over()
  }

  /** Callbacks that are not functions are ignored; one that throws does not stop the other. */
  function callBack(callback: unknown, result: unknown): void {
    if (typeof callback !== 'function') return
    try {
      callback(result)
    } catch (error) {
      report(error)
    }
  }

  return {
    settle(api, option, run) {
      if (hasCallback(option)) return void inCallbacks(api, option, run)
      // What the caller does to its object from now on is too late.
      const params = option === undefined ? {} : isOptions(option) ? { ...option } : option
      return traces() ? promised(run, params, traceOf(api, true)) : answered(run, params)
    },
    inCallbacks: (api, option, run) => inCallbacks(api, option, run),

    underWay: <T>(work: () => T | Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        let done: { readonly value: T } | undefined
        const run = async () => {
          done = { value: await work() }
          return nothing
        }
        begin(undefined, run, (_, fault) => (done === undefined ? reject(fault) : resolve(done.value)))
      }),

    async idle() {
      do {
        if (running > 0) await new Promise<void>(resolve => waiting.push(resolve))
        // What a callback or a continuation starts now is under way too.
        await new Promise<void>(resolve => later(resolve))
      } while (running > 0)
    },
  }
}

const nothing: Settlement = { api: '', callback: 'success', result: null, scope: null }

function isOptions(option: unknown): option is Readonly<Record<string, unknown>> {
  return typeof option === 'object' && option !== null && !Array.isArray(option)
}

function hasCallback(option: unknown): boolean {
  if (!isOptions(option)) return false
  const { success, fail, complete } = option
  return typeof success === 'function' || typeof fail === 'function' || typeof complete === 'function'
}

function traceOf(api: string, wanted: boolean): Error | undefined {
  return wanted ? new Error(`${api} was called here`) : undefined
}

function traced({ callback, result }: Settlement, trace: Error | undefined): CallbackResult | null {
  if (trace === undefined || callback !== 'fail' || result === null) return result
  return Object.defineProperty(result, 'stack', { value: trace.stack, configurable: true, writable: true })
}

/** The fault of a call that nobody answered; `undefined` for any other. */
export function unansweredFault(
  { api, callback, scope, unanswered = 'no-answer' }: Settlement,
  trace?: Error,
): WxauthError | undefined {
  if (callback !== null) return undefined
  const facts = { scope: scope ?? undefined, caller: api, why: unanswered }
  return new WxauthError('ERR_UNANSWERED', facts, trace === undefined ? {} : { cause: trace })
}
