import { type FaultCode, type FaultFacts, WxauthError } from '../faults.ts'

/** A fault as code meets it: runners of tests print the message, and no property beside it. */
export function libraryFault<C extends FaultCode>(code: C, facts: FaultFacts[C]): WxauthError<C> {
  return new WxauthError(code, facts, { hinted: true })
}
