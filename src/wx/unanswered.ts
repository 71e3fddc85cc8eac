import { bareName } from '../catalogue/wording.ts'
import type { WxauthError } from '../faults.ts'
import type { Outcome } from '../machine/outcome.ts'
import { libraryFault } from './library-fault.ts'

/**
 * The fault of a call that nobody answered; `undefined` for any other. Page code that catches it as a refusal finds an
 * `errMsg` that is none.
 * @param origin where the call was made
 */
export function unansweredFault(
  {
    api,
    callback,
    scope,
    unanswered = 'no-answer',
  }: Pick<Outcome, 'api' | 'callback' | 'scope' | 'unanswered'>,
  origin?: Error,
): WxauthError<'ERR_UNANSWERED'> | undefined {
  if (callback !== null) return undefined
  const facts = { scope: scope ?? undefined, caller: api, why: unanswered }
  const fault = libraryFault('ERR_UNANSWERED', facts, origin === undefined ? {} : { cause: origin })
  return Object.assign(fault, { errMsg: `${bareName(api)}:fail ${fault.message}` })
}
