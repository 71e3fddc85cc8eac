import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import {
  type AppRecord,
  type Decision,
  decidedBy,
  decisionsOf,
  emptyProfile,
  type Profile,
  recordOf,
  stateOf,
  withDecision,
} from '../../src/machine/profile.ts'

const { scopeNames } = guideCatalogue

const at = '2026-01-31T08:00:00.000Z'
const accepted: Decision = { state: 'accepted', at, by: 'popup' }
const rejected: Decision = { state: 'rejected', at, by: 'settings' }
const demo = { appid: 'wx1', name: 'Demo' }

// Keys that people choose, and keys that every object inherits.
const key = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', '0', 'a.b', ''),
  fc.string({ maxLength: 8 }),
)
const others = fc.dictionary(key, fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 })
const scope = fc.constantFrom(...scopeNames)
const decision: fc.Arbitrary<Decision> = fc
  .tuple(others, fc.constantFrom('accepted', 'rejected'), fc.constantFrom(...decidedBy))
  .map(([unknown, state, by]) => ({ ...unknown, state, at, by }))
const record: fc.Arbitrary<AppRecord> = fc
  .tuple(others, fc.string(), fc.dictionary(fc.oneof(scope, key), decision), fc.dictionary(key, others))
  .map(([unknown, name, scopes, replies]) => ({ ...unknown, name, scopes, replies }))
const profile: fc.Arbitrary<Profile> = fc
  .tuple(others, fc.dictionary(key, record, { maxKeys: 4 }))
  .map(([unknown, apps]) => ({ ...unknown, version: 1, apps }))

const own = (holder: object | undefined, name: string): unknown =>
  holder === undefined ? undefined : Object.getOwnPropertyDescriptor(holder, name)?.value
const without = (holder: object | undefined, name: string) =>
  Object.entries(holder ?? {}).filter(([each]) => each !== name)

describe('A profile with a decision', () => {
  test('has that state for that scope of that Mini Program', () => {
    fc.assert(
      fc.property(profile, key, scope, decision, (before, appid, scope, decision) => {
        const after = withDecision(before, { appid, name: 'N' }, scope, decision)
        expect(stateOf(after, appid, scope)).toBe(decision.state)
        expect(own(own(after.apps, appid) as object, 'name')).toBe('N')
      }),
    )
  })

  test('is unchanged in everything else, unknown keys included', () => {
    fc.assert(
      fc.property(
        profile,
        key,
        scope,
        fc.option(decision, { nil: undefined }),
        (before, appid, scope, decision) => {
          const after = withDecision(before, { appid, name: 'N' }, scope, decision)
          const [app, then] = [own(before.apps, appid), own(after.apps, appid)] as (AppRecord | undefined)[]
          expect(without(after, 'apps')).toEqual(without(before, 'apps'))
          expect(without(after.apps, appid)).toEqual(without(before.apps, appid))
          expect(without(then?.scopes, scope)).toEqual(without(app?.scopes, scope))
          if (app === undefined) return
          const rest = (record: AppRecord | undefined) =>
            without(record, 'name').filter(([name]) => name !== 'scopes')
          expect(rest(then)).toEqual(rest(app))
        },
      ),
    )
  })

  test('is a new object: the old profile does not change', () => {
    fc.assert(
      fc.property(
        profile,
        key,
        scope,
        fc.option(decision, { nil: undefined }),
        (before, appid, scope, decision) => {
          const copy = structuredClone(before)
          withDecision(before, { appid, name: 'N' }, scope, decision)
          expect(before).toEqual(copy)
        },
      ),
    )
  })

  test('keeps what a person wrote beside the previous decision', () => {
    const withNote = { ...accepted, note: 'asked at the door' }
    const before = withDecision(emptyProfile, demo, 'scope.camera', withNote)
    const after = withDecision(before, demo, 'scope.camera', rejected)
    expect(after.apps.wx1?.scopes['scope.camera']).toEqual({ ...rejected, note: 'asked at the door' })
  })

  test('has a new record with the name, the decision and empty replies', () => {
    expect(withDecision(emptyProfile, demo, 'scope.camera', accepted)).toEqual({
      version: 1,
      apps: { wx1: { name: 'Demo', scopes: { 'scope.camera': accepted }, replies: {} } },
    })
  })
})

describe('A profile without a decision', () => {
  test('has no key for it, and its scope is undecided', () => {
    const before = withDecision(emptyProfile, demo, 'scope.camera', accepted)
    const after = withDecision(before, demo, 'scope.camera', undefined)
    expect(after.apps.wx1?.scopes).toEqual({})
    expect(stateOf(after, 'wx1', 'scope.camera')).toBe('undecided')
  })

  test('is the same object if there was none', () => {
    const before = withDecision(emptyProfile, demo, 'scope.camera', accepted)
    expect(withDecision(before, demo, 'scope.record', undefined)).toBe(before)
    expect(withDecision(before, { appid: 'wx2', name: '' }, 'scope.camera', undefined)).toBe(before)
    expect(withDecision(emptyProfile, demo, 'scope.camera', undefined)).toBe(emptyProfile)
  })
})

describe.each(['__proto__', 'constructor', 'toString'])('The appid %s', appid => {
  test('works like any other', () => {
    expect(stateOf(emptyProfile, appid, 'scope.camera')).toBe('undecided')
    expect(recordOf(emptyProfile, appid)?.replies).toBeUndefined()
    const after = withDecision(emptyProfile, { appid, name: 'N' }, 'scope.camera', accepted)
    expect(Object.keys(after.apps)).toEqual([appid])
    expect(Object.getPrototypeOf(after.apps)).toBe(Object.prototype)
    expect(stateOf(after, appid, 'scope.camera')).toBe('accepted')
    expect(stateOf(after, 'wx1', 'scope.camera')).toBe('undecided')
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

test('The record of a Mini Program has its replies, or none', () => {
  const replies = { 'wx.getLocation': { latitude: 1 } }
  const profile: Profile = {
    version: 1,
    apps: { wx1: { name: '', scopes: {}, replies }, wx2: { name: '', scopes: {} } },
  }
  expect(recordOf(profile, 'wx1')?.replies).toBe(replies)
  expect(recordOf(profile, 'wx2')?.replies).toBeUndefined()
  expect(recordOf(profile, 'wx3')?.replies).toBeUndefined()
})

test('decisionsOf returns the name and the states, scopes of other editions included', () => {
  const scopes = { 'scope.camera': accepted, 'scope.bluetooth': rejected }
  expect(decisionsOf({ name: 'Demo', scopes, replies: {} })).toEqual({
    name: 'Demo',
    scopes: { 'scope.camera': 'accepted', 'scope.bluetooth': 'rejected' },
  })
})
