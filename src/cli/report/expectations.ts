import type { ScopeName } from '../../catalogue/names.ts'
import { WxauthError } from '../../faults.ts'
import type { Outcome } from '../../machine/outcome.ts'
import type { Texts } from '../../messages/texts.ts'
import { checkedExpectation, type Expectation } from '../arguments/checked-words.ts'
import type { Complaint } from './report.ts'

const opposites: readonly (readonly [Expectation, Expectation])[] = [
  ['success', 'fail'],
  ['popup', 'no-popup'],
]

/** Checks the expectations of a run. @throws WxauthError ERR_UNKNOWN_EXPECTATION, ERR_CONFLICTING_FLAGS */
export function expectationsOf(words: readonly string[]): readonly Expectation[] {
  const expected = [...new Set(words.map(checkedExpectation))]
  const clash = opposites.find(pair => pair.every(word => expected.includes(word)))
  if (clash === undefined) return expected
  throw new WxauthError('ERR_CONFLICTING_FLAGS', { flags: [`--expect ${clash[0]}`, `--expect ${clash[1]}`] })
}

/** A complaint for each expectation that was not met. Pure. */
export function unmetExpectations(
  outcome: Outcome,
  expected: readonly Expectation[],
  { isButton, texts: { cli } }: { readonly isButton: boolean; readonly texts: Texts },
): readonly Complaint[] {
  const callback = outcome.callback === 'fail' ? 'fail' : 'success'
  const popup = outcome.popups.length === 0 ? 'no-popup' : 'popup'
  return expected
    .filter(word => word !== callback && word !== popup)
    .map(word => {
      const event = word === 'success' || word === 'fail' ? callback : popup
      const message = cli.expectationFailed(cli.expectations[word], eventText(event, outcome, cli))
      const hint = hintFor(word, outcome, isButton, cli)
      return hint === undefined ? { message } : { message, hint }
    })
}

function eventText(event: Expectation, { api, result, popups }: Outcome, { happened }: Texts['cli']): string {
  switch (event) {
    case 'success':
      return happened.success(api)
    case 'fail':
      return happened.fail(api, result?.errMsg ?? '')
    case 'popup':
      return happened.popup(ofLast(popups) ?? api)
    case 'no-popup':
      return happened['no-popup']
  }
}

/** What the last popup asked for. */
function ofLast(popups: Outcome['popups']): ScopeName | 'privacy' | undefined {
  const last = popups.at(-1)
  return last && (last.scope ?? 'privacy')
}

/** The state to start from. A call that fails has a hint already: see `hintsOf`. */
function hintFor(
  expected: Expectation,
  { scope, before, callback, popups }: Outcome,
  isButton: boolean,
  { expectationHints }: Texts['cli'],
): string | undefined {
  if (expected === 'no-popup' && ofLast(popups) === 'privacy')
    return expectationHints.set('privacy', 'agreed')
  if (scope === null) return undefined
  switch (expected) {
    case 'success':
      return undefined
    case 'fail':
      // The button asks again after a rejection, so no state makes it fail.
      return isButton ? undefined : expectationHints.set(scope, 'rejected')
    case 'popup':
      // An undecided scope without a popup: a rule of the platform refused.
      return before === 'undecided' ? undefined : expectationHints.reset(scope)
    case 'no-popup':
      return expectationHints.set(scope, callback === 'fail' && !isButton ? 'rejected' : 'accepted')
  }
}
