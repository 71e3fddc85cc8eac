import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ProfileValue, WxauthError } from '../../src/faults.ts'
import type { JsonObject } from '../../src/json/json-object.ts'
import { checkProfile } from '../../src/store/check-profile.ts'

const source = { path: '/p/default.json', name: 'default' }
const check = (text: string) => checkProfile(JSON.parse(text) as JsonObject, source)

function faultOf(text: string): { readonly code: string; readonly facts: unknown } {
  try {
    check(text)
  } catch (error) {
    if (error instanceof WxauthError) return { code: error.code, facts: error.facts }
    throw error
  }
  return { code: 'none', facts: undefined }
}

const decision = { state: 'accepted', at: '2026-01-31T08:00:00.000Z', by: 'popup' }
const app = { name: 'Demo', scopes: { 'scope.camera': decision }, replies: {} }
const profile = { version: 1, apps: { touristappid: app } }
const withApp = (change: object) => ({ version: 1, apps: { touristappid: { ...app, ...change } } })
const withDecision = (value: unknown) => withApp({ scopes: { 'scope.camera': value } })

describe('A profile of another version', () => {
  test.each([2, 99, 1.5, 1e300])('is refused: %d', version => {
    const fault = faultOf(JSON.stringify({ version, apps: 'whatever that version has' }))
    expect(fault).toEqual({ code: 'ERR_PROFILE_VERSION', facts: { ...source, version } })
  })
})

describe('A wrong value', () => {
  const camera = 'apps.touristappid.scopes["scope.camera"]'
  test.each<[place: string, expected: ProfileValue, json: unknown]>([
    ['version', 'version', {}],
    ['version', 'version', { ...profile, version: '1' }],
    ['version', 'version', { ...profile, version: 0 }],
    ['version', 'version', { ...profile, version: null }],
    ['apps', 'object', { version: 1 }],
    ['apps', 'object', { version: 1, apps: [] }],
    ['apps.touristappid', 'object', { version: 1, apps: { touristappid: null } }],
    ['apps["wx-1.a"]', 'object', { version: 1, apps: { 'wx-1.a': 1 } }],
    ['apps["0"]', 'object', { version: 1, apps: { 0: 1 } }],
    ['apps["\u202e\u009b"]', 'object', { version: 1, apps: { '\u202e\u009b': 1 } }],
    ['apps.touristappid.name', 'string', withApp({ name: undefined })],
    ['apps.touristappid.name', 'string', withApp({ name: 1 })],
    ['apps.touristappid.scopes', 'object', withApp({ scopes: undefined })],
    ['apps.touristappid.scopes', 'object', withApp({ scopes: ['scope.camera'] })],
    ['apps.touristappid.replies', 'object', withApp({ replies: null })],
    ['apps.touristappid.replies', 'object', withApp({ replies: [] })],
    ['apps.touristappid.replies["wx.getLocation"]', 'object', withApp({ replies: { 'wx.getLocation': 1 } })],
    [camera, 'object', withDecision('accepted')],
    [`${camera}.state`, 'state', withDecision({ ...decision, state: 'undecided' })],
    [`${camera}.state`, 'state', withDecision({})],
    [`${camera}.at`, 'date', withDecision({ ...decision, at: undefined })],
    [`${camera}.at`, 'date', withDecision({ ...decision, at: 0 })],
    [`${camera}.at`, 'date', withDecision({ ...decision, at: 'yesterday' })],
    [`${camera}.at`, 'date', withDecision({ ...decision, at: '2026' })],
    [`${camera}.at`, 'date', withDecision({ ...decision, at: '2026-13-01T00:00:00Z' })],
    [`${camera}.at`, 'date', withDecision({ ...decision, at: 'Sat Jan 31 2026' })],
    [`${camera}.by`, 'decided-by', withDecision({ ...decision, by: 'me' })],
    [`${camera}.by`, 'decided-by', withDecision({ ...decision, by: undefined })],
  ])('is reported with its place: %s must be of the kind %s', (place, expected, json) => {
    expect(faultOf(JSON.stringify(json))).toEqual({
      code: 'ERR_PROFILE_VALUE',
      facts: { ...source, place, expected },
    })
  })

  test.each(['__proto__', 'constructor'])('is reported under the key %s', key => {
    const name = JSON.stringify(key)
    expect(faultOf(`{"version":1,"apps":{${name}:1}}`).facts).toMatchObject({ place: `apps.${key}` })
    expect(faultOf(`{${name}:{"version":1,"apps":{}}}`).facts).toMatchObject({ place: 'version' })
    const scopes = `{"version":1,"apps":{"a":{"name":"","scopes":{${name}:{"state":"maybe"}}}}}`
    expect(faultOf(scopes).facts).toMatchObject({ place: `apps.a.scopes.${key}.state` })
  })
})

