import { WxauthError } from '../faults.ts'
import type { Outcome } from '../machine/outcome.ts'

/** As much of an outcome as callbacks see. */
export type CallResult = Pick<Outcome, 'api' | 'callback' | 'result' | 'scope' | 'unanswered'>

/**
 * The fault of a call that nobody answered; `undefined` for any other.
 * @param origin where the call was made: its frames become those of the fault
 */
export function unansweredFault(
  { api, callback, scope, unanswered = 'no-answer' }: Omit<CallResult, 'result'>,
  origin?: Error,
): WxauthError<'ERR_UNANSWERED'> | undefined {
  if (callback !== null) return undefined
  const fault = new WxauthError('ERR_UNANSWERED', { scope: scope ?? undefined, caller: api, why: unanswered })
  const frames = origin?.stack?.match(/\n {4}at .*/s)
  if (frames) fault.stack = `${fault.name}: ${fault.message}${frames[0]}`
  return fault
}
