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
  { cli }: Texts,
): readonly Complaint[] {
  const callback = outcome.callback === 'fail' ? 'fail' : 'success'
  const popup = outcome.popup === null ? 'no-popup' : 'popup'
  return expected
    .filter(word => word !== callback && word !== popup)
    .map(word => {
      const event = word === 'success' || word === 'fail' ? callback : popup
      const message = cli.expectationFailed(cli.expectations[word], eventText(event, outcome, cli))
      return { message, hint: cli.expectationHint(outcome.scope ?? undefined) }
    })
}

function eventText(event: Expectation, { api, result, scope }: Outcome, { came }: Texts['cli']): string {
  switch (event) {
    case 'success':
      return came.success(api)
    case 'fail':
      return came.fail(api, result?.errMsg ?? '')
    case 'popup':
      return came.popup(scope ?? api)
    case 'no-popup':
      return came['no-popup']
  }
}
