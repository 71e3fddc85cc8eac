import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import type { ScopeEvent } from '../../src/machine/state.ts'
import { appid, now, world } from './world.ts'

const { scopeNames } = guideCatalogue

const arrangeTo = (state: 'undecided' | 'accepted' | 'rejected'): ScopeEvent => ({ type: 'arranged', state })
const forget: ScopeEvent = { type: 'forgotten' }

describe('Arranging states', () => {
  test('returns the changes, records them as set, and reports them to observers', async () => {
    const { emulator, store, events } = world()
    const changes = await emulator.arrange([
      ['scope.camera', arrangeTo('accepted')],
      ['scope.record', arrangeTo('rejected')],
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

  test('uses the last of several states of a scope, and returns one change', async () => {
    const { emulator } = world()
    const allScopes = scopeNames.map(scope => [scope, arrangeTo('rejected')] as const)
    const changes = await emulator.arrange([...allScopes, ['scope.camera', arrangeTo('accepted')]])
    expect(changes).toHaveLength(9)
    expect(changes.at(-1)).toEqual({ scope: 'scope.camera', before: 'undecided', after: 'accepted' })
    expect(Object.fromEntries(emulator.states())['scope.camera']).toBe('accepted')
  })

  test('applies each event to the state after the previous one', async () => {
    const { emulator } = world()
    const changes = await emulator.arrange([
      ['scope.camera', { type: 'switched', on: true }],
      ['scope.record', arrangeTo('rejected')],
      ['scope.record', { type: 'switched', on: true }],
    ])
    expect(changes).toEqual([{ scope: 'scope.record', before: 'undecided', after: 'accepted' }])
  })

  test('writes and reports nothing if nothing changes', async () => {
    const { emulator, store, events } = world()
    await emulator.arrange([['scope.camera', arrangeTo('accepted')]])
    events()
    const before = store.read()
    expect(await emulator.arrange([])).toEqual([])
    expect(await emulator.arrange([['scope.camera', arrangeTo('accepted')]])).toEqual([])
    expect(await emulator.arrange([['scope.record', forget]])).toEqual([])
    const thereAndBack = [
      ['scope.camera', forget],
      ['scope.camera', arrangeTo('accepted')],
    ] as const
    expect(await emulator.arrange(thereAndBack)).toEqual([])
    expect(store.read()).toBe(before)
    expect(events()).toEqual([])
  })

  test('forgets a scope, and keeps only the record of the Mini Program', async () => {
    const { emulator, store } = world()
    await emulator.arrange([['scope.camera', arrangeTo('accepted')]])
    expect(await emulator.arrange([['scope.camera', forget]])).toEqual([
      { scope: 'scope.camera', before: 'accepted', after: 'undecided' },
    ])
    expect(store.read().apps[appid]).toEqual({ name: 'Shops', scopes: {}, replies: {} })
    expect(emulator.getSetting().result).toEqual({ errMsg: 'getSetting:ok', authSetting: {} })
  })
})
