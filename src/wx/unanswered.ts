import { WxauthError } from '../faults.ts'
import type { Outcome } from '../machine/outcome.ts'

/**
 * The fault of a call that nobody answered; `undefined` for any other.
 * @param trace where the call was made
 */
export function unansweredFault(
  {
    api,
    callback,
    scope,
    unanswered = 'no-answer',
  }: Pick<Outcome, 'api' | 'callback' | 'scope' | 'unanswered'>,
  trace?: Error,
): WxauthError | undefined {
  if (callback !== null) return undefined
  const facts = { scope: scope ?? undefined, caller: api, why: unanswered }
  return new WxauthError('ERR_UNANSWERED', facts, trace === undefined ? {} : { cause: trace })
}
