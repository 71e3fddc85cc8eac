import { describe, expect, test } from 'vitest'
import type { Emulator } from '../../src/emulator/emulator.ts'
import type { Profile } from '../../src/machine/profile.ts'
import { memoryStore } from '../../src/store/memory-store.ts'
import { today } from './today-world.ts'
import { appid, now, world } from './world.ts'

const decision = { state: 'accepted', at: now, by: 'popup' } as const
const full: Profile = {
  version: 1,
  apps: {
    [appid]: {
      name: 'Shops',
      scopes: { 'scope.camera': decision, 'scope.future': decision, 'scope.bluetooth': decision },
      replies: { 'wx.getLocation': { latitude: 1 } },
      privacy: { state: 'agreed', at: now, by: 'popup', guideline: 'undeclared' },
    },
    other: { name: 'Other', scopes: { 'scope.camera': decision } },
  },
  system: { camera: 'denied' },
}

describe.each([
  ['guide', world],
  ['today', today],
])('In the edition %s', (_, make) => {
  test('layers and scopes are arranged in one step, and the changes are returned and reported', async () => {
    let updates = 0
    const store = memoryStore()
    const { emulator, events } = make({
      store: {
        read: store.read,
        update(change) {
          updates++
          return store.update(change)
        },
      },
    })
    const arranged = await emulator.arrangeAll({
      scopes: [['scope.camera', { type: 'arranged', state: 'rejected' }]],
      layers: [
        { layer: 'system.location', state: 'denied' },
        { layer: 'privacy', state: 'agreed' },
        { layer: 'guideline', state: 'undeclared' },
      ],
    })
    const changed = [{ scope: 'scope.camera', before: 'undecided', after: 'rejected' }]
    const layers = [
      { layer: 'system.location', before: 'authorized', after: 'denied' },
      { layer: 'privacy', before: 'undecided', after: 'agreed' },
      { layer: 'guideline', before: 'declared', after: 'undeclared' },
    ]
    expect(arranged).toEqual({ changed, layers })
    expect(updates).toBe(1)
    expect(events()).toEqual([
      { type: 'recorded', ...changed[0], by: 'set' },
      ...layers.map(change => ({ type: 'layer-recorded', ...change, by: 'set' })),
    ])
    expect(store.read()).toEqual({
      version: 1,
      apps: {
        [appid]: {
          name: 'Shops',
          scopes: { 'scope.camera': { state: 'rejected', at: now, by: 'set' } },
          replies: {},
          privacy: { state: 'agreed', at: now, by: 'set', guideline: 'undeclared' },
        },
      },
      system: { location: 'denied' },
    })
  })

  test('of several states of a layer the last counts, and a layer that has its state is no change', async () => {
    const { emulator, store } = make({ store: memoryStore(full) })
    const before = store.read()
    const arranged = await emulator.arrangeAll({
      scopes: [],
      layers: [
        { layer: 'system.camera', state: 'authorized' },
        { layer: 'system.camera', state: 'denied' },
        { layer: 'privacy', state: 'agreed' },
      ],
    })
    expect(arranged).toEqual({ changed: [], layers: [] })
    expect(store.read()).toEqual(before)
  })

  test('everything that the user decided is forgotten, and nothing else', async () => {
    const { emulator, store, events } = make({ store: memoryStore(full) })
    const { changed, layers } = await emulator.forgetAll()
    const known = emulator.states().map(([scope]) => scope as string)
    // Observers know the scopes of the edition only.
    expect(events()).toEqual([
      ...changed
        .filter(({ scope }) => known.includes(scope))
        .map(change => ({ type: 'recorded', ...change, by: 'set' })),
      ...layers.map(change => ({ type: 'layer-recorded', ...change, by: 'set' })),
    ])
    expect(changed.map(({ scope }) => scope).toSorted()).toEqual([
      'scope.bluetooth',
      'scope.camera',
      'scope.future',
    ])
    expect(layers).toEqual([{ layer: 'privacy', before: 'agreed', after: 'undecided' }])
    expect(store.read()).toEqual({
      ...full,
      apps: {
        ...full.apps,
        [appid]: {
          name: 'Shops',
          scopes: {},
          replies: { 'wx.getLocation': { latitude: 1 } },
          privacy: { guideline: 'undeclared' },
        },
      },
    })
  })

  test('nothing is written where there is nothing to forget', async () => {
    const { emulator, store, events } = make()
    const before = store.read()
    expect(await emulator.forgetAll()).toEqual({ changed: [], layers: [] })
    expect(store.read()).toBe(before)
    expect(events()).toEqual([])
  })
})

test('The other edition leaves decisions alone that it does not know', async () => {
  const store = memoryStore(full)
  const { emulator } = world({ store })
  await emulator.arrange([['scope.record', { type: 'arranged', state: 'accepted' }]])
  const scopes = store.read().apps[appid]?.scopes
  expect(Object.keys(scopes ?? {})).toEqual([
    'scope.camera',
    'scope.future',
    'scope.bluetooth',
    'scope.record',
  ])
  const settingOf = (emulator: Emulator) => emulator.getSetting().result?.authSetting
  expect(settingOf(emulator)).toEqual({ 'scope.record': true, 'scope.camera': true })
  expect(settingOf(today({ store }).emulator)).toMatchObject({
    'scope.bluetooth': true,
    'scope.record': true,
  })
})

test("The phone's permissions and the agreement are not looked at in the guide's edition", async () => {
  const { emulator, store } = world({ store: memoryStore(full) })
  expect(await emulator.call('camera', {})).toMatchObject({ callback: 'success', popups: [] })
  expect(store.read()).toBe(full)
})
