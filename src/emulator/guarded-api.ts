import type { Params } from '../catalogue/api.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { type ErrMsgKey, isFailure } from '../catalogue/wording.ts'
import type { Outcome } from '../machine/outcome.ts'
import type { Consent } from './consent.ts'
import type { Entry } from './ledger.ts'
import { isPending, type Outcomes } from './outcomes.ts'

/** An API or component that a scope guards: how it asks, and what it answers when it is allowed. */
interface GuardedUse {
  /** The `errMsg` names it: `wx.getLocation`. */
  readonly api: string
  readonly consent: (params: Params) => Consent | Promise<Consent>
  /** A payload, a reply with an `errMsg` of its own, or how it fails. */
  readonly reply: (params: Params, replies: Entry['replies']) => object | ErrMsgKey | Promise<object>
  readonly catalogue: Catalogue
  readonly outcomes: Outcomes
}

/** Returns a function that asks if it must, then answers for the API. It may be called any number of times. */
export function guardedApi({ api, consent, reply, catalogue, outcomes }: GuardedUse) {
  const ok = catalogue.errMsg(api, 'ok')

  function outcomeOf(consent: Consent, params: Params): Outcome | Promise<Outcome> {
    switch (consent.because) {
      case 'allowed':
        return outcomeOfReply(reply(params, consent.replies), consent)
      case 'unanswered':
        return outcomes.unanswered(api, consent.why, consent)
      // Not confirmed: DevTools does not compile such an app.json. Of two names that exclude each other, neither counts.
      case 'private-info-excluded':
        return outcomes.fail(api, 'private-info-missing', consent.because, consent)
      default:
        return outcomes.fail(api, consent.because, consent.because, consent)
    }
  }

  function outcomeOfReply(
    answer: ReturnType<GuardedUse['reply']>,
    consent: Consent,
  ): Outcome | Promise<Outcome> {
    if (typeof answer === 'string') return outcomes.fail(api, answer, 'reply-failed', consent)
    return isPending(answer) ? answer.then(payload => settled(payload, consent)) : settled(answer, consent)
  }

  function settled(payload: object, consent: Consent): Outcome {
    const result = { errMsg: ok, ...payload }
    if (typeof result.errMsg !== 'string') result.errMsg = ok
    return result.errMsg !== ok && isFailure(result.errMsg)
      ? outcomes.settled(api, 'fail', result, consent, 'reply-failed')
      : outcomes.settled(api, 'success', result, consent, 'allowed')
  }

  return (params: Params): Outcome | Promise<Outcome> => {
    const result = consent(params)
    return isPending(result) ? result.then(consent => outcomeOf(consent, params)) : outcomeOf(result, params)
  }
}
