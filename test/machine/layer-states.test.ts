import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isLayer,
  type LayerKey,
  type LayerSetting,
  layerStateOf,
  layerStates,
  withLayer,
} from '../../src/machine/layer-states.ts'
import { emptyProfile, type Profile, withDecision, withoutDecisions } from '../../src/machine/profile.ts'

const app = { appid: 'wx1', name: 'Demo' }
const at = new Date('2026-01-31T08:00:00.000Z')
const record = { at, by: 'set' } as const
const keys = Object.keys(layerStates) as LayerKey[]
const settings = keys.flatMap(layer => layerStates[layer].map(state => ({ layer, state }) as LayerSetting))

const setting = fc.constantFrom(...settings)
const note = fc.dictionary(fc.constantFrom('note', 'version', 'x'), fc.jsonValue({ maxDepth: 1 }))
/** Profiles that people wrote into. */
const profile: fc.Arbitrary<Profile> = fc
  .tuple(note, note, note, fc.array(setting))
  .map(([top, inApp, inPrivacy, before]) => {
    const started: Profile = {
      ...top,
      version: 1,
      apps: {
        wx1: { ...inApp, name: 'Demo', scopes: {}, privacy: inPrivacy },
        wx2: { name: 'Other', scopes: {} },
      },
    }
    return before.reduce((result, one) => withLayer(result, app, one, record), started)
  })

describe('A profile with a layer', () => {
  test('has that state, and every other layer has the one it had', () => {
    fc.assert(
      fc.property(profile, setting, (before, setting) => {
        const after = withLayer(before, app, setting, record)
        for (const layer of keys) {
          const expected = layer === setting.layer ? setting.state : layerStateOf(before, 'wx1', layer)
          expect(layerStateOf(after, 'wx1', layer)).toBe(expected)
        }
      }),
    )
  })

  test('keeps what people wrote, and what concerns other Mini Programs', () => {
    fc.assert(
      fc.property(profile, setting, (before, setting) => {
        const after = withLayer(before, app, setting, record)
        const { apps: appsBefore, system: _system, ...topBefore } = before
        const { apps, system, ...top } = after
        expect(top).toEqual(topBefore)
        expect(apps.wx2).toBe(appsBefore.wx2)
        const rest = ({ wx1 }: Profile['apps']) => {
          const { privacy = {}, ...others } = wx1 ?? { name: '', scopes: {} }
          const { state, at, by, guideline, ...notes } = privacy
          return { others, notes }
        }
        expect(rest(apps)).toEqual(rest(appsBefore))
      }),
    )
  })

  test('is the same object if the layer has the state already', () => {
    fc.assert(
      fc.property(profile, setting, (before, setting) => {
        const after = withLayer(before, app, setting, record)
        expect(withLayer(after, app, setting, record)).toBe(after)
      }),
    )
  })

  test.each(keys)('has no key for the usual state of %s', layer => {
    const [usual, other] = layerStates[layer].map(state => ({ layer, state }) as LayerSetting)
    if (usual === undefined || other === undefined) throw new Error('a layer has two states')
    const there = withLayer(emptyProfile, app, other, record)
    const andBack = withLayer(there, app, usual, record)
    expect(andBack).not.toHaveProperty('system')
    expect(andBack.apps.wx1 ?? {}).not.toHaveProperty('privacy')
    expect(withLayer(emptyProfile, app, usual, record)).toBe(emptyProfile)
  })

  test('has a new record with the name, or none for a permission of the phone', () => {
    expect(withLayer(emptyProfile, app, { layer: 'privacy', state: 'agreed' }, record).apps.wx1).toEqual({
      name: 'Demo',
      scopes: {},
      replies: {},
      privacy: { state: 'agreed', at: at.toISOString(), by: 'set' },
    })
    expect(withLayer(emptyProfile, app, { layer: 'system.album', state: 'denied' }, record)).toEqual({
      version: 1,
      apps: {},
      system: { album: 'denied' },
    })
  })
})

describe('A profile without decisions', () => {
  test('is the same object if there were none', () => {
    expect(withoutDecisions(emptyProfile, app)).toBe(emptyProfile)
    const undeclared = withLayer(emptyProfile, app, { layer: 'guideline', state: 'undeclared' }, record)
    expect(withoutDecisions(undeclared, app)).toBe(undeclared)
  })

  test('has forgotten scopes and the agreement, and keeps what people wrote', () => {
    fc.assert(
      fc.property(profile, before => {
        const decision = { state: 'accepted', at: at.toISOString(), by: 'popup' } as const
        const after = withoutDecisions(withDecision(before, app, 'scope.camera', decision), app)
        expect(after.apps.wx1?.scopes).toEqual({})
        expect(layerStateOf(after, 'wx1', 'privacy')).toBe('undecided')
        for (const layer of keys.filter(layer => layer !== 'privacy'))
          expect(layerStateOf(after, 'wx1', layer)).toBe(layerStateOf(before, 'wx1', layer))
        expect(after.system).toEqual(before.system)
      }),
    )
  })
})

test.each([
  ['privacy', true],
  ['system.calendar', true],
  ['system.contacts', false],
  ['system', false],
  ['scope.camera', false],
  ['constructor', false],
])('Whether %s is a layer: %s', (word, expected) => {
  expect(isLayer(word)).toBe(expected)
})
