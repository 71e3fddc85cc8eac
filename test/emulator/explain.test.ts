import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { todayCatalogue } from '../../src/catalogue/editions/today.ts'
import type { GuardedApi } from '../../src/catalogue/names.ts'
import { explain } from '../../src/emulator/explain.ts'
import type { MiniProgram, ProfileStore } from '../../src/emulator/ports.ts'
import { todayLayers } from '../../src/emulator/today.ts'
import { layerNames } from '../../src/machine/checks.ts'
import { layerStates } from '../../src/machine/layer-states.ts'
import { scopeStates } from '../../src/machine/state.ts'
import { scriptedPrompter } from '../../src/prompt/popup/scripted-prompter.ts'
import { nodeSeal } from '../../src/seal/node-seal.ts'
import { declaringApp, type Given, given } from './today-world.ts'
import { app, decideElsewhere, nobody, now, world } from './world.ts'

const rest = { seal: nodeSeal, now: () => new Date(now) }
const explainToday = (
  store: ProfileStore,
  api: GuardedApi,
  params: unknown = {},
  miniProgram = declaringApp,
) =>
  explain({ app: miniProgram, catalogue: todayCatalogue, layers: todayLayers, store, ...rest }, api, params)
const explainGuide = (
  store: ProfileStore,
  api: GuardedApi,
  params: unknown = {},
  miniProgram: MiniProgram = app,
) => explain({ app: miniProgram, catalogue: guideCatalogue, store, ...rest }, api, params)

type Checks = Awaited<ReturnType<typeof explain>>['checks']

/** `scope asks undecided` */
const inWords = (checks: Checks) =>
  checks.map(({ layer, verdict, because }) => `${layer} ${verdict} ${because}`)
const fixesIn = (checks: Checks) => checks.flatMap(({ fix }) => (fix === null ? [] : [fix]))

describe("Today's explanation of a call", () => {
  test('has every check in order, and what changes it', async () => {
    const { store } = await given({ layers: [{ layer: 'system.location', state: 'denied' }] })
    const { checks, ...others } = await explainToday(store, 'wx.startLocationUpdateBackground')
    expect(others).toEqual({
      edition: 'today',
      api: 'wx.startLocationUpdateBackground',
      scope: 'scope.userLocationBackground',
      outcome: 'fails',
    })
    expect(inWords(checks)).toEqual([
      'parameters passes parameters-right',
      'declarations passes declared',
      'declarations passes declared',
      'declarations passes declared',
      'guideline passes guideline-declared',
      'privacy asks asked-with-scope',
      'scope asks undecided',
      'system fails system-denied',
      'api passes answers',
    ])
    expect(fixesIn(checks)).toEqual([
      { kind: 'answer', of: 'scope.userLocationBackground' },
      { kind: 'answer', of: 'scope.userLocationBackground' },
      { kind: 'set', layer: 'system.location', state: 'authorized' },
    ])
  })

  test.each([
    ['wx.chooseInvoice', {}, {}, null, 'asks'],
    ['wx.chooseInvoice', { layers: [{ layer: 'privacy', state: 'agreed' }] }, {}, null, 'runs'],
    ['wx.chooseInvoice', { layers: [{ layer: 'guideline', state: 'undeclared' }] }, {}, null, 'fails'],
    ['wx.getUserInfo', {}, {}, null, 'runs'],
    ['camera', { scopes: { 'scope.camera': 'rejected' } }, {}, 'scope.camera', 'fails'],
    ['wx.joinVoIPChat', {}, todayCatalogue.apiOf('wx.joinVoIPChat').sample, 'scope.record', 'asks'],
    ['MapContext.moveToLocation', {}, { latitude: 1, longitude: 2 }, null, 'runs'],
    ['wx.saveImageToPhotosAlbum', {}, {}, 'scope.writePhotosAlbum', 'fails'],
  ] as const)('of %s, given %j with %j', async (api, given_, params, scope, outcome) => {
    const { store } = await given(given_ as Given)
    expect(await explainToday(store, api, params)).toMatchObject({ scope, outcome })
  })

  test('names each scope of several', async () => {
    const { store } = await given({ scopes: { 'scope.record': 'accepted' } })
    const { checks } = await explainToday(store, 'live-pusher')
    expect(checks.filter(({ layer }) => layer === 'scope').map(({ of, verdict }) => [of, verdict])).toEqual([
      ['scope.record', 'passes'],
      ['scope.camera', 'asks'],
    ])
  })

  test('has only layers that exist, in the order of the platform', async () => {
    const { store } = await given({})
    for (const api of todayCatalogue.guardedApis) {
      const { checks } = await explainToday(store, api, todayCatalogue.apiOf(api).sample)
      const places = checks.map(({ layer }) => layerNames.indexOf(layer))
      expect(places).toEqual(places.toSorted((one, other) => one - other))
      expect([...new Set(places)]).toEqual(layerNames.map((_, index) => index))
    }
  })
})

