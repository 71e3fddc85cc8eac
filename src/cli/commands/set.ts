import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { Arrangement } from '../../machine/arrangement.ts'
import { checkedScope, checkedState, layerSetting } from '../../session/checks.ts'
import { checkedPair } from '../arguments/checked-words.ts'
import { arrangedReport } from '../report/arranged-report.ts'
import type { Context } from '../world/context.ts'
import type { Run } from './command.ts'

export const run: Run = async (context, pairs) => {
  const parts = pairs.map(pair => arrangementOf(pair, context.catalogue))
  const arrangement = {
    scopes: parts.flatMap(({ scopes }) => scopes),
    layers: parts.flatMap(({ layers = [] }) => layers),
  }
  const arranged = await context.emulator().arrangeAll(arrangement)
  await noteIdle(context, arrangement)
  return arrangedReport(context, arranged)
}

function arrangementOf(pair: string, catalogue: Catalogue): Arrangement {
  const [word, stateWord] = checkedPair(pair, 'state')
  const layer = layerSetting(catalogue, word, stateWord)
  if (layer !== undefined) return { scopes: [], layers: [layer] }
  const scopes = word === 'all' ? catalogue.scopeNames : [checkedScope(catalogue, word)]
  const state = checkedState(stateWord)
  return { scopes: scopes.map(scope => [scope, { type: 'arranged', state }]) }
}

/** Notes what the edition does not look at: it is recorded for the other one. */
async function noteIdle(context: Context, { scopes, layers = [] }: Arrangement): Promise<void> {
  const { catalogue, speaker, texts } = context
  const names =
    catalogue.edition === 'today' ? scopes.map(([scope]) => scope).filter(catalogue.isRetired) : []
  const keys = catalogue.edition === 'guide' ? layers.map(({ layer }) => layer) : []
  const idle = [...new Set([...names, ...keys])]
  if (idle.length === 0) return
  const { notes } = await texts.loadLayers()
  speaker.note(notes.notLookedAt[catalogue.edition](idle))
}
