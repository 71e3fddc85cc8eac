import { scopeNames } from '../../catalogue/look-ups.ts'
import type { ScopeName } from '../../catalogue/names.ts'
import type { ScopeState } from '../../machine/state.ts'
import { pairOf, scopeWord, stateWord } from '../arguments/checked-words.ts'
import { arrangedReport } from '../report/arranged-report.ts'
import type { CommandSpec } from './command.ts'

export const set: CommandSpec = {
  name: 'set',
  arguments: ['<scope=state...>'],
  flags: [],
  examples: ['wxauth set all=rejected scope.userLocation=accepted'],
  run(context, pairs) {
    const wanted = pairs.flatMap(statesIn)
    return arrangedReport(
      context,
      wanted.map(([scope, state]) => [scope, { type: 'arranged', state }]),
    )
  },
}

function statesIn(pair: string): readonly (readonly [ScopeName, ScopeState])[] {
  const [word, state] = pairOf(pair, 'SCOPE=STATE')
  const scopes = word === 'all' ? scopeNames : [scopeWord(word)]
  const known = stateWord(state)
  return scopes.map(scope => [scope, known] as const)
}
