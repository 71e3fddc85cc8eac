import { type CheckedApi, parameterCheck } from '../catalogue/parameters.ts'
import type { Params } from '../catalogue/reply.ts'
import type { ScopeName } from '../catalogue/scopes.ts'
import { bareName, errMsg, errMsgsOf } from '../catalogue/wording.ts'
import type { Outcome } from '../machine/outcome.ts'
import type { ScopeState } from '../machine/state.ts'
import type { Observe } from './events.ts'
import { resultOf } from './replies.ts'

/** No scope is concerned, and nobody was asked. */
const free = { scope: null, before: null, after: null, popup: null } as const

/** Calls, and what comes of those that never get as far as a scope. */
export interface Calls {
  settled<O extends Outcome>(outcome: O): O
  /** The parameters are at fault: no popup, whatever the state. */
  badParameters(api: string, problem: string, concerned?: readonly [ScopeName, ScopeState]): Outcome
  /** `wx.authorize` of a scope that does not exist. */
  invalidScope(api: string): Outcome
  /** Tells of a call of what no scope guards. @returns what came of it if its parameters are at fault */
  called(api: CheckedApi, params: unknown): Outcome | undefined
}

export function calls(observe: Observe): Calls {
  function settled<O extends Outcome>(outcome: O): O {
    observe({ type: 'settled', outcome })
    return outcome
  }

  function badParameters(
    api: string,
    problem: string,
    concerned?: readonly [ScopeName, ScopeState],
  ): Outcome {
    const [scope, state] = concerned ?? [null, null]
    const result = { errMsg: errMsg(bareName(api), problem) }
    const found = { scope, before: state, after: state, popup: null }
    return settled({ api, callback: 'fail', result, ...found, because: 'bad-parameters' })
  }

  return {
    settled,
    badParameters,
    invalidScope(api) {
      const result = { errMsg: errMsgsOf(api)['invalid-scope'] }
      return settled({ api, callback: 'fail', result, ...free, because: 'invalid-scope' })
    },
    called(api, params) {
      observe({ type: 'called', api, params })
      const problem = parameterCheck(api)(params)
      return problem === undefined ? undefined : badParameters(api, problem)
    },
  }
}

/** The success of an API that no scope guards. */
export function freeOutcome(api: string, payload: Params): Outcome {
  return { api, callback: 'success', result: resultOf(api, payload), ...free, because: 'allowed' }
}
