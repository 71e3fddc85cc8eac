import { WxauthError } from '../faults.ts'
import type { Outcome } from '../machine/outcome.ts'

/** The part of an outcome that callbacks need. */
export type CallResult = Pick<Outcome, 'api' | 'callback' | 'result' | 'scope' | 'unanswered'> &
  Partial<Pick<Outcome, 'popups'>>

/**
 * The fault of a call whose popup nobody answered; `undefined` for any other call.
 * @param origin an error made at the call: the fault gets its stack frames
 */
export function unansweredFault(
  { api, callback, scope, popups = [], unanswered = 'no-answer' }: Omit<CallResult, 'result'>,
  origin?: Error,
): WxauthError<'ERR_UNANSWERED'> | undefined {
  if (callback !== null) return undefined
  const asked = popups.at(-1)?.kind === 'privacy' ? 'privacy' : (scope ?? undefined)
  const fault = new WxauthError('ERR_UNANSWERED', { scope: asked, caller: api, why: unanswered })
  const frames = origin?.stack?.match(/\n {4}at .*/s)
  if (frames) fault.stack = `${fault.name}: ${fault.message}${frames[0]}`
  return fault
}
