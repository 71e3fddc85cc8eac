import { expect, test } from 'vitest'
import type { Catalogue } from '../../src/catalogue/catalogue.ts'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import type { GuardedApi } from '../../src/catalogue/names.ts'
import { world } from './world.ts'

/** Notes each guarded API that is made: none can be made without a look at its row. */
function watchedCatalogue() {
  const lookedUp: GuardedApi[] = []
  const catalogue: Catalogue = {
    ...guideCatalogue,
    apiOf(api) {
      lookedUp.push(api)
      return guideCatalogue.apiOf(api)
    },
  }
  return { catalogue, lookedUp }
}

test('makes no guarded API before one is called', async () => {
  const { catalogue, lookedUp } = watchedCatalogue()
  const { emulator } = world({ catalogue })
  emulator.states()
  emulator.getSetting()
  await emulator.arrange([['scope.camera', { type: 'arranged', state: 'accepted' }]])
  expect(lookedUp).toEqual([])
})

test('makes only the guarded API that is called, and makes it once', async () => {
  const { catalogue, lookedUp } = watchedCatalogue()
  const { emulator } = world({ catalogue })
  await emulator.call('camera', {})
  const lookUps = [...lookedUp]
  await emulator.call('camera', {})
  expect(new Set(lookUps)).toEqual(new Set(['camera']))
  expect(lookedUp).toEqual(lookUps)
})
