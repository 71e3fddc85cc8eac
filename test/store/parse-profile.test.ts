import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { WxauthError } from '../../src/faults.ts'
import { parseProfile } from '../../src/store/parse-profile.ts'

const source = { path: '/p/default.json', name: 'default' }
const parse = (text: string) => parseProfile(text, source)

function faultOf(text: string): { code: string; facts: unknown } {
  try {
    parse(text)
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

describe('a text that is no JSON', () => {
  test.each([
    ['an empty file', '', 1, 1],
    ['a mark and nothing', '\ufeff', 1, 1],
    ['a file of NULs', '\0'.repeat(40), 1, 1],
    ['half a file', '{\n  "version": 1,', 2, 16],
    ['a comma too many', '{\n  "version": 1,\n}', 3, 1],
    ['a mark and a comma too many', '\ufeff{"version": 1,}', 1, 15],
    ['a comment', '// mine\n{}', 1, 1],
    ['two documents', '{}\n{}', 2, 1],
  ])('is corrupt at its place: %s', (_what, text, line, column) => {
    expect(faultOf(text)).toEqual({ code: 'ERR_PROFILE_CORRUPT', facts: { ...source, line, column } })
  })
})

describe('a profile of another version', () => {
  test.each([2, 99, 1.5, 1e300])('is refused as such: %d', version => {
    const fault = faultOf(JSON.stringify({ version, apps: 'whatever that version has' }))
    expect(fault).toEqual({ code: 'ERR_PROFILE_VERSION', facts: { ...source, version } })
  })
})

describe('a wrong value', () => {
  const object = 'must be an object'
  const camera = 'apps.touristappid.scopes["scope.camera"]'
  const date = 'must be an ISO 8601 date such as "2026-01-31T08:00:00.000Z"'
  const by = 'must be one of "popup", "button", "settings", "set"'
  test.each<[place: string, problem: string, json: unknown]>([
    ['the profile', object, null],
    ['the profile', object, []],
    ['the profile', object, 'text'],
    ['version', 'must be the number 1', {}],
    ['version', 'must be the number 1', { ...profile, version: '1' }],
    ['version', 'must be the number 1', { ...profile, version: 0 }],
    ['version', 'must be the number 1', { ...profile, version: null }],
    ['apps', object, { version: 1 }],
    ['apps', object, { version: 1, apps: [] }],
    ['apps.touristappid', object, { version: 1, apps: { touristappid: null } }],
    ['apps["wx-1.a"]', object, { version: 1, apps: { 'wx-1.a': 1 } }],
    ['apps["0"]', object, { version: 1, apps: { 0: 1 } }],
    ['apps["\u202e\u009b"]', object, { version: 1, apps: { '\u202e\u009b': 1 } }],
    ['apps.touristappid.name', 'must be a string', withApp({ name: undefined })],
    ['apps.touristappid.name', 'must be a string', withApp({ name: 1 })],
    ['apps.touristappid.scopes', object, withApp({ scopes: undefined })],
    ['apps.touristappid.scopes', object, withApp({ scopes: ['scope.camera'] })],
    ['apps.touristappid.replies', object, withApp({ replies: null })],
    ['apps.touristappid.replies', object, withApp({ replies: [] })],
    ['apps.touristappid.replies["wx.getLocation"]', object, withApp({ replies: { 'wx.getLocation': 1 } })],
    [camera, object, withDecision('accepted')],
    [
      `${camera}.state`,
      'must be "accepted" or "rejected"',
      withDecision({ ...decision, state: 'undecided' }),
    ],
    [`${camera}.state`, 'must be "accepted" or "rejected"', withDecision({})],
    [`${camera}.at`, date, withDecision({ ...decision, at: undefined })],
    [`${camera}.at`, date, withDecision({ ...decision, at: 0 })],
    [`${camera}.at`, date, withDecision({ ...decision, at: 'yesterday' })],
    [`${camera}.at`, date, withDecision({ ...decision, at: '2026' })],
    [`${camera}.at`, date, withDecision({ ...decision, at: '2026-13-01T00:00:00Z' })],
    [`${camera}.at`, date, withDecision({ ...decision, at: 'Sat Jan 31 2026' })],
    [`${camera}.by`, by, withDecision({ ...decision, by: 'me' })],
    [`${camera}.by`, by, withDecision({ ...decision, by: undefined })],
  ])('is named by its place: %j %s', (place, problem, json) => {
    expect(faultOf(JSON.stringify(json))).toEqual({
      code: 'ERR_PROFILE_VALUE',
      facts: { ...source, place, problem },
    })
  })

  test.each(['__proto__', 'constructor'])('does not hide behind the key %s', key => {
    const quoted = JSON.stringify(key)
    expect(faultOf(`{"version":1,"apps":{${quoted}:1}}`).facts).toMatchObject({ place: `apps.${key}` })
    expect(faultOf(`{${quoted}:{"version":1,"apps":{}}}`).facts).toMatchObject({ place: 'version' })
    const scopes = `{"version":1,"apps":{"a":{"name":"","scopes":{${quoted}:{"state":"maybe"}}}}}`
    expect(faultOf(scopes).facts).toMatchObject({ place: `apps.a.scopes.${key}.state` })
  })
})

describe('a profile', () => {
  test.each([
    ['as documented', profile],
    ['without apps', { version: 1, apps: {} }],
    ['without replies', withApp({ replies: undefined })],
    ['with replies', withApp({ replies: { 'wx.getLocation': { latitude: 1 } } })],
    ['with a scope that is not known', withApp({ scopes: { 'scope.future': decision } })],
    ['with unknown keys', { ...profile, theme: null, apps: { a: { ...app, x: [1] }, b: app } }],
    ['with a date alone', withDecision({ ...decision, at: '2026-01-31' })],
    ['with a time zone', withDecision({ ...decision, at: '2026-01-31T08:00:00+08:00' })],
  ])('is read %s', (_what, json) => {
    const text = JSON.stringify(json, undefined, 2)
    expect(parse(text)).toEqual(JSON.parse(text))
    expect(parse(`\ufeff${text}`)).toEqual(JSON.parse(text))
  })

  const key = fc.oneof(
    fc.string(),
    fc.constantFrom('__proto__', 'constructor', 'version', 'apps', 'scope.camera'),
  )
  const unknown = fc.dictionary(key, fc.jsonValue(), { maxKeys: 3 })
  const object = (known: Record<string, fc.Arbitrary<unknown>>, optional: string[] = []) => {
    const requiredKeys = Object.keys(known).filter(name => !optional.includes(name))
    return fc
      .tuple(unknown, fc.record(known, { requiredKeys }))
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

  test('comes back from its own text, unknown keys and all', () => {
    fc.assert(
      fc.property(profiles, value => {
        const text = JSON.stringify(value)
        expect(JSON.stringify(parse(text))).toBe(text)
      }),
    )
  })

  test('with any one value replaced is either refused at a place or read whole', () => {
    const mutation = fc.tuple(profiles, fc.nat(), fc.oneof(fc.jsonValue(), fc.constant(undefined)))
    fc.assert(
      fc.property(mutation, ([value, at, put]) => {
        let visited = 0
        const places = JSON.stringify(value, (_key, inner) => {
          visited += 1
          return inner
        })
        const chosen = at % visited
        visited = 0
        const text =
          JSON.stringify(JSON.parse(places), (_key, inner) => (visited++ === chosen ? put : inner)) ?? ''
        const { code, facts } = faultOf(text)
        if (code === 'none') expect(JSON.stringify(parse(text))).toBe(text)
        else if (code === 'ERR_PROFILE_CORRUPT') expect(text).toBe('')
        else if (code === 'ERR_PROFILE_VALUE')
          expect(facts).toMatchObject({ place: expect.stringMatching(/^(the profile$|version$|apps)/) })
        else expect(code).toBe('ERR_PROFILE_VERSION')
      }),
      { numRuns: 300 },
    )
  })

  test('of 10,000 Mini Programs takes little longer to check than to parse', () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`wx${index}`, app]))
    const text = JSON.stringify({ version: 1, apps: many })
    const took = (run: (text: string) => unknown) => {
      const started = performance.now()
      run(text)
      return performance.now() - started
    }
    // The fastest of some, in turns: the others were held up by whatever else the machine does.
    const pairs = Array.from({ length: 9 }, () => [took(JSON.parse), took(parse)] as const)
    const bare = Math.min(...pairs.map(([time]) => time))
    const checked = Math.min(...pairs.map(([, time]) => time))
    expect(checked).toBeLessThan(bare * 3 + 10)
  })
})
