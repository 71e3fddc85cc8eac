import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import type { SettingsPage } from '../../src/emulator/ports.ts'
import { scriptedVisitor } from '../../src/prompt/settings/scripted-visitor.ts'
import { memoryStore } from '../../src/store/memory-store.ts'
import { decideElsewhere, world } from './world.ts'

const { scopeNames } = guideCatalogue

/** A visitor that does this on the page and closes it. */
const visitorDoing = (work: (page: SettingsPage) => Promise<void>) => ({
  async visit(page: SettingsPage) {
    await work(page)
    return { missing: [] }
  },
})

describe('The settings page', () => {
  test('has a switch for each decided scope, in the order of the guide, not of the decisions', async () => {
    const { emulator, store } = world()
    for (const scope of [...scopeNames].reverse()) await decideElsewhere(store, scope, 'accepted')
    await decideElsewhere(store, 'scope.address', 'undecided')
    await decideElsewhere(store, 'scope.userLocation', 'rejected')
    const decidedScopes = scopeNames.filter(scope => scope !== 'scope.address')
    const outcome = await emulator.openSetting(
      visitorDoing(async page => {
        expect(page.app).toMatchObject({ name: 'Shops' })
        expect(page.switches().map(({ scope }) => scope)).toEqual(decidedScopes)
        expect(page.switches()[1]).toEqual({
          scope: 'scope.userLocation',
          description: 'Geographic location',
          on: false,
        })
      }),
    )
    expect(Object.keys(outcome.result?.authSetting ?? {})).toEqual(decidedScopes)
  })

  test('moves a switch at once, returns the result, and shows it', async () => {
    const { emulator, store } = world()
    await decideElsewhere(store, 'scope.camera', 'rejected')
    await emulator.openSetting(
      visitorDoing(async page => {
        expect(await page.flip('scope.camera', true)).toBe('moved')
        expect(emulator.getSetting().result?.authSetting).toEqual({ 'scope.camera': true })
        expect(page.switches()).toEqual([{ scope: 'scope.camera', description: 'Camera', on: true }])
        expect(await page.flip('scope.camera', true)).toBe('same')
        expect(await page.flip('scope.record', true)).toBe('missing')
        expect(await page.flip('scope.camera', false)).toBe('moved')
      }),
    )
    expect(emulator.getSetting().result?.authSetting).toEqual({ 'scope.camera': false })
  })

  test('follows what another process decides while it is open', async () => {
    const { emulator, store } = world()
    await decideElsewhere(store, 'scope.camera', 'accepted')
    await emulator.openSetting(
      visitorDoing(async page => {
        await decideElsewhere(store, 'scope.camera', 'undecided')
        expect(page.switches()).toEqual([])
        expect(await page.flip('scope.camera', true)).toBe('missing')
      }),
    )
  })

  test('does not move a switch that another process moves at the same moment', async () => {
    const store = memoryStore()
    await decideElsewhere(store, 'scope.camera', 'rejected')
    const racing = world({
      store: {
        read: store.read,
        async update(change) {
          await decideElsewhere(store, 'scope.camera', 'undecided')
          return store.update(change)
        },
      },
    })
    await racing.emulator.openSetting(
      visitorDoing(async page => {
        expect(await page.flip('scope.camera', true)).toBe('stale')
        expect(page.switches()).toEqual([])
      }),
    )
    expect(racing.events().filter(({ type }) => type === 'recorded')).toEqual([])
    expect(racing.emulator.getSetting().result?.authSetting).toEqual({})
  })

  test('moves no switch if one of the switches to move is missing', async () => {
    const { emulator, store } = world()
    await decideElsewhere(store, 'scope.camera', 'rejected')
    const before = store.read()
    const outcome = await emulator.openSetting(
      scriptedVisitor([
        { scope: 'scope.camera', on: true },
        { scope: 'scope.record', on: true },
      ]),
    )
    expect(outcome).toMatchObject({ callback: 'success', missing: ['scope.record'] })
    expect(outcome.result?.authSetting).toEqual({ 'scope.camera': false })
    expect(store.read()).toBe(before)
  })
})