describe("The guide's explanation of a call", () => {
  test.each([
    [
      'wx.getLocation',
      'undecided',
      app,
      'asks',
      ['declarations passes declared', 'scope asks undecided'],
      [{ kind: 'answer', of: 'scope.userLocation' }],
    ],
    [
      'wx.getLocation',
      'accepted',
      app,
      'runs',
      ['declarations passes declared', 'scope passes accepted'],
      [],
    ],
    [
      'wx.getLocation',
      'rejected',
      app,
      'fails',
      ['declarations passes declared', 'scope fails rejected'],
      [{ kind: 'switch', scope: 'scope.userLocation' }],
    ],
    [
      'wx.chooseLocation',
      'accepted',
      { ...app, purposes: {} },
      'fails',
      ['declarations fails no-purpose', 'scope passes accepted'],
      [{ kind: 'purpose' }],
    ],
    [
      'camera',
      'accepted',
      app,
      'runs',
      ['declarations passes nothing-to-declare', 'scope passes accepted'],
      [],
    ],
  ] as const)('%s, %s, %j', async (api, state, miniProgram, outcome, between, fixes) => {
    const { store } = world()
    const scope = guideCatalogue.scopeOf(api)
    await decideElsewhere(store, scope, state)
    const explanation = await explainGuide(store, api, {}, miniProgram)
    expect(explanation).toMatchObject({ edition: 'guide', api, scope, outcome })
    expect(inWords(explanation.checks)).toEqual([
      'parameters passes parameters-right',
      ...between,
      'api passes answers',
    ])
    expect(fixesIn(explanation.checks)).toEqual(fixes)
  })
})

describe('An explanation', () => {
  test('tells what is wrong with the params', async () => {
    const { checks, outcome } = await explainGuide(world().store, 'wx.getLocation', { type: 1 })
    const problem = 'fail parameter error: parameter.type should be String instead of Number;'
    expect(outcome).toBe('fails')
    expect(checks[0]).toMatchObject({ because: 'bad-parameters', fix: { kind: 'parameters', problem } })
  })

  test.each([
    ['a failure that a person wrote', 'getLocation:fail system permission denied', 'fails'],
    ['an answer that a person wrote', 'getLocation:ok', 'runs'],
  ])('looks at %s', async (_, errMsg, outcome) => {
    const { store } = world()
    await decideElsewhere(store, 'scope.userLocation', 'accepted')
    const { checks, outcome: actual } = await explain(
      { app, catalogue: guideCatalogue, store, ...rest, replies: { 'wx.getLocation': { errMsg } } },
      'wx.getLocation',
      {},
    )
    expect(actual).toBe(outcome)
    expect(checks.at(-1)?.fix).toEqual(outcome === 'fails' ? { kind: 'reply', api: 'wx.getLocation' } : null)
  })

  test('asks nobody and changes nothing', async () => {
    const { store } = await given({})
    const before = store.read()
    await explainToday(store, 'camera')
    await explainGuide(store, 'camera')
    expect(store.read()).toBe(before)
  })
})

describe('What is explained is what happens', () => {
  const layers = (['privacy', 'guideline', 'system.camera', 'system.microphone'] as const).flatMap(layer =>
    layerStates[layer].map(state => ({ layer, state }) as NonNullable<Given['layers']>[number]),
  )
  const cases = layers.flatMap(setting => scopeStates.map(state => [setting, state] as const))

  test.each(cases)('with %j and scopes that are %s', async (setting, state) => {
    for (const api of todayCatalogue.guardedApis) {
      const scopes = Object.fromEntries(todayCatalogue.scopesOf(api).map(scope => [scope, state]))
      const { store, emulator } = await given({ scopes, layers: [setting] })
      const { sample = {} } = todayCatalogue.apiOf(api)
      const { outcome } = await explainToday(store, api, sample)
      const called = await emulator.call(api, sample)
      // Nobody answers here, so a call that asks ends there, even if it would fail after the answer.
      const asks = called.callback === null
      if (outcome === 'runs') expect(called.callback).toBe('success')
      if (outcome === 'asks') expect(asks).toBe(true)
      if (outcome === 'fails') expect(called.callback).not.toBe('success')
      const all = await given(
        { scopes, layers: [setting] },
        { prompter: scriptedPrompter({ general: 'accept', otherwise: nobody }) },
      )
      expect((await all.emulator.call(api, sample)).callback).toBe(outcome === 'fails' ? 'fail' : 'success')
    }
  })
})
