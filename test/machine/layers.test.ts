import { describe, expect, test } from 'vitest'
import { type ApiLayers, exactLocations } from '../../src/catalogue/layers.ts'
import { type Check, firstStop, outcomeOf } from '../../src/machine/checks.ts'
import { type LayerFacts, layerChecks } from '../../src/machine/layers.ts'
import { type ScopeState, scopeStates } from '../../src/machine/state.ts'

const camera = 'scope.camera'
const record = 'scope.record'

/** A call that passes every layer. */
const facts: LayerFacts = {
  needs: {},
  scopes: [],
  purpose: 'why',
  declares: { requiredPrivateInfos: [], requiredBackgroundModes: [] },
  guideline: 'declared',
  privacy: 'agreed',
  system: () => 'authorized',
}
const scoped = (...states: readonly ScopeState[]) => ({
  scopes: states.map((state, index) => ({ scope: index === 0 ? record : camera, state }) as const),
})
const checks = (some: Partial<LayerFacts>) => layerChecks({ ...facts, ...some })
const layer = (name: Check['layer'], some: Partial<LayerFacts>) =>
  checks(some)
    .filter(({ layer }) => layer === name)
    .map(({ verdict, because, of, fix }) => [verdict, because, of, fix])

test('A call that needs nothing passes four layers and a scope that is none', () => {
  expect(checks({}).map(({ layer, verdict, because }) => [layer, verdict, because])).toEqual([
    ['declarations', 'passes', 'nothing-to-declare'],
    ['guideline', 'passes', 'no-privacy'],
    ['privacy', 'passes', 'no-privacy'],
    ['scope', 'passes', 'no-scope'],
    ['system', 'passes', 'no-permission'],
  ])
})

describe('Declarations', () => {
  const infos = (requiredPrivateInfos: readonly string[]) => ({
    declares: { requiredPrivateInfos, requiredBackgroundModes: [] },
  })
  const fuzzy = 'getFuzzyLocation'

  test.each([
    ['why', 'passes', 'declared', null],
    ['', 'passes', 'declared', null],
    [undefined, 'fails', 'no-purpose', { kind: 'purpose' }],
  ] as const)('the usage description %j %s', (purpose, verdict, because, fix) => {
    const expected = [[verdict, because, 'scope.userLocation', fix]]
    expect(layer('declarations', { needs: { purpose: true }, purpose })).toEqual(expected)
  })

  test.each([
    ['chooseAddress', ['chooseAddress', fuzzy, 'getLocation'], 'declared', null],
    ['chooseAddress', [], 'private-info-missing', { kind: 'add-private-info', name: 'chooseAddress' }],
    [
      'chooseAddress',
      ['wx.chooseAddress'],
      'private-info-missing',
      { kind: 'add-private-info', name: 'chooseAddress' },
    ],
    ...exactLocations.flatMap(
      name =>
        [
          [name, [name], 'declared', null],
          [name, [name, ...exactLocations], 'declared', null],
          [name, [name, fuzzy], 'private-info-excluded', { kind: 'remove-private-info', name: fuzzy }],
          [name, [fuzzy], 'private-info-missing', { kind: 'add-private-info', name }],
          [fuzzy, [fuzzy, name], 'private-info-excluded', { kind: 'remove-private-info', name }],
        ] as const,
    ),
    [fuzzy, [fuzzy, 'chooseLocation', 'choosePoi', 'chooseAddress'], 'declared', null],
  ] as const)('%s in requiredPrivateInfos %j is %s', (privateInfo, declared, because, fix) => {
    expect(layer('declarations', { needs: { privateInfo }, ...infos(declared) })).toEqual([
      [fix === null ? 'passes' : 'fails', because, privateInfo, fix],
    ])
  })

  test.each([
    [['audio', 'location'], 'declared', null],
    [['audio'], 'background-mode-missing', { kind: 'add-background-mode', name: 'location' }],
  ] as const)('the background modes %j are %s', (requiredBackgroundModes, because, fix) => {
    const declares = { requiredPrivateInfos: [], requiredBackgroundModes }
    expect(layer('declarations', { needs: { backgroundMode: 'location' }, declares })).toEqual([
      [fix === null ? 'passes' : 'fails', because, null, fix],
    ])
  })

  test('each has a check of its own', () => {
    const needs: ApiLayers = { purpose: true, privateInfo: 'getLocation', backgroundMode: 'location' }
    expect(layer('declarations', { needs, purpose: undefined }).map(([, because]) => because)).toEqual([
      'no-purpose',
      'private-info-missing',
      'background-mode-missing',
    ])
  })
})

