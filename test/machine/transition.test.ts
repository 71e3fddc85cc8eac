import { expect, test } from 'vitest'
import {
  answers,
  type ScopeEvent,
  type ScopeState,
  scopeStates,
  transition,
} from '../../src/machine/state.ts'

/** The state after an event, for a scope that is undecided, accepted, rejected. */
const table: readonly (readonly [ScopeEvent, readonly [ScopeState, ScopeState, ScopeState]])[] = [
  [{ type: 'answered', answer: 'accept' }, ['accepted', 'accepted', 'accepted']],
  [{ type: 'answered', answer: 'reject' }, ['rejected', 'rejected', 'rejected']],
  [{ type: 'answered', answer: 'dismiss' }, ['undecided', 'accepted', 'rejected']],
  [{ type: 'switched', on: true }, ['undecided', 'accepted', 'accepted']],
  [{ type: 'switched', on: false }, ['undecided', 'rejected', 'rejected']],
  [{ type: 'arranged', state: 'undecided' }, ['undecided', 'undecided', 'undecided']],
  [{ type: 'arranged', state: 'accepted' }, ['accepted', 'accepted', 'accepted']],
  [{ type: 'arranged', state: 'rejected' }, ['rejected', 'rejected', 'rejected']],
  [{ type: 'forgotten' }, ['undecided', 'undecided', 'undecided']],
]

const cases = table.flatMap(([event, after]) =>
  scopeStates.map((state, index) => [state, event, after[index]] as const),
)

test('The table has every answer and every state', () => {
  const tableAnswers = table.flatMap(([event]) => (event.type === 'answered' ? [event.answer] : []))
  const tableStates = table.flatMap(([event]) => (event.type === 'arranged' ? [event.state] : []))
  expect(tableAnswers).toEqual(answers)
  expect(tableStates).toEqual(scopeStates)
  expect(cases).toHaveLength(27)
})

test.each(cases)('A scope that is %s, after %j, is %s', (state, event, after) => {
  expect(transition(state, event)).toBe(after)
})
