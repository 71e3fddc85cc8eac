import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import type { ScopeEvent } from '../../src/machine/state.ts'
import { appid, now, world } from './world.ts'

const { scopeNames } = guideCatalogue

const arranged = (state: 'undecided' | 'accepted' | 'rejected'): ScopeEvent => ({ type: 'arranged', state })
const forgotten: ScopeEvent = { type: 'forgotten' }

describe('Arranging states', () => {
  test('tells what changed, records it as set, and shows it to who watches', async () => {
    const { emulator, store, events } = world()
    const changes = await emulator.arrange([
      ['scope.camera', arranged('accepted')],
      ['scope.record', arranged('rejected')],
    ])
    expect(changes).toEqual([
      { scope: 'scope.camera', before: 'undecided', after: 'accepted' },
      { scope: 'scope.record', before: 'undecided', after: 'rejected' },
    ])
    expect(store.read().apps[appid]?.scopes).toEqual({
      'scope.camera': { state: 'accepted', at: now, by: 'set' },
      'scope.record': { state: 'rejected', at: now, by: 'set' },
    })
    expect(events()).toEqual(changes.map(change => ({ type: 'recorded', ...change, by: 'set' })))
  })

  test('takes the last of several for one scope, and tells it once', async () => {
    const { emulator } = world()
    const everyone = scopeNames.map(scope => [scope, arranged('rejected')] as const)
    const changes = await emulator.arrange([...everyone, ['scope.camera', arranged('accepted')]])
    expect(changes).toHaveLength(9)
    expect(changes.at(-1)).toEqual({ scope: 'scope.camera', before: 'undecided', after: 'accepted' })
    expect(Object.fromEntries(emulator.states())['scope.camera']).toBe('accepted')
  })

  test('applies each event to what the last one left', async () => {
    const { emulator } = world()
    const changes = await emulator.arrange([
      ['scope.camera', { type: 'switched', on: true }],
      ['scope.record', arranged('rejected')],
      ['scope.record', { type: 'switched', on: true }],
    ])
    expect(changes).toEqual([{ scope: 'scope.record', before: 'undecided', after: 'accepted' }])
  })

  test('neither writes nor tells anything where nothing changes', async () => {
    const { emulator, store, events } = world()
    await emulator.arrange([['scope.camera', arranged('accepted')]])
    events()
    const kept = store.read()
    expect(await emulator.arrange([])).toEqual([])
    expect(await emulator.arrange([['scope.camera', arranged('accepted')]])).toEqual([])
    expect(await emulator.arrange([['scope.record', forgotten]])).toEqual([])
    const thereAndBack = [
      ['scope.camera', forgotten],
      ['scope.camera', arranged('accepted')],
    ] as const
    expect(await emulator.arrange(thereAndBack)).toEqual([])
    expect(store.read()).toBe(kept)
    expect(events()).toEqual([])
  })

  test('forgets a scope, and leaves no trace of it but the record of the Mini Program', async () => {
    const { emulator, store } = world()
    await emulator.arrange([['scope.camera', arranged('accepted')]])
    expect(await emulator.arrange([['scope.camera', forgotten]])).toEqual([
      { scope: 'scope.camera', before: 'accepted', after: 'undecided' },
    ])
    expect(store.read().apps[appid]).toEqual({ name: 'Shops', scopes: {}, replies: {} })
    expect(emulator.getSetting().result).toEqual({ errMsg: 'getSetting:ok', authSetting: {} })
  })
})
