import { shortName } from '../../catalogue/catalogue.ts'
import type { EditionName } from '../../catalogue/edition-names.ts'
import { unansweredFault } from '../../session/unanswered.ts'
import type { UnderWay } from '../../session/under-way.ts'
import type { Answered, Callbacks, Run } from '../../wx/callbacks-or-promise.ts'
import type { HostEvent, HostParts, Place } from '../ports.ts'
import type { CallKind } from './api-functions.ts'
import type { Follower } from './follower.ts'
import { keepsTap, needsTap, noTap, type TapState } from './tap.ts'

interface Parts extends Pick<HostParts, 'realm' | 'observe' | 'notice'> {
  readonly follow: Follower | undefined
  readonly edition: EditionName
  readonly tap: TapState
  readonly underWay: UnderWay
  readonly onFault: (fault: unknown) => void
}

type HeardBy = Extract<HostEvent, { readonly kind: 'called' }>['listeners']

interface Call {
  readonly number: number
  readonly at: Place | undefined
  readonly listeners: HeardBy
}

/** What all calls of APIs have in common. */
export interface Calls {
  /** The call is an event, needs its tap, and hands the tap on to its callbacks. */
  readonly around: (api: string, run: Run, kind?: CallKind) => Run
  /** A call begins that has no callbacks. */
  readonly began: (api: string) => void
  /** Where the call that began last was made. */
  readonly latest: () => Place | undefined
  /** Where the call was made that failed with this object. */
  readonly failedAt: (result: unknown) => Place | undefined
  /** Where the call of this API was made that has waited longest: its popup is the one that is open. */
  readonly waiting: (api: string) => Place | undefined
}

export function createCalls(parts: Parts): Calls {
  const { realm, observe, notice, edition, tap, underWay, onFault, follow } = parts
  const open = new Map<string, readonly Call[]>()
  /** Each API that is not emulated is named once. */
  const hollowApis = new Set<string>()
  const failures = new WeakMap<object, Place>()
  let latest: Call = { number: 0, at: undefined, listeners: heardBy({}) }

  const openOf = (api: string) => open.get(shortName(api)) ?? []

  function begin(api: string, { quiet, hollow }: CallKind, listeners: HeardBy): Call {
    const call = { number: latest.number + 1, at: realm.caller(), listeners }
    const { number, at } = call
    latest = call
    if (!quiet) observe({ kind: 'called', api: fullName(api), call: number, tap: tap.isOn(), listeners, at })
    if (hollow && !hollowApis.has(api)) {
      hollowApis.add(api)
      notice({ code: 'api-not-emulated', subject: fullName(api), ...at })
    }
    return call
  }

  function end(api: string, { number, at, listeners }: Call, answer: Answered): void {
    const { result, callback, scope, because, before, after } = answer
    if (callback === null) return
    const heard = callback === 'success' || Object.values(listeners).includes(true)
    const errMsg = String(result?.errMsg)
    const state = scope === null ? { because } : { because, before, after }
    observe({
      kind: 'answered',
      api: fullName(api),
      call: number,
      callback,
      errMsg,
      heard,
      scope,
      ...state,
      at,
    })
  }

  /** A popup that nobody answers, or a fault, ends the run: the program hears nothing any more. */
  function silence(fault: unknown): Promise<never> {
    onFault(fault)
    underWay.over()
    return new Promise(() => undefined)
  }

  async function answerOf(run: () => ReturnType<Run>): Promise<Answered> {
    try {
      return await run()
    } catch (fault) {
      return silence(fault)
    }
  }

  function withoutTap(api: string): Answered {
    const result = realm.copy({ errMsg: `${api}:${noTap}` }) as { errMsg: string }
    return { api, callback: 'fail', result, scope: null }
  }

  return {
    around:
      (api, run, kind = {}) =>
      async (params, callbacks) => {
        const isTapped = tap.isOn()
        const call = begin(api, kind, heardBy(callbacks))
        open.set(api, [...openOf(api), call])
        const answer =
          needsTap(edition, api) && !isTapped ? withoutTap(api) : await answerOf(() => run(params, callbacks))
        open.set(
          api,
          openOf(api).filter(one => one !== call),
        )
        const unanswered = unansweredFault(answer)
        if (unanswered !== undefined) return silence(unanswered)
        if (answer.callback === 'fail' && answer.result !== null && call.at !== undefined)
          failures.set(answer.result, call.at)
        if (!kind.quiet) end(api, call, answer)
        const keeps = keepsTap(api, isTapped)
        if (follow === undefined) return keeps ? { ...answer, begin: tap.begin } : answer
        const { result } = answer
        if (result !== null && isThing(result.authSetting))
          Object.assign(result, { authSetting: follow.authSetting(result.authSetting) })
        return {
          ...answer,
          begin() {
            if (keeps) tap.begin()
            follow.calledBack(call.at, result)
          },
        }
      },
    began(api) {
      const name = shortName(api)
      open.set(name, [begin(name, {}, heardBy({}))])
    },
    latest: () => latest.at,
    failedAt: result => failures.get(Object(result)),
    waiting: api => openOf(api)[0]?.at,
  }
}

const isThing = (value: unknown): value is object => typeof value === 'object' && value !== null

function heardBy(callbacks: Callbacks | undefined): HeardBy {
  if (callbacks === undefined) return { fail: false, complete: false, promise: true }
  const { fail, complete } = callbacks
  return { fail: typeof fail === 'function', complete: typeof complete === 'function', promise: false }
}

/** A recorder and a map are no functions of `wx`. */
const fullName = (api: string) => (/^[A-Z]/.test(api) ? api : `wx.${api}`)
