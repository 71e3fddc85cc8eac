import { WxauthError } from '../../faults.ts'
import type { Outcome } from '../../machine/outcome.ts'
import { cli } from '../../messages/en/cli.ts'
import { type Expectation, expectationWord } from '../arguments/checked-words.ts'
import type { Complaint } from './report.ts'

const opposites: readonly (readonly [Expectation, Expectation])[] = [
  ['success', 'fail'],
  ['popup', 'no-popup'],
]

/** The expectations of this run, checked for sense. */
export function expectationsOf(words: readonly string[] = []): readonly Expectation[] {
  const expected = [...new Set(words.map(expectationWord))]
  const clash = opposites.find(pair => pair.every(word => expected.includes(word)))
  if (clash === undefined) return expected
  throw new WxauthError('ERR_CONFLICTING_FLAGS', { flags: [`--expect ${clash[0]}`, `--expect ${clash[1]}`] })
}

/** What did not come as expected, one sentence each; empty when all did. Pure. */
export function disappointments(outcome: Outcome, expected: readonly Expectation[]): readonly Complaint[] {
  const callback = outcome.callback === 'fail' ? 'fail' : 'success'
  const popup = outcome.popup === null ? 'no-popup' : 'popup'
  return expected
    .filter(word => word !== callback && word !== popup)
    .map(word => {
      const came = word === 'success' || word === 'fail' ? callback : popup
      const message = cli.expectationFailed(cli.expectations[word], cameText(came, outcome))
      return { message, hint: cli.expectationHint(outcome.scope ?? undefined) }
    })
}

function cameText(came: Expectation, { api, result, scope }: Outcome): string {
  switch (came) {
    case 'success':
      return cli.came.success(api)
    case 'fail':
      return cli.came.fail(api, result?.errMsg ?? '')
    case 'popup':
      return cli.came.popup(scope ?? api)
    case 'no-popup':
      return cli.came['no-popup']
  }
}
