import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { type ErrMsgOf, type ProfileValue, WxauthError } from '../../src/faults.ts'
import type { JsonObject } from '../../src/json/json-object.ts'
import { checkProfile } from '../../src/store/check-profile.ts'

const source = { path: '/p/default.json', name: 'default' }
const check = (text: string) => checkProfile(JSON.parse(text) as JsonObject, source, guideCatalogue)

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
  test.each([2, 99, 1.5, 1e300])('is refused as such: %d', version => {
    const fault = faultOf(JSON.stringify({ version, apps: 'whatever that version has' }))
    expect(fault).toEqual({ code: 'ERR_PROFILE_VERSION', facts: { ...source, version } })
  })
})

const withErrMsg = (api: string, errMsg: unknown) => withApp({ replies: { [api]: { errMsg } } })
const errMsgOf = (name: string): ErrMsgOf => ({ kind: 'err-msg', name })
const wrongErrMsgs: readonly [place: string, expected: ErrMsgOf, json: unknown][] = [
  ...[
    'chooseAddress:ok',
    'fail cancel',
    'getLocation:',
    'getLocation:okay',
    'getLocation:FAIL',
    '',
    1,
    null,
  ].map((errMsg): [string, ErrMsgOf, unknown] => [
    'apps.touristappid.replies["wx.getLocation"].errMsg',
    errMsgOf('getLocation'),
    withErrMsg('wx.getLocation', errMsg),
  ]),
  ['apps.touristappid.replies.camera.errMsg', errMsgOf('insertCamera'), withErrMsg('camera', 'camera:fail')],
]

/** Arrays in one another; the outermost one counts. */
const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)])

describe('The depth of a profile', () => {
  test.each<[place: string, around: number, json: (note: unknown) => unknown]>([
    ['note', 1, note => ({ ...profile, note })],
    ['apps.touristappid.note', 3, note => withApp({ note })],
    ['apps.touristappid.note', 3, note => withApp({ replies: undefined, note })],
    ['apps.touristappid.privacy', 4, note => withApp({ privacy: { note } })],
    ['system', 2, note => ({ ...profile, system: { note } })],
    ['apps.touristappid.scopes["scope.camera"].note', 5, note => withDecision({ ...decision, note })],
    [
      'apps.touristappid.replies["wx.getLocation"].note',
      5,
      note => withApp({ replies: { 'wx.getLocation': { note } } }),
    ],
  ])('is at most 100: %s', (place, around, json) => {
    expect(faultOf(JSON.stringify(json(nested(100 - around)))).code).toBe('none')
    expect(faultOf(JSON.stringify(json(nested(101 - around))))).toEqual({
      code: 'ERR_PROFILE_VALUE',
      facts: { ...source, place, expected: { kind: 'too-deep', levels: 100 } },
    })
  })
})

const agreement = { state: 'agreed', at: '2026-01-31T08:00:00.000Z', by: 'button' }

describe('A wrong value', () => {
  const privacyPlace = 'apps.touristappid.privacy'
  const camera = 'apps.touristappid.scopes["scope.camera"]'
  test.each<[place: string, expected: ProfileValue | ErrMsgOf, json: unknown]>([
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
    ['apps.touristappid.replies["wx.request"]', 'api', withApp({ replies: { 'wx.request': {} } })],
    ['apps.touristappid.replies.constructor', 'api', withApp({ replies: { constructor: {} } })],
    ...wrongErrMsgs,
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
    [privacyPlace, 'object', withApp({ privacy: null })],
    [privacyPlace, 'object', withApp({ privacy: 'agreed' })],
    [`${privacyPlace}.state`, 'agreed', withApp({ privacy: { ...agreement, state: 'accepted' } })],
    [`${privacyPlace}.state`, 'agreed', withApp({ privacy: { ...agreement, state: null } })],
    [`${privacyPlace}.at`, 'date', withApp({ privacy: { ...agreement, at: 'yesterday' } })],
    [`${privacyPlace}.at`, 'date', withApp({ privacy: { state: 'agreed' } })],
    [`${privacyPlace}.by`, 'decided-by', withApp({ privacy: { ...agreement, by: 'me' } })],
    [`${privacyPlace}.guideline`, 'undeclared', withApp({ privacy: { guideline: 'declared' } })],
    [`${privacyPlace}.guideline`, 'undeclared', withApp({ privacy: { ...agreement, guideline: null } })],
    ['system', 'object', { ...profile, system: [] }],
    ['system', 'object', { ...profile, system: null }],
    ['system.camera', 'permission-state', { ...profile, system: { camera: 'granted' } }],
    ['system.location', 'permission-state', { ...profile, system: { future: 1, location: null } }],
  ])('is named by its place: %s expects the kind %s', (place, expected, json) => {
    expect(faultOf(JSON.stringify(json))).toEqual({
      code: 'ERR_PROFILE_VALUE',
      facts: { ...source, place, expected },
    })
  })

  test('that is probably another API has its name', () => {
    const { facts } = faultOf(JSON.stringify(withApp({ replies: { getlocaton: {} } })))
    expect(facts).toMatchObject({ expected: 'api', near: 'wx.getLocation' })
  })

  test.each(['__proto__', 'constructor'])('does not hide behind the key %s', key => {
    const quoted = JSON.stringify(key)
    expect(faultOf(`{"version":1,"apps":{${quoted}:1}}`).facts).toMatchObject({ place: `apps.${key}` })
    expect(faultOf(`{${quoted}:{"version":1,"apps":{}}}`).facts).toMatchObject({ place: 'version' })
    const scopes = `{"version":1,"apps":{"a":{"name":"","scopes":{${quoted}:{"state":"maybe"}}}}}`
    expect(faultOf(scopes).facts).toMatchObject({ place: `apps.a.scopes.${key}.state` })
  })
})

