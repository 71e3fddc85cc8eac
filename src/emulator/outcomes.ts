import type { Catalogue } from '../catalogue/catalogue.ts'
import { errMsgName } from '../catalogue/catalogue.ts'
import type { Platform } from '../catalogue/platforms.ts'
import type { ErrMsgKey } from '../catalogue/wording.ts'
import { copyInto, type Makers } from '../json/copy.ts'
import type { ApiResult, Because, Outcome, UnansweredWhy } from '../machine/outcome.ts'
import type { Observe } from './events.ts'

/** What happened to the scope of a call, and the popups; all `null` if the call concerns no scope. */
export type ScopePart = Pick<Outcome, 'scope' | 'before' | 'after' | 'popup' | 'popups'>

export const noScope: ScopePart = { scope: null, before: null, after: null, popup: null, popups: [] }

/** Nobody visited the settings page, which is no popup of a scope. */
const unvisited: ScopePart = { ...noScope, popup: 'unanswered' }

/** The only place that makes what callbacks receive. Observers see each outcome. */
export interface Outcomes {
  /** `X:ok` with the payload. */
  success(api: string, payload: object, part?: ScopePart): Outcome
  fail(api: string, key: ErrMsgKey, because: Because, part?: ScopePart): Outcome
  /** The parameters are wrong; `problem` is the end of the `errMsg`. */
  badParameters(api: string, problem: string, part?: ScopePart): Outcome
  /** A result that has its `errMsg`. */
  settled(
    api: string,
    callback: 'success' | 'fail',
    result: ApiResult,
    part: ScopePart,
    because: Because,
  ): Outcome
  unanswered(api: string, why: UnansweredWhy, part?: ScopePart): Outcome
}

interface Parts {
  readonly catalogue: Catalogue
  readonly platform?: Platform | undefined
  readonly makers: Makers
  readonly observe: Observe
}

export function outcomeMaker({ catalogue, platform, makers, observe }: Parts): Outcomes {
  // Results are objects of this realm; for another realm they are copied.
  const isForeign = makers.Object !== Object

  const settled: Outcomes['settled'] = (api, callback, result, part, because) => {
    const { scope, before, after, popup, popups } = part
    return report({
      api,
      callback,
      result: isForeign ? copyInto(makers, result) : result,
      scope,
      before,
      after,
      popup,
      popups,
      because,
    })
  }

  function report(outcome: Outcome): Outcome {
    observe({ type: 'settled', outcome })
    return outcome
  }

  return {
    settled,
    success(api, payload, part = noScope) {
      const result = { errMsg: catalogue.errMsg(api, 'ok'), ...payload }
      return settled(api, 'success', result, part, 'allowed')
    },
    fail(api, key, because, part = noScope) {
      const errMsg = catalogue.errMsg(api, key, platform)
      const errno = catalogue.errnoOf(key)
      return settled(api, 'fail', errno === undefined ? { errMsg } : { errMsg, errno }, part, because)
    },
    badParameters(api, problem, part = noScope) {
      return settled(api, 'fail', { errMsg: `${errMsgName(api)}:${problem}` }, part, 'bad-parameters')
    },
    unanswered(api, why, { scope, before, after, popup, popups } = unvisited) {
      const nobody = { callback: null, result: null, popup, popups, because: 'unanswered' } as const
      return report({ api, scope, before, after, ...nobody, unanswered: why })
    },
  }
}

/**
 * Whether a value has to be awaited. It looks at the shape, because a test may replace the global `Promise` before or
 * after this module is loaded, and a promise that is taken for an outcome would look like a refusal.
 */
export function isPending<T extends object>(value: T | Promise<T>): value is Promise<T> {
  return typeof (value as { readonly then?: unknown }).then === 'function'
}
