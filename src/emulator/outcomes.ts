import type { Catalogue } from '../catalogue/catalogue.ts'
import { errMsgName } from '../catalogue/catalogue.ts'
import { type ErrMsgKey, isFailure } from '../catalogue/wording.ts'
import { copyInto, type Makers } from '../json/copy.ts'
import type { ApiResult, Because, Outcome, UnansweredWhy } from '../machine/outcome.ts'
import type { Observe } from './events.ts'

/** What happened to the scope of a call; all `null` if the call concerns no scope. */
type ScopePart = Pick<Outcome, 'scope' | 'before' | 'after' | 'popup'>

const noScope: ScopePart = { scope: null, before: null, after: null, popup: null }

/** The only place that makes what callbacks receive. Observers see each outcome. */
export interface Outcomes {
  /** `X:ok` with the payload. */
  success(api: string, payload: object, part?: ScopePart): Outcome
  fail(api: string, key: ErrMsgKey, because: Because, part?: ScopePart): Outcome
  /** The parameters are wrong; `problem` is the end of the `errMsg`. */
  badParameters(api: string, problem: string, part?: ScopePart): Outcome
  /** A reply; if its own `errMsg` names a failure, it is one. */
  reply(api: string, reply: object, part: ScopePart): Outcome
  unanswered(api: string, why: UnansweredWhy, part?: ScopePart): Outcome
}

interface Parts {
  readonly catalogue: Catalogue
  readonly makers: Makers
  readonly observe: Observe
}

export function outcomeMaker({ catalogue, makers, observe }: Parts): Outcomes {
  // Results are objects of this realm; for another realm they are copied.
  const isForeign = makers.Object !== Object

  function outcome(
    api: string,
    callback: 'success' | 'fail',
    result: ApiResult,
    { scope, before, after, popup }: ScopePart,
    because: Because,
  ): Outcome {
    return report({
      api,
      callback,
      result: isForeign ? copyInto(makers, result) : result,
      scope,
      before,
      after,
      popup,
      because,
    })
  }

  function report(outcome: Outcome): Outcome {
    observe({ type: 'settled', outcome })
    return outcome
  }

  return {
    success(api, payload, part = noScope) {
      const result = { errMsg: catalogue.errMsg(api, 'ok'), ...payload }
      return outcome(api, 'success', result, part, 'allowed')
    },
    fail(api, key, because, part = noScope) {
      return outcome(api, 'fail', { errMsg: catalogue.errMsg(api, key) }, part, because)
    },
    badParameters(api, problem, part = noScope) {
      return outcome(api, 'fail', { errMsg: `${errMsgName(api)}:${problem}` }, part, 'bad-parameters')
    },
    reply(api, reply, part) {
      const ok = catalogue.errMsg(api, 'ok')
      const result = { errMsg: ok, ...reply }
      if (typeof result.errMsg !== 'string') result.errMsg = ok
      return result.errMsg !== ok && isFailure(result.errMsg)
        ? outcome(api, 'fail', result, part, 'reply-failed')
        : outcome(api, 'success', result, part, 'allowed')
    },
    unanswered(api, why, { scope, before, after } = noScope) {
      const nobody = { callback: null, result: null, popup: 'unanswered', because: 'unanswered' } as const
      return report({ api, scope, before, after, ...nobody, unanswered: why })
    },
  }
}
