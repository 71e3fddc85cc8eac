import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { ScopeName } from '../../catalogue/names.ts'
import type { ScopeEvent } from '../../machine/state.ts'
import { checkedScope, checkedState } from '../../session/checks.ts'
import { checkedPair } from '../arguments/checked-words.ts'
import { arrangedReport } from '../report/arranged-report.ts'
import type { Run } from './command.ts'

export const run: Run = async (context, pairs) =>
  arrangedReport(
    context,
    pairs.flatMap(pair => eventsFor(pair, context.catalogue)),
  )

function eventsFor(pair: string, catalogue: Catalogue): readonly (readonly [ScopeName, ScopeEvent])[] {
  const [word, stateWord] = checkedPair(pair, 'state')
  const scopes = word === 'all' ? catalogue.scopeNames : [checkedScope(catalogue, word)]
  const state = checkedState(stateWord)
  return scopes.map(scope => [scope, { type: 'arranged', state }])
}
