import { bareName } from '../catalogue/wording.ts'
import type { WxauthError } from '../faults.ts'
import type { Outcome } from '../machine/outcome.ts'
import { libraryFault } from '../wx/library-fault.ts'

/**
 * The fault of a call that nobody answered; `undefined` for any other. Page code that catches it as a refusal finds an
 * `errMsg` that is none.
 * @param origin where the call was made: the stack of the fault, as nobody needs to read where it was found
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
  const fault = libraryFault('ERR_UNANSWERED', facts)
  const frames = origin?.stack?.match(/\n {4}at .*/s)
  if (frames) fault.stack = `${fault.name}: ${fault.message}${frames[0]}`
  return Object.defineProperty(fault, 'errMsg', { value: `${bareName(api)}:fail ${fault.message}` })
}
