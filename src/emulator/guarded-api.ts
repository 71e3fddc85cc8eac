import { isFailure, type Params } from '../catalogue/reply.ts'
import { errMsgsOf } from '../catalogue/wording.ts'
import type { Because, CallbackResult, Outcome } from '../machine/outcome.ts'
import type { Consent, Passage } from './consent.ts'
import type { Calls } from './outcomes.ts'
import { isPending } from './pending.ts'

interface Parts {
  /** Who answers: `wx.getLocation`; its bare name begins the `errMsg`. */
  readonly api: string
  readonly passage: Passage
  readonly reply: MakeResult
  readonly calls: Calls
}

/** What is answered once it is allowed. */
export type MakeResult = (params: Params) => CallbackResult | Promise<CallbackResult>

/**
 * One use of what a scope guards, to be made as often as wanted: asks where it must, then answers for the API. There is
 * no await where nothing is waited for, no function for a single use and no copy of an object: a decided call would
 * spend more with them than with everything else.
 */
export function guardedUse({ api, passage, reply, calls }: Parts) {
  const errMsgs = errMsgsOf(api)

  function answered(consent: Consent, params: Params): Outcome | Promise<Outcome> {
    const { because } = consent
    if (because === 'unanswered') return unanswered(consent)
    if (because !== 'allowed') {
      const errMsg = errMsgs[because === 'rejected-now' ? 'rejected' : because]
      return settled(consent, 'fail', { errMsg }, because)
    }
    const result = reply(params)
    return isPending(result) ? result.then(made => replied(consent, made)) : replied(consent, result)
  }

  function replied(consent: Consent, result: CallbackResult): Outcome {
    return result.errMsg !== errMsgs.ok && isFailure(result)
      ? settled(consent, 'fail', result, 'reply-failed')
      : settled(consent, 'success', result, 'allowed')
  }

  function unanswered({ scope, before, after, popup, unanswered }: Consent): Outcome {
    const why = unanswered === undefined ? {} : { unanswered }
    const nobody = { callback: null, result: null, because: 'unanswered' } as const
    return calls.settled({ api, scope, before, after, popup, ...nobody, ...why })
  }

  function settled(
    { scope, before, after, popup }: Consent,
    callback: 'success' | 'fail',
    result: CallbackResult,
    because: Because,
  ): Outcome {
    return calls.settled({ api, callback, result, scope, before, after, popup, because })
  }

  return (params: Params): Outcome | Promise<Outcome> => {
    const consent = passage()
    return isPending(consent) ? consent.then(given => answered(given, params)) : answered(consent, params)
  }
}
