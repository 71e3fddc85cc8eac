import type { Params } from '../catalogue/api.ts'
import type { ErrMsgKey } from '../catalogue/wording.ts'
import type { Outcome } from '../machine/outcome.ts'
import type { Consent } from './consent.ts'
import type { Entry } from './ledger.ts'
import type { Outcomes } from './outcomes.ts'

/** One thing that a scope guards: how it asks, and what it answers once it is allowed. */
interface Guarded {
  /** Whose `errMsg` it is: `wx.getLocation`. */
  readonly api: string
  readonly consent: () => Consent | Promise<Consent>
  /** A payload, a reply with an `errMsg` of its own, or how it fails. */
  readonly reply: (params: Params, replies: Entry['replies']) => object | ErrMsgKey | Promise<object>
  readonly outcomes: Outcomes
}

/** To be used as often as wanted: asks where it must, then answers for the API. */
export function guardedApi({ api, consent, reply, outcomes }: Guarded) {
  function answered(consent: Consent, params: Params): Outcome | Promise<Outcome> {
    switch (consent.because) {
      case 'allowed':
        return replied(reply(params, consent.replies), consent)
      case 'unanswered':
        return outcomes.unanswered(api, consent.why, consent)
      case 'rejected-now':
        return outcomes.fail(api, 'rejected', consent.because, consent)
      default:
        return outcomes.fail(api, consent.because, consent.because, consent)
    }
  }

  function replied(answer: ReturnType<Guarded['reply']>, consent: Consent): Outcome | Promise<Outcome> {
    if (typeof answer === 'string') return outcomes.fail(api, answer, 'reply-failed', consent)
    return isPending(answer)
      ? answer.then(payload => outcomes.reply(api, payload, consent))
      : outcomes.reply(api, answer, consent)
  }

  return (params: Params): Outcome | Promise<Outcome> => {
    const asked = consent()
    return isPending(asked) ? asked.then(consent => answered(consent, params)) : answered(asked, params)
  }
}

/**
 * Whether something has to be waited for. Told by its shape: a test may put another `Promise` in the place of the
 * global one, before or after this is loaded, and a promise taken for an answer would read as a refusal.
 */
export function isPending<T extends object>(value: T | Promise<T>): value is Promise<T> {
  return typeof (value as { readonly then?: unknown }).then === 'function'
}
