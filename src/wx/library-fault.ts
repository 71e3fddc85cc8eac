import { type FaultCode, type FaultFacts, WxauthError } from '../faults.ts'

/** A fault as code meets it: runners of tests print the message, and no property beside it. */
export function libraryFault<C extends FaultCode>(
  code: C,
  facts: FaultFacts[C],
  options: ErrorOptions = {},
): WxauthError<C> {
  return new WxauthError(code, facts, { ...options, hinted: true })
}
