import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { type Attempt, decide, type Verdict } from '../../src/machine/decide.ts'
import { type ScopeState, scopeStates } from '../../src/machine/state.ts'

const { scopeNames } = guideCatalogue

const ask: Verdict = { kind: 'ask' }
const proceed: Verdict = { kind: 'proceed' }
const refuse = (why: 'rejected' | 'no-purpose' | 'button-only'): Verdict => ({ kind: 'refuse', why })

/** The verdict for undecided, accepted, rejected, unless a note of the guide makes an exception. */
const bullets = {
  call: [ask, proceed, refuse('rejected')],
  authorize: [ask, proceed, refuse('rejected')],
  // The user's own tap asks again.
  button: [ask, proceed, ask],
} as const

const entries = ['call', 'authorize', 'button'] as const
const purposes = ['To show shops', undefined] as const

const attempts: readonly Attempt[] = entries.flatMap(entry =>
  scopeNames.flatMap(scope => purposes.map(purpose => ({ entry, scope, purpose }))),
)
const cases = attempts.flatMap(attempt => scopeStates.map(state => [state, attempt] as const))

const lacksPurpose = ({ scope, purpose }: Attempt) => scope === 'scope.userLocation' && purpose === undefined
const isButtonOnly = (state: ScopeState, { entry, scope }: Attempt) =>
  entry === 'authorize' && scope === 'scope.userInfo' && state === 'undecided'

describe('The verdict', () => {
  const ordinary = cases.filter(([state, attempt]) => !lacksPurpose(attempt) && !isButtonOnly(state, attempt))
  const withoutPurpose = cases.filter(([, attempt]) => lacksPurpose(attempt))
  const buttonOnly = cases.filter(([state, attempt]) => isButtonOnly(state, attempt))

  test('is tested for every state, entry and scope, with and without a usage description', () => {
    expect([cases, ordinary, withoutPurpose, buttonOnly].map(({ length }) => length)).toEqual([
      162, 151, 9, 2,
    ])
  })

  test.each(ordinary)('follows the three bullets: %s, %j', (state, attempt) => {
    expect(decide(state, attempt)).toEqual(bullets[attempt.entry][scopeStates.indexOf(state)])
  })

  test.each(withoutPurpose)(
    'is a refusal without a usage description, in every state: %s, %j',
    (state, attempt) => {
      expect(decide(state, attempt)).toEqual(refuse('no-purpose'))
    },
  )

  test.each(buttonOnly)('leaves scope.userInfo to the button: %s, %j', (state, attempt) => {
    expect(decide(state, attempt)).toEqual(refuse('button-only'))
  })

  // The code that reads app.json drops blank descriptions.
  test('accepts any usage description, even an empty one', () => {
    expect(decide('undecided', { entry: 'call', scope: 'scope.userLocation', purpose: '' })).toEqual(ask)
  })
})
