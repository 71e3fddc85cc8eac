import { type Check, type Fix, passes, purposeCheck } from './checks.ts'
import { type Attempt, decide } from './decide.ts'
import type { ScopeState } from './state.ts'

/** What the guide's platform checks between the parameters and the API: see `decide`. */
export function guideChecks(state: ScopeState, attempt: Attempt): readonly Check[] {
  const { scope, purpose } = attempt
  const declarations =
    scope === 'scope.userLocation' ? purposeCheck(purpose) : passes('declarations', 'nothing-to-declare')
  return [declarations, guideScopeCheck(state, { ...attempt, purpose: purpose ?? '' })]
}

function guideScopeCheck(state: ScopeState, attempt: Attempt): Check {
  const { scope } = attempt
  const verdict = decide(state, attempt)
  if (verdict.kind === 'proceed') return passes('scope', 'accepted', scope)
  const of = scope
  const layer = 'scope'
  if (verdict.kind === 'ask') {
    return { layer, verdict: 'asks', because: 'undecided', of, fix: { kind: 'answer', of } }
  }
  const { why } = verdict
  const fix: Fix = why === 'button-only' ? { kind: 'button' } : { kind: 'switch', scope }
  return { layer, verdict: 'fails', because: why, of, fix }
}