describe('A profile', () => {
  test.each([
    ['as documented', profile],
    ['without apps', { version: 1, apps: {} }],
    ['without replies', withApp({ replies: undefined })],
    ['with replies', withApp({ replies: { 'wx.getLocation': { latitude: 1 } } })],
    ['with an unknown scope', withApp({ scopes: { 'scope.future': decision } })],
    ['with unknown keys', { ...profile, theme: null, apps: { a: { ...app, x: [1] }, b: app } }],
    ['with a date alone', withDecision({ ...decision, at: '2026-01-31' })],
    ['with a time zone', withDecision({ ...decision, at: '2026-01-31T08:00:00+08:00' })],
  ])('is accepted %s', (_what, json) => {
    const text = JSON.stringify(json, undefined, 2)
    expect(check(text)).toEqual(JSON.parse(text))
  })

  const key = fc.oneof(
    fc.string(),
    fc.constantFrom('__proto__', 'constructor', 'version', 'apps', 'scope.camera'),
  )
  const unknown = fc.dictionary(key, fc.jsonValue(), { maxKeys: 3 })
  const object = (fields: Record<string, fc.Arbitrary<unknown>>, optional: string[] = []) => {
    const requiredKeys = Object.keys(fields).filter(name => !optional.includes(name))
    return fc
      .tuple(unknown, fc.record(fields, { requiredKeys }))
      .map(([others, record]) => ({ ...others, ...record }))
  }
  const at = fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-01-01') })
    .map(date => date.toISOString())
  const decisions = object({
    state: fc.constantFrom('accepted', 'rejected'),
    at,
    by: fc.constantFrom('popup', 'button', 'settings', 'set'),
  })
  const apps = fc
    .tuple(
      unknown,
      fc.record({
        name: fc.string(),
        scopes: fc.dictionary(key, decisions),
        replies: fc.dictionary(key, unknown),
      }),
    )
    .map(([{ replies: _, ...others }, record]) => ({ ...others, ...record }))
  const profiles = object({ version: fc.constant(1), apps: fc.dictionary(key, apps) })

  test('is returned unchanged, with its unknown keys', () => {
    fc.assert(
      fc.property(profiles, value => {
        const text = JSON.stringify(value)
        expect(JSON.stringify(check(text))).toBe(text)
      }),
    )
  })

  test('with any one value replaced is refused at a place, or returned unchanged', () => {
    const mutation = fc.tuple(profiles, fc.nat(), fc.oneof(fc.jsonValue(), fc.constant(undefined)))
    fc.assert(
      fc.property(mutation, ([value, at, replacement]) => {
        let count = 0
        const json = JSON.stringify(value, (_key, inner) => {
          count += 1
          return inner
        })
        // Not the profile itself: by its type, checkProfile receives only objects.
        const index = 1 + (at % (count - 1))
        count = 0
        const text =
          JSON.stringify(JSON.parse(json), (_key, inner) => (count++ === index ? replacement : inner)) ?? '{}'
        const { code, facts } = faultOf(text)
        if (code === 'none') expect(JSON.stringify(check(text))).toBe(text)
        else if (code === 'ERR_PROFILE_VALUE')
          expect(facts).toMatchObject({ place: expect.stringMatching(/^(version$|apps)/) })
        else expect(code).toBe('ERR_PROFILE_VERSION')
      }),
      { numRuns: 300 },
    )
  })

  // Profiles with a value at a place, and the level of that place.
  const places: [place: string, level: number, profileWith: (value: unknown) => unknown][] = [
    ['the profile', 1, value => ({ ...profile, note: value })],
    ['a Mini Program', 3, value => withApp({ note: value })],
    ['a decision', 5, value => withDecision({ ...decision, note: value })],
    ['a reply', 5, value => withApp({ replies: { 'wx.getLocation': { note: value } } })],
  ]
  const nestedArrays = (levels: number) => JSON.parse('['.repeat(levels) + ']'.repeat(levels))

  test.each(places)('may be 100 levels deep in %s, but not deeper', (_place, level, profileWith) => {
    const most = JSON.stringify(profileWith(nestedArrays(100 - level)))
    expect(check(most)).toEqual(JSON.parse(most))
    expect(faultOf(JSON.stringify(profileWith(nestedArrays(101 - level))))).toEqual({
      code: 'ERR_PROFILE_UNREADABLE',
      facts: { path: source.path, problem: { kind: 'too-deep', levels: 100 } },
    })
  })

  test('of 10,000 Mini Programs takes little longer to check than to parse', () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`wx${index}`, app]))
    const text = JSON.stringify({ version: 1, apps: many })
    const timeOf = (run: (text: string) => unknown) => {
      const start = performance.now()
      run(text)
      return performance.now() - start
    }
    // Alternating, and the fastest of each: other work on the machine delays some runs.
    const pairs = Array.from({ length: 9 }, () => [timeOf(JSON.parse), timeOf(check)] as const)
    const parseTime = Math.min(...pairs.map(([time]) => time))
    const checkTime = Math.min(...pairs.map(([, time]) => time))
    expect(checkTime).toBeLessThan(parseTime * 3 + 10)
  })
})
