import { WxauthError } from '../../faults.ts'
import type { Outcome } from '../../machine/outcome.ts'
import { cli } from '../../messages/en/cli.ts'
import type { Expectation } from '../arguments/checked-words.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { disappointments } from './expectations.ts'
import type { Report } from './report.ts'
import { outcomeText } from './views.ts'

interface Circumstances {
  readonly profile: string
  readonly appid: string
  /** The button was tapped, which asks again after a rejection. */
  readonly isButton?: boolean
  /** Where app.json was looked for. */
  readonly appJson?: string | undefined
  readonly expected?: readonly Expectation[]
  readonly missing?: readonly string[]
}

/** The report of a command that ran, or would have run, one of the Mini Program's callbacks. */
export function outcomeReport(outcome: Outcome, around: Circumstances): Report {
  const missing = around.missing ?? []
  const unmet = outcome.callback === null ? [] : disappointments(outcome, around.expected ?? [])
  return {
    document: outcomeDocument(outcome, around),
    text: view => outcomeText(outcome, view),
    exit: exitOf(outcome, around, unmet.length + missing.length),
    hints: hintsOf(outcome, around),
    complaints: [...missing.map(missingSwitch), ...unmet],
    ...(outcome.callback === null ? { fault: nobodyAnswered(outcome) } : {}),
  }
}

const missingSwitch = (scope: string) => ({
  message: cli.missingSwitch(scope),
  hint: cli.missingSwitchHint(scope),
})

function exitOf(outcome: Outcome, { expected = [] }: Circumstances, complaints: number): ExitCode {
  if (outcome.callback === null) return exitCodes.unanswered
  if (complaints > 0) return exitCodes.negative
  if (expected.length > 0) return exitCodes.success
  return outcome.callback === 'success' ? exitCodes.success : exitCodes.negative
}

function outcomeDocument(outcome: Outcome, { profile, appid }: Circumstances) {
  const { api, callback, result, scope, before, after, popup } = outcome
  return { api, callback, result, scope, before, after, popup, profile, appid }
}

function nobodyAnswered({ api, scope, unanswered }: Outcome): WxauthError {
  return new WxauthError('ERR_UNANSWERED', {
    scope: scope ?? undefined,
    caller: api,
    why: unanswered ?? 'no-terminal',
  })
}

function hintsOf({ because, scope, api }: Outcome, { appJson, isButton }: Circumstances): readonly string[] {
  if (isButton && (because === 'rejected-now' || because === 'dismissed')) return [cli.hints.button[because]]
  switch (because) {
    case 'rejected':
    case 'rejected-now':
    case 'dismissed':
      return scope === null ? [] : [cli.hints[because](scope)]
    case 'no-purpose':
      return [cli.hints[because](appJson)]
    case 'button-only':
      return [cli.hints[because]]
    case 'bad-parameters':
      return [cli.hints[because](api)]
    default:
      return []
  }
}
