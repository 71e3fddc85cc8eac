import { isPending } from '../emulator/pending.ts'
import type { CallbackResult, Outcome } from '../machine/outcome.ts'
import { later } from '../session/later.ts'
import { unansweredFault } from '../session/unanswered.ts'
import { underWay } from '../session/under-way.ts'

/** What an API call comes to, for its callbacks: an outcome, or as much of one as they see. */
export type Settlement = Pick<Outcome, 'api' | 'callback' | 'result' | 'scope' | 'unanswered'>

/** Receives the options without their callbacks. */
type Run = (params: unknown) => Settlement | Promise<Settlement>

/** Ends a call: with what came of it, or with a fault. */
type End = (settlement: Settlement | undefined, fault: unknown) => void

type Options = Readonly<Record<string, unknown>>

/** The function that page code called: what is above it in a stack is ours, and nobody's to read. */
type Called = (...args: never[]) => unknown

/** Where a call was made, and whether a refusal is to say so. */
interface Origin {
  readonly error: Error
  readonly refusals: boolean
}

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
  settle(api: string, option: unknown, run: Run, called: Called): Promise<CallbackResult> | undefined
  /** The same for what never returns a promise: without callbacks, what comes of it is nobody's. */
  inCallbacks(api: string, option: unknown, run: Run, called: Called): void
  /**
   * Runs something of the library's own, told of as under way. `work` is given where it was asked for.
   * @returns as `work` does, a macrotask later
   */
  underWay<T>(work: (origin: Error) => T | Promise<T>): Promise<T>
  /** Resolves once nothing is under way. */
  idle(): Promise<void>
}

export function convention({ report, traces }: ConventionOptions): Convention {
  const { begin, over, untilLater, idle } = underWay()

  /** Never ends within the caller's own stack: the answer takes a turn of the event loop, as it does on the phone. */
  function runThen(run: Run, params: unknown, end: End): void {
    begin()
    try {
      const settlement = run(params)
      if (isPending(settlement)) endAfter(settlement, end)
      else later(ended, end, settlement, undefined)
    } catch (fault) {
      later(ended, end, undefined, fault)
    }
  }

  function endAfter(settlement: Promise<Settlement>, end: End): void {
    settlement.then(
      then => later(ended, end, then, undefined),
      fault => later(ended, end, undefined, fault),
    )
  }

  function ended(end: End, settlement: Settlement | undefined, fault: unknown): void {
    try {
      end(settlement, fault)
    } finally {
      over()
    }
  }

  /** An Error costs fifty awaits: nothing is made of it where it was not asked for and the answer is there at once. */
  function originOf(api: string, called: Called, waits: boolean): Origin | undefined {
    if (!waits && !traces()) return undefined
    const error = new Error(`${api} was called here`)
    Error.captureStackTrace?.(error, called)
    return { error, refusals: traces() }
  }

  function inCallbacks(api: string, option: unknown, run: Run, called: Called): void {
    const { success, fail, complete, ...params } = (option ?? {}) as Options
    let origin: Origin | undefined
    const runHere: Run = given => {
      const settlement = run(given)
      origin = originOf(api, called, isPending(settlement))
      return settlement
    }
    runThen(runHere, isOptions(option) ? params : option, (settlement, fault) => {
      const error = settlement === undefined ? fault : unansweredFault(settlement, origin?.error)
      // A popup that nobody answers is never an answer: no callback could be told.
      if (settlement === undefined || error !== undefined) return report(error)
      const result = traced(settlement, origin)
      callBack(settlement.callback === 'success' ? success : fail, result)
      callBack(complete, result)
    })
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

  /** A promise of what may take its time, or may fail for another reason than the platform's. */
  function promised(
    settlement: Settlement | Promise<Settlement>,
    origin: Origin | undefined,
  ): Promise<CallbackResult> {
    return new Promise((resolve, reject) =>
      runThen(same, settlement, (settlement, fault) => {
        if (settlement === undefined) reject(fault)
        else if (settlement.callback === 'success') resolve(settlement.result as CallbackResult)
        // The object that `fail` would get, and no Error.
        else reject(unansweredFault(settlement, origin?.error) ?? traced(settlement, origin))
      }),
    )
  }

  /** Such a call makes no function where it is answered at once, for each is a part of its cost. */
  function answered(api: string, params: unknown, run: Run, called: Called): Promise<CallbackResult> {
    let settlement: Settlement | Promise<Settlement>
    try {
      settlement = run(params)
    } catch (fault) {
      return promised(Promise.reject(fault), undefined)
    }
    const isOver = !isPending(settlement) && settlement.callback !== null
    if (!isOver || traces()) return promised(settlement, originOf(api, called, !isOver))
    settling = settlement as Settlement
    return new Promise<CallbackResult>(settleLater)
  }

  /** What the promise that is being made will settle with: an executor for each would be a function for each call. */
  let settling: Settlement = nothing

  function settleLater(resolve: (result: CallbackResult) => void, reject: (result: unknown) => void): void {
    untilLater()
    const { callback, result } = settling
    later(callback === 'success' ? (resolve as typeof reject) : reject, result)
  }

  return {
    settle(api, option, run, called) {
      if (option === undefined) return answered(api, {}, run, called)
      if (!isOptions(option)) return answered(api, option, run, called)
      const { success, fail, complete } = option
      if (success === undefined && fail === undefined && complete === undefined) {
        // What the caller does to its object from now on is too late.
        return answered(api, { ...option }, run, called)
      }
      if (isFunction(success) || isFunction(fail) || isFunction(complete)) {
        return void inCallbacks(api, option, run, called)
      }
      const { success: _, fail: __, complete: ___, ...params } = option
      return answered(api, params, run, called)
    },
    inCallbacks,

    underWay<T>(work: (origin: Error) => T | Promise<T>) {
      const origin = new Error('It was asked for here')
      return new Promise<T>((resolve, reject) => {
        let done: { readonly value: T } | undefined
        const run = async () => {
          done = { value: await work(origin) }
          return nothing
        }
        runThen(run, undefined, (_, fault) => (done === undefined ? reject(fault) : resolve(done.value)))
      })
    },
    idle,
  }
}

const nothing: Settlement = { api: '', callback: 'success', result: null, scope: null }

const same: Run = settlement => settlement as Settlement | Promise<Settlement>

function isOptions(option: unknown): option is Options {
  return typeof option === 'object' && option !== null && !Array.isArray(option)
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function'
}

/** As a property that does not enumerate, so that whoever compares the result compares what WeChat gives. */
function traced({ callback, result }: Settlement, origin: Origin | undefined): CallbackResult | null {
  if (!origin?.refusals || callback !== 'fail' || result === null || 'stack' in result) return result
  const { stack } = origin.error
  return Object.defineProperty(result, 'stack', { value: stack, configurable: true, writable: true })
}
