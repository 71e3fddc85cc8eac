import fc from 'fast-check'
import { expect, test } from 'vitest'
import { todayCatalogue } from '../../src/catalogue/editions/today.ts'
import type { GuardedApi } from '../../src/catalogue/names.ts'
import type { Prompter } from '../../src/emulator/ports.ts'
import { type LayerKey, type LayerSetting, layerStates } from '../../src/machine/layer-states.ts'
import { type Answer, answers, scopeStates } from '../../src/machine/state.ts'
import { given, popupsOf } from './today-world.ts'

const { guardedApis, scopeNames, apiOf } = todayCatalogue
const settings = Object.entries(layerStates).flatMap(([layer, states]) =>
  states.map(state => ({ layer: layer as LayerKey, state }) as LayerSetting),
)

const arrangement = fc.record({
  scopes: fc.dictionary(fc.constantFrom(...scopeNames), fc.constantFrom(...scopeStates)),
  layers: fc.array(fc.constantFrom(...settings), { maxLength: 4 }),
})
const calls = fc.array(fc.constantFrom(...guardedApis), { maxLength: 8 })
const script = fc.array(fc.constantFrom(...answers))

test('Overlapping calls end as consecutive ones do, and never show two popups', async () => {
  await fc.assert(
    fc.asyncProperty(arrangement, calls, script, async (arranged, apis, script) => {
      const [overlapping, consecutive] = [scriptedPrompter(script), scriptedPrompter(script)]
      const [one, other] = [await given(arranged, overlapping), await given(arranged, consecutive)]
      const actual = await Promise.all(apis.map(api => endOf(one, api)))
      const expected = []
      for (const api of apis) expected.push(await endOf(other, api))
      expect(actual).toEqual(expected)
      expect(one.store.read()).toEqual(other.store.read())
      expect(overlapping.mostOpen()).toBeLessThanOrEqual(1)
    }),
  )
})

/** Answers popups in the order in which they appear, and counts the most that were open together. */
function scriptedPrompter(script: readonly Answer[]) {
  let [open, most, next] = [0, 0, 0]
  const prompter: Prompter = {
    async ask() {
      open++
      most = Math.max(most, open)
      await Promise.resolve()
      open--
      return { answer: script[next++] ?? 'reject' }
    },
  }
  return { prompter, mostOpen: () => most }
}

async function endOf({ emulator }: Awaited<ReturnType<typeof given>>, api: GuardedApi) {
  const outcome = await emulator.call(api, apiOf(api).sample ?? {})
  const { callback, because, before, after, popup, result } = outcome
  return { callback, because, before, after, popup, errno: result?.errno, popups: popupsOf(outcome) }
}