describe('A profile', () => {
  test.each([
    ['as documented', profile],
    ['without apps', { version: 1, apps: {} }],
    ['without replies', withApp({ replies: undefined })],
    ['with replies', withApp({ replies: { 'wx.getLocation': { latitude: 1 } } })],
    [
      'with replies of the other edition',
      withApp({ replies: { getFuzzyLocation: {}, 'wx.choosePoi': {}, map: {} } }),
    ],
    ['with a failure', withErrMsg('getLocation', 'getLocation:fail system permission denied')],
    ['with a cancellation', withErrMsg('wx.chooseAddress', 'chooseAddress:cancel')],
    ['with an errMsg that devices give', withErrMsg('wx.getUserInfo', 'operateWXData:fail invalid session')],
    ['with an unknown scope', withApp({ scopes: { 'scope.future': decision } })],
    ['with unknown keys', { ...profile, theme: null, apps: { a: { ...app, x: [1] }, b: app } }],
    ['with an agreement', withApp({ privacy: agreement })],
    ['with an agreement and unknown keys', withApp({ privacy: { ...agreement, version: 2 }, x: 1 })],
    ['with a guideline that declares nothing', withApp({ privacy: { guideline: 'undeclared' } })],
    ['with an empty privacy', withApp({ replies: undefined, privacy: {} })],
    ['with permissions', { ...profile, system: { location: 'denied', camera: 'undetermined' } }],
    ['with unknown permissions', { ...profile, system: { contacts: [1], location: 'authorized' } }],
    ['with a date alone', withDecision({ ...decision, at: '2026-01-31' })],
    ['with a time zone', withDecision({ ...decision, at: '2026-01-31T08:00:00+08:00' })],
  ])('is taken %s', (_what, json) => {
    const text = JSON.stringify(json, undefined, 2)
    expect(check(text)).toEqual(JSON.parse(text))
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
  const agreements = fc.record({
    state: fc.constant('agreed'),
    at,
    by: fc.constantFrom('popup', 'button', 'set'),
  })
  const apps = fc
    .tuple(
      unknown,
      fc.record({
        name: fc.string(),
        scopes: fc.dictionary(key, decisions),
        replies: fc.dictionary(fc.constantFrom('wx.getLocation', 'getLocation', 'camera'), unknown),
      }),
      fc.option(agreements, { nil: undefined }),
    )
    .map(([{ replies: _, privacy: __, ...others }, record, privacy]) => ({
      ...others,
      ...record,
      ...(privacy === undefined ? {} : { privacy }),
    }))
  const system = fc.dictionary(
    fc.constantFrom('location', 'camera', 'album'),
    fc.constantFrom('authorized', 'denied', 'undetermined'),
  )
  const profiles = object({ version: fc.constant(1), apps: fc.dictionary(key, apps), system })

  test('comes back from its own text, unknown keys and all', () => {
    fc.assert(
      fc.property(profiles, value => {
        const text = JSON.stringify(value)
        expect(JSON.stringify(check(text))).toBe(text)
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
        // The whole is not replaced: that only an object comes here, the compiler sees to.
        const chosen = 1 + (at % (visited - 1))
        visited = 0
        const text =
          JSON.stringify(JSON.parse(places), (_key, inner) => (visited++ === chosen ? put : inner)) ?? '{}'
        const { code, facts } = faultOf(text)
        if (code === 'none') expect(JSON.stringify(check(text))).toBe(text)
        else if (code === 'ERR_PROFILE_VALUE')
          expect(facts).toMatchObject({ place: expect.stringMatching(/^(version$|apps|system)/) })
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
    const pairs = Array.from({ length: 9 }, () => [took(JSON.parse), took(check)] as const)
    const bare = Math.min(...pairs.map(([time]) => time))
    const checked = Math.min(...pairs.map(([, time]) => time))
    expect(checked).toBeLessThan(bare * 3 + 10)
  })
})