describe('The agreement', () => {
  const needs: ApiLayers = { privacy: true }
  const sheet = ['asks', 'not-agreed', null, { kind: 'answer', of: 'privacy' }]
  const withScope = (of: string) => ['asks', 'asked-with-scope', of, { kind: 'answer', of }]

  test.each([
    [[], sheet],
    [['accepted'], sheet],
    [['rejected'], sheet],
    [['undecided'], withScope(record)],
    [['undecided', 'undecided'], withScope(record)],
    [['accepted', 'undecided'], withScope(camera)],
    [['accepted', 'accepted'], sheet],
    // The call ends at the first scope: no popup of the second appears.
    [['rejected', 'undecided'], sheet],
    [['undecided', 'rejected'], withScope(record)],
  ] as const)('that is missing, with scopes that are %j', (states, expected) => {
    expect(layer('privacy', { needs, privacy: 'undecided', ...scoped(...states) })).toEqual([expected])
  })

  test('that is given asks nobody, and neither does a guideline that is not declared', () => {
    expect(layer('privacy', { needs })).toEqual([['passes', 'agreed', null, null]])
    const fix = { kind: 'set', layer: 'guideline', state: 'declared' }
    expect(layer('guideline', { needs, guideline: 'undeclared' })).toEqual([
      ['fails', 'guideline-undeclared', null, fix],
    ])
    expect(layer('guideline', { needs })).toEqual([['passes', 'guideline-declared', null, null]])
  })

  test('is nothing to an API that uses no private data', () => {
    expect(outcomeOf(checks({ privacy: 'undecided', guideline: 'undeclared' }))).toBe('runs')
  })
})

describe('Scopes and permissions', () => {
  const scopeExpected = {
    accepted: ['passes', 'accepted', record, null],
    undecided: ['asks', 'undecided', record, { kind: 'answer', of: record }],
    rejected: ['fails', 'rejected', record, { kind: 'switch', scope: record }],
  }
  test.each(scopeStates)('a scope that is %s', state => {
    expect(layer('scope', scoped(state))).toEqual([scopeExpected[state]])
  })

  test.each([
    ['authorized', 'passes', 'authorized', null],
    ['undetermined', 'passes', 'undetermined', null],
    ['denied', 'fails', 'system-denied', { kind: 'set', layer: 'system.camera', state: 'authorized' }],
  ] as const)('a permission that is %s', (state, verdict, because, fix) => {
    const needs: ApiLayers = { system: ['microphone', 'camera'] }
    const system: LayerFacts['system'] = name => (name === 'camera' ? state : 'authorized')
    expect(layer('system', { needs, system })).toEqual([
      ['passes', 'authorized', 'microphone', null],
      [verdict, because, 'camera', fix],
    ])
  })
})

describe('The check that stops a call', () => {
  const everything: Partial<LayerFacts> = {
    needs: { purpose: true, privacy: true, system: ['camera'] },
    purpose: undefined,
    guideline: 'undeclared',
    privacy: 'undecided',
    ...scoped('accepted'),
    system: () => 'denied',
  }
  const order: readonly (readonly [string, Partial<LayerFacts>])[] = [
    ['no-purpose', {}],
    ['guideline-undeclared', { purpose: 'why' }],
    ['not-agreed', { guideline: 'declared' }],
    ['rejected', { privacy: 'agreed', ...scoped('rejected') }],
    ['system-denied', scoped('accepted')],
  ]

  test('is the first one, in the order of the platform', () => {
    let some = everything
    for (const [because, repair] of order) {
      some = { ...some, ...repair }
      expect(firstStop(checks(some))?.because).toBe(because)
    }
    expect(firstStop(checks({ ...some, system: () => 'authorized' }))).toBeUndefined()
  })

  test("is the scope's where its popup asks for the agreement too", () => {
    const some: Partial<LayerFacts> = {
      needs: { privacy: true },
      privacy: 'undecided',
      ...scoped('undecided'),
    }
    expect(firstStop(checks(some))).toMatchObject({ layer: 'scope', because: 'undecided' })
    expect(outcomeOf(checks(some))).toBe('asks')
  })

  test('fails the call even where another one asks before it', () => {
    const some: Partial<LayerFacts> = {
      needs: { privacy: true },
      privacy: 'undecided',
      ...scoped('rejected'),
    }
    expect(firstStop(checks(some))).toMatchObject({ layer: 'privacy', verdict: 'asks' })
    expect(outcomeOf(checks(some))).toBe('fails')
  })
})
