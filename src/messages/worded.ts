import type { FaultCode, WxauthError } from '../faults.ts'
import type { Texts } from './texts.ts'

/** What a fault says, and what to do next. */
export function faultText<C extends FaultCode>({ code, facts }: WxauthError<C>, texts: Texts['faults']) {
  const text = texts[code] as (given: typeof facts) => { readonly message: string; readonly hint: string }
  return text(facts)
}

/**
 * Gives a fault its words, in place: it stays the error that was thrown, with the stack it was thrown with.
 * @param hinted the message says what to do next too, for those who are shown nothing else
 */
export function worded<E extends WxauthError>(fault: E, texts: Texts['faults'], { hinted = false } = {}): E {
  const { message, hint } = faultText(fault, texts)
  const frames = fault.stack?.slice(`${fault.name}: ${fault.message}`.length) ?? ''
  fault.hint = hint
  fault.message = hinted ? `${message} ${hint}` : message
  fault.stack = `${fault.name}: ${fault.message}${frames}`
  return fault
}
