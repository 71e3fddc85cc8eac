import type { FaultCode, WxauthError } from '../faults.ts'
import { onOneLine } from '../text/in-lines.ts'
import type { Texts } from './texts.ts'

interface FaultText {
  readonly message: string
  readonly hint: string
}

/** The message and the hint of a fault, for a terminal: `inLines` breaks them into lines. */
export function faultText<C extends FaultCode>(
  { code, facts }: WxauthError<C>,
  texts: Pick<Texts['faults'], C>,
): FaultText {
  const text = texts[code] as (values: typeof facts) => FaultText
  return text(facts)
}

/** The same, each on one line. */
export function faultLines<C extends FaultCode>(
  fault: WxauthError<C>,
  texts: Pick<Texts['faults'], C>,
): FaultText {
  const { message, hint } = faultText(fault, texts)
  return { message: onOneLine(message), hint: onOneLine(hint) }
}

/**
 * Sets the message and the hint of a fault in place: it stays the error that was thrown, with the same stack frames.
 * @param hinted joins the two to the message of the error, for readers who see nothing else
 */
export function worded<C extends FaultCode>(
  fault: WxauthError<C>,
  texts: Pick<Texts['faults'], C>,
  hinted: (message: string, hint: string) => string = message => message,
): WxauthError<C> {
  const { message, hint } = faultLines(fault, texts)
  const frames = fault.stack?.slice(`${fault.name}: ${fault.message}`.length) ?? ''
  fault.hint = hint
  fault.message = hinted(message, hint)
  fault.stack = `${fault.name}: ${fault.message}${frames}`
  return fault
}
