import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { type Attempt, decide, type Verdict } from '../../src/machine/decide.ts'
import { type ScopeState, scopeStates } from '../../src/machine/state.ts'

const { scopeNames } = guideCatalogue

const ask: Verdict = { kind: 'ask' }
const proceed: Verdict = { kind: 'proceed' }
const refuse = (why: 'rejected' | 'no-purpose' | 'button-only'): Verdict => ({ kind: 'refuse', why })

/** Where no note of the guide says otherwise: undecided, accepted, rejected. */
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

const isUndescribed = ({ scope, purpose }: Attempt) => scope === 'scope.userLocation' && purpose === undefined
const isNoted = (state: ScopeState, { entry, scope }: Attempt) =>
  entry === 'authorize' && scope === 'scope.userInfo' && state === 'undecided'

describe('The verdict', () => {
  const ordinary = cases.filter(([state, attempt]) => !isUndescribed(attempt) && !isNoted(state, attempt))
  const undescribed = cases.filter(([, attempt]) => isUndescribed(attempt))
  const noted = cases.filter(([state, attempt]) => isNoted(state, attempt))

  test('is asked for in every state, by every entry, of every scope, with and without a description', () => {
    expect([cases, ordinary, undescribed, noted].map(({ length }) => length)).toEqual([162, 151, 9, 2])
  })

  test.each(ordinary)('follows the three bullets: %s, %j', (state, attempt) => {
    expect(decide(state, attempt)).toEqual(bullets[attempt.entry][scopeStates.indexOf(state)])
  })

  test.each(undescribed)(
    'is no without a usage description, whatever was decided: %s, %j',
    (state, attempt) => {
      expect(decide(state, attempt)).toEqual(refuse('no-purpose'))
    },
  )

  test.each(noted)('leaves scope.userInfo to the button: %s, %j', (state, attempt) => {
    expect(decide(state, attempt)).toEqual(refuse('button-only'))
  })

  // What a Mini Program declares is looked at where it is read; here a declared one counts, whatever it says.
  test('takes a usage description as it is', () => {
    expect(decide('undecided', { entry: 'call', scope: 'scope.userLocation', purpose: '' })).toEqual(ask)
  })
})
