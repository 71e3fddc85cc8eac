import { WxauthError } from '../../faults.ts'
import type { Outcome } from '../../machine/outcome.ts'
import type { Texts } from '../../messages/texts.ts'
import type { AppJson } from '../../project/purposes.ts'
import { safeJson } from '../../text/safe-json.ts'
import type { Expectation } from '../arguments/checked-words.ts'
import type { Context } from '../world/context.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { unmetExpectations } from './expectations.ts'
import type { Complaint, Layout, Report } from './report.ts'

interface Circumstances {
  /** The user tapped the button, which asks again after a rejection. */
  readonly isButton?: boolean
  readonly appJson?: AppJson | undefined
  readonly expected?: readonly Expectation[] | undefined
  /** Switches that should move but are not on the page. */
  readonly missing?: readonly Complaint[]
  /** What to do after a refusal of today's layers. */
  readonly hint?: string | undefined
}

/** The report of a command that runs a callback of the Mini Program, unless nobody answers. */
export function outcomeReport(context: Context, outcome: Outcome, circumstances: Circumstances = {}): Report {
  const { texts } = context
  const { expected, missing = [], isButton = false } = circumstances
  const unmet =
    expected && outcome.callback !== null ? unmetExpectations(outcome, expected, { isButton, texts }) : []
  const complaints = [...missing, ...unmet]
  return {
    document: outcomeDocument(context, outcome),
    text: layout => outcomeText(outcome, layout),
    exit: exitOf(outcome, expected !== undefined, complaints.length),
    hints: hintsOf(outcome, circumstances, texts),
    complaints,
    ...(outcome.callback === null ? { fault: unansweredFault(outcome) } : {}),
  }
}

function exitOf(outcome: Outcome, isExpected: boolean, complaints: number): ExitCode {
  if (outcome.callback === null) return exitCodes.unanswered
  if (complaints > 0) return exitCodes.negative
  if (isExpected) return exitCodes.success
  return outcome.callback === 'success' ? exitCodes.success : exitCodes.negative
}

function outcomeDocument(context: Context, outcome: Outcome) {
  const { api, callback, result, scope, before, after, popup, popups } = outcome
  const [{ name: profile }, { appid }] = [context.profile(), context.miniProgram()]
  return { api, callback, result, scope, before, after, popup, popups, profile, appid }
}

/** What the callback received, under the name of the callback. */
function outcomeText({ callback, result, api }: Outcome, { palette }: Layout): string {
  if (callback === null || result === null) return ''
  const tone = callback === 'success' ? palette.good : palette.bad
  return `${palette.bold(api)} ${tone(callback)}\n${safeJson(result, 2)}`
}

function unansweredFault({ api, popups, unanswered }: Outcome): WxauthError {
  const last = popups.at(-1)
  return new WxauthError('ERR_UNANSWERED', {
    // Without a popup, it is the settings page.
    scope: last && (last.scope ?? last.kind),
    caller: api,
    why: unanswered ?? 'no-terminal',
  })
}

function hintsOf(outcome: Outcome, circumstances: Circumstances, texts: Texts): readonly string[] {
  const { because, scope, api, popup } = outcome
  const { hints } = texts.cli
  const { isButton, hint } = circumstances
  if (hint !== undefined) return [hint]
  switch (because) {
    case 'rejected-now':
    case 'dismissed':
      if (isButton) return [hints.button[because]]
      return scope === null ? [] : [hints[because](scope)]
    case 'rejected':
      // While the popup was open, the scope was rejected elsewhere.
      if (popup !== null) return hintsOf({ ...outcome, because: 'rejected-now' }, circumstances, texts)
      return scope === null ? [] : [hints[because](scope)]
    case 'no-purpose':
      return [hints[because](circumstances.appJson)]
    case 'button-only':
      return [hints[because]()]
    case 'bad-parameters':
      return [hints[because](api)]
    default:
      return []
  }
}
