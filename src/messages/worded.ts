import type { FaultCode, WxauthError } from '../faults.ts'
import type { Texts } from './texts.ts'

/** The message and the hint of a fault. */
export function faultText<C extends FaultCode>(
  { code, facts }: WxauthError<C>,
  texts: Pick<Texts['faults'], C>,
) {
  const text = texts[code] as (values: typeof facts) => { readonly message: string; readonly hint: string }
  return text(facts)
}

/**
 * Sets the message and the hint of a fault in place: it stays the error that was thrown, with the same stack frames.
 * @param hinted whether the message includes the hint, for readers who see nothing else
 */
export function worded<C extends FaultCode>(
  fault: WxauthError<C>,
  texts: Pick<Texts['faults'], C>,
  { hinted = false } = {},
): WxauthError<C> {
  const { message, hint } = faultText(fault, texts)
  const frames = fault.stack?.slice(`${fault.name}: ${fault.message}`.length) ?? ''
  fault.hint = hint
  fault.message = hinted ? `${message} ${hint}` : message
  fault.stack = `${fault.name}: ${fault.message}${frames}`
  return fault
}
