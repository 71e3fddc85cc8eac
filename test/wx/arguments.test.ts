import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createWxAuth } from '../../src/wx/create.ts'
import type { WxAuthOptions } from '../../src/wx/types/index.ts'
import { temporaryHome } from '../support/temporary-home.ts'
import { createWorld, rejection } from './uncaught-list.ts'

/** A list of 100,000 lists in one another. */
function deepList(): unknown {
  let list: unknown = []
  for (let level = 0; level < 100_000; level += 1) list = [list]
  return list
}

/** A list that contains itself. */
function loop(): unknown {
  const list: unknown[] = []
  list.push(list)
  return list
}

type Untyped = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>

/** Wrong arguments that only untyped code can pass, and a part of the message, which includes the hint. */
const mistakes: readonly (readonly [code: string, part: string, use: (auth: Untyped) => unknown])[] = [
  ['ERR_UNKNOWN_ANSWER', 'Unknown answer "acept". Did you mean accept?', auth => auth.answer?.('acept')],
  ['ERR_BAD_ARGUMENT', 'or a function, not undefined', auth => auth.answer?.('scope.camera')],
  ['ERR_BAD_ARGUMENT', 'or a function, not an object', auth => auth.answer?.({})],
  ['ERR_BAD_ARGUMENT', 'or a function, not null', auth => auth.answer?.('scope.camera', null)],
  ['ERR_UNKNOWN_SCOPE', 'Did you mean scope.camera?', auth => auth.answer?.('scope.kamera', 'accept')],
  ['ERR_BAD_ARGUMENT', 'the name of a scope, not 1', auth => auth.answer?.(1, 'accept')],
  [
    'ERR_UNKNOWN_SCOPE',
    'Unknown scope "wx.chooseLocation". Did you mean scope.userLocation, the scope of wx.chooseLocation?',
    auth => auth.answer?.('wx.chooseLocation', 'accept'),
  ],
  [
    'ERR_UNKNOWN_SCOPE',
    'Unknown scope "scope.kamera".',
    auth => auth.answer?.('wx.openSetting', { 'scope.kamera': true }),
  ],
  ['ERR_BAD_ARGUMENT', 'true }, not "accept".', auth => auth.answer?.('wx.openSetting', 'accept')],
  ['ERR_BAD_ARGUMENT', 'true }, not undefined', auth => auth.answer?.('wx.openSetting')],
  ['ERR_BAD_ARGUMENT', 'true }, not an instance of Map.', auth => auth.answer?.('wx.openSetting', new Map())],
  [
    'ERR_BAD_ARGUMENT',
    'scope.camera must be true or false, not "on".',
    auth => auth.answer?.('wx.openSetting', { 'scope.camera': 'on' }),
  ],
  [
    'ERR_BAD_ARGUMENT',
    'not a list ("scope.camera", "scope.record").',
    auth => auth.set?.(['scope.camera', 'scope.record']),
  ],
  ['ERR_BAD_ARGUMENT', 'not an instance of Map', auth => auth.set?.(new Map())],
  ['ERR_BAD_ARGUMENT', 'not an instance of a class', auth => auth.set?.(new (class {})())],
  ['ERR_BAD_ARGUMENT', 'not null', auth => auth.set?.(null)],
  ['ERR_UNKNOWN_SCOPE', 'Did you mean scope.camera?', auth => auth.reset?.('scope.camara')],
  ['ERR_BAD_ARGUMENT', 'the name of a scope, not null', auth => auth.reset?.(null)],
  ['ERR_UNKNOWN_SCOPE', 'the scope of wx.chooseLocation?', auth => auth.reset?.('chooseLocation')],
  ['ERR_UNKNOWN_SCOPE', 'the scope of wx.startRecord?', auth => auth.set?.({ startRecord: 'accepted' })],
  [
    'ERR_UNKNOWN_SCOPE',
    'the scope of wx.startRecord?',
    auth => auth.tap?.('openSetting', { startRecord: true }),
  ],
  ['ERR_UNKNOWN_STATE', 'Did you mean rejected?', auth => auth.set?.('scope.camera', 'reject')],
  ['ERR_BAD_ARGUMENT', "'rejected', not true", auth => auth.set?.('scope.camera', true)],
  ['ERR_BAD_ARGUMENT', "'rejected', not false", auth => auth.set?.({ 'scope.camera': false })],
  ['ERR_UNKNOWN_API', 'Did you mean wx.getLocation?', auth => auth.reply?.('wx.getLocaton', {})],
  [
    'ERR_UNKNOWN_API',
    'Did you mean wx.getLocation or wx.chooseLocation, guarded by scope.userLocation?',
    auth => auth.reply?.('scope.userLocation', {}),
  ],
  ['ERR_UNGUARDED_API', 'it asks the user at every call', auth => auth.reply?.('wx.getUserProfile', {})],
  ['ERR_UNKNOWN_API', 'wxauth does not know the API "wx.foo".', auth => auth.reply?.('wx.foo', {})],
  ['ERR_UNKNOWN_API', 'does not know the API "".', auth => auth.reply?.('', {})],
  ['ERR_BAD_ARGUMENT', 'the name of an API, not a function', auth => auth.reply?.(() => 1, {})],
  ['ERR_BAD_ARGUMENT', 'a plain object, not a function', auth => auth.reply?.('wx.getLocation', () => ({}))],
  [
    'ERR_BAD_ARGUMENT',
    'a plain object, not an instance of Map.',
    auth => auth.reply?.('wx.getLocation', new Map()),
  ],
  ['ERR_BAD_ARGUMENT', 'a plain object, not null', auth => auth.reply?.('wx.getLocation', null)],
  [
    'ERR_BAD_ARGUMENT',
    'not "fail cancel".',
    auth => auth.reply?.('wx.getLocation', { errMsg: 'fail cancel' }),
  ],
  ...['chooseAddress:ok', 'getLocation:okay', 'getLocation:', 'getLocation:FAIL', 'camera:fail', null].map(
    (errMsg): (typeof mistakes)[number] => [
      'ERR_BAD_ARGUMENT',
      `errMsg must be "getLocation:ok" or start with "getLocation:fail" or "getLocation:cancel", not ${errMsg === null ? 'null' : `"${errMsg}"`}.`,
      auth => auth.reply?.('wx.getLocation', { errMsg }),
    ],
  ),
  [
    'ERR_BAD_ARGUMENT',
    'data, not a function',
    auth => auth.reply?.('wx.getLocation', Object.fromEntries([['then', () => 1]])),
  ],
  ['ERR_BAD_ARGUMENT', 'not 1', auth => auth.reply?.('wx.getLocation', { errMsg: 1 })],
  ['ERR_UNKNOWN_OPEN_TYPE', 'Did you mean getUserInfo?', auth => auth.tap?.('getUserinfos')],
  [
    'ERR_UNKNOWN_OPEN_TYPE',
    'Tap getUserInfo or openSetting.',
    auth => auth.tap?.('agreePrivacyAuthorization'),
  ],
  ['ERR_UNKNOWN_SCOPE', 'Unknown scope "privacy"', auth => auth.answer?.('privacy', 'accept')],
  ['ERR_UNKNOWN_SCOPE', 'Did you mean privacy?', auth => auth.set?.('privcy', 'agreed')],
  ['ERR_UNKNOWN_SCOPE', 'Run wxauth list-scopes', auth => auth.set?.('system.gps', 'denied')],
  ['ERR_UNKNOWN_STATE', 'Did you mean agreed?', auth => auth.set?.('privacy', 'agree')],
  ['ERR_UNKNOWN_STATE', 'Did you mean denied?', auth => auth.set?.({ 'system.camera': 'denid' })],
  ['ERR_BAD_ARGUMENT', "'openSetting', not undefined", auth => auth.tap?.()],
  ['ERR_BAD_ARGUMENT', "'openSetting', not an object", auth => auth.tap?.(Object.create(null))],
  ['ERR_BAD_ARGUMENT', "'camera', the only component", auth => auth.mount?.('map')],
  ['ERR_BAD_ARGUMENT', 'not undefined', auth => auth.unmount?.()],
  [
    'ERR_BAD_ARGUMENT',
    'traces must be true or false, not "on".',
    auth => Object.assign(auth, { traces: 'on' }),
  ],
]

/** The same for the options of `createWxAuth`, and for what is in them. */
const options: readonly (readonly [code: string, part: string, options: unknown])[] = [
  ['ERR_UNKNOWN_OPTION', 'Did you mean answers?', { answer: 'accept' }],
  ['ERR_UNKNOWN_OPTION', 'app, project', { traces: true }],
  ...[null, 'accept', 1, [], () => ({}), new Map()].map(bad('a plain object', options => options)),

  ...[null, 'wx12', 1, [], () => ({}), new Map()].map(bad('app must be a plain object', app => ({ app }))),
  ...[null, 12, '', 'wx 12', '../12', 'x'.repeat(65), {}].map(
    bad('app.appid must be 1 to 64 letters', appid => ({ app: { appid } })),
  ),
  ...[null, 1, [], {}].map(bad('app.name must be a string', name => ({ app: { name } }))),
  ...[null, true, 'scope.userLocation', []].map(
    bad('app.permission must be a plain object', permission => ({ app: { permission } })),
  ),
  ...[null, 'To show shops', []].map(
    bad('permission["scope.userLocation"] must be a plain object', location => ({
      app: { permission: { 'scope.userLocation': location } },
    })),
  ),
  ...[null, 1, ['To show shops'], {}].map(
    bad('permission["scope.userLocation"].desc must be a string', desc => ({
      app: { permission: { 'scope.userLocation': { desc } } },
    })),
  ),

  ...[
    null,
    1,
    '',
    [],
    {},
    new URL('https://example.org'),
    { href: 1 },
    { href: 'file://host/folder' },
    'file://host/folder',
  ].map(bad('project must be the path of a folder', project => ({ project }))),
  ['ERR_CONFLICTING_FLAGS', 'Keep one of them', { app: {}, project: '.' }],
  ['ERR_BAD_ARGUMENT', 'not a list (a list)', { profile: deepList() }],
  ['ERR_BAD_ARGUMENT', 'not a list (1, 1, 1, …)', { profile: Array.from({ length: 1e6 }, () => 1) }],

  ...[null, 1, '', [], {}, true].map(bad('profile must be the name of a profile', profile => ({ profile }))),
  ['ERR_PROFILE_NAME', '"../alice"', { profile: '../alice' }],

  ...[null, true, 1, new Map(), Promise.resolve('accept')].map(
    bad("answers must be 'accept'", answers => ({ answers })),
  ),
  ...[null, 1, {}, ['accept']].map(bad("An answer must be 'accept'", answer => ({ answers: [answer] }))),
  ...[null, 1, {}].map(
    bad("An answer must be 'accept'", answer => ({ answers: { 'scope.camera': answer } })),
  ),
  ...[null, 1, {}].map(
    bad("An answer must be 'accept'", answer => ({ answers: { 'scope.camera': [answer] } })),
  ),
  ['ERR_UNKNOWN_ANSWER', 'Did you mean reject?', { answers: 'rejct' }],
  ['ERR_UNKNOWN_ANSWER', 'Did you mean reject?', { answers: ['rejct'] }],
  ['ERR_UNKNOWN_ANSWER', 'Did you mean reject?', { answers: { 'scope.camera': 'rejct' } }],
  ['ERR_UNKNOWN_SCOPE', 'Did you mean scope.camera?', { answers: { camera: 'accept' } }],
  ['ERR_UNKNOWN_SCOPE', 'the scope of wx.getLocation?', { answers: { 'wx.getLocation': 'accept' } }],
  ['ERR_UNKNOWN_API', 'Did you mean camera, guarded by scope.camera?', { replies: { 'scope.camera': {} } }],

  ...[null, 1, 'wx.getLocation', [], new Map()].map(
    bad('replies must be a plain object', replies => ({ replies })),
  ),
  ...[null, 1, 'ok', [1], () => ({})].map(
    bad('wx.getLocation must be a plain object', reply => ({ replies: { 'wx.getLocation': reply } })),
  ),
  ...[null, 1, 'fail cancel', {}].map(
    bad('wx.getLocation.errMsg must be "getLocation:ok"', errMsg => ({
      replies: { 'wx.getLocation': { errMsg } },
    })),
  ),
  ['ERR_UNKNOWN_API', 'Did you mean wx.getLocation?', { replies: { 'wx.getLocaton': {} } }],

  ...[null, 1, [], {}].map(bad("edition must be 'guide' or 'today'", edition => ({ edition }))),
  ['ERR_UNKNOWN_EDITION', 'Did you mean today?', { edition: 'todays' }],
  ['ERR_UNKNOWN_EDITION', 'no edition ""', { edition: '' }],
  ...[null, 1, [], {}].map(
    bad("platform must be 'devtools', 'ios' or 'android'", platform => ({ platform })),
  ),
  ['ERR_UNKNOWN_PLATFORM', 'Choose devtools, ios or android.', { platform: 'windows' }],
  ...[null, 'getLocation', {}, [1]].map(
    bad('app.requiredPrivateInfos must be a list of strings', requiredPrivateInfos => ({
      app: { requiredPrivateInfos },
    })),
  ),
  ...[null, 'location', {}, [1]].map(
    bad('app.requiredBackgroundModes must be a list of strings', requiredBackgroundModes => ({
      app: { requiredBackgroundModes },
    })),
  ),
  ['ERR_UNKNOWN_SCOPE', 'Unknown scope "privacy"', { answers: { privacy: 'accept' } }],
  ['ERR_UNKNOWN_ANSWER', 'Did you mean accept?', { edition: 'today', answers: { privacy: 'acept' } }],

  ...[null, 1, 'throw', {}].map(bad('onUncaught must be a function', onUncaught => ({ onUncaught }))),
  ...[null, 1, [], {}, { toString: 1 }].map(
    bad('language must be the name of a language', language => ({ language })),
  ),
  ['ERR_UNKNOWN_LANGUAGE', 'no messages in the language "fr". Choose en or zh-CN.', { language: 'fr' }],
]

/** Makes a row for a wrong value. */
function bad(part: string, optionsWith: (value: unknown) => unknown) {
  return (value: unknown) => ['ERR_BAD_ARGUMENT', part, optionsWith(value)] as const
}

describe('A wrong argument', () => {
  test.each(mistakes)('throws %s with a message that contains: %s', (code, part, use) => {
    const { auth } = createWorld()
    const message = expect.stringContaining(part)
    expect(() => use(auth as unknown as Untyped)).toThrow(expect.objectContaining({ code, message }))
    expect(auth.unused()).toEqual([])
    expect(auth.events).toEqual([])
  })

  test.each(options)('of createWxAuth throws %s, writes nothing, and says: %s', (code, part, options) => {
    const home = temporaryHome()
    vi.stubEnv('WXAUTH_HOME', home)
    onTestFinished(() => void vi.unstubAllEnvs())
    const message = expect.stringContaining(part)
    expect(() => createWxAuth(options as WxAuthOptions)).toThrow(expect.objectContaining({ code, message }))
    expect(readdirSync(home)).toEqual([])
  })

  test('that a function returns as an answer is reported by the call, which says what it may return', async () => {
    const { wx } = createWorld({ answers: (() => () => 'accept') as never })
    expect(await rejection(wx.chooseAddress())).toMatchObject({
      code: 'ERR_BAD_ARGUMENT',
      message: expect.stringContaining(
        "The result of an answer function must be 'accept', 'reject', 'dismiss' or undefined, not a function.",
      ),
    })
  })

  test('of openSettingPage moves no switch', async () => {
    const { auth } = createWorld()
    await auth.set('scope.camera', 'accepted')
    const changes = { 'scope.camera': 0 } as unknown as Readonly<Record<'scope.camera', boolean>>
    expect(await rejection(auth.openSettingPage(changes))).toMatchObject({ code: 'ERR_BAD_ARGUMENT' })
    expect(auth.states()).toMatchObject({ 'scope.camera': 'accepted' })
  })
})

describe('An argument can be', () => {
  test('a list of answers, each for the next popup of any scope', async () => {
    const { wx, auth } = createWorld({ answers: ['reject', 'accept'] })
    expect(await rejection(wx.getLocation({}))).toEqual({ errMsg: 'getLocation:fail auth deny' })
    await expect(wx.chooseAddress()).resolves.toMatchObject({ errMsg: 'chooseAddress:ok' })
    expect(auth.unused()).toEqual([])
    expect(await rejection(wx.getWeRunData())).toMatchObject({ code: 'ERR_UNANSWERED' })
  })

  test('a state for all scopes and other states for some of them', async () => {
    const { auth } = createWorld()
    await auth.set({ all: 'rejected', 'scope.camera': 'accepted' })
    const states = auth.states()
    expect(Object.values(states).filter(state => state === 'rejected')).toHaveLength(8)
    expect(states['scope.camera']).toBe('accepted')
    await auth.set('all', 'undecided')
    expect(new Set(Object.values(auth.states()))).toEqual(new Set(['undecided']))
  })

  test('a list of scopes to forget; an empty list forgets none', async () => {
    const { auth } = createWorld()
    await auth.set({ 'scope.camera': 'accepted', 'scope.record': 'accepted', 'scope.werun': 'rejected' })
    await auth.reset(['scope.camera', 'scope.record'])
    await auth.reset([])
    expect(auth.states()).toMatchObject({ 'scope.camera': 'undecided', 'scope.werun': 'rejected' })
  })

  test('left out for a visit to the settings page that moves no switch', async () => {
    const { auth } = createWorld()
    await auth.set('scope.camera', 'accepted')
    expect(await auth.openSettingPage()).toEqual({ 'scope.camera': true })
    expect(await auth.openSettingPage({ 'scope.camera': undefined } as object)).toEqual({
      'scope.camera': true,
    })
  })

  test.each([
    ['as an object', pathToFileURL],
    ['as a text, as import.meta.resolve returns it', (folder: string) => pathToFileURL(folder).href],
  ])('the URL of a project, %s', async (_, urlOf) => {
    const folder = join(temporaryHome(), 'project')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'project.config.json'), JSON.stringify({ appid: 'wx12' }))
    const { wx, auth } = createWorld({ project: urlOf(folder), answers: 'accept' })
    await wx.chooseAddress()
    expect(auth.events).toContainEqual(
      expect.objectContaining({
        question: expect.objectContaining({ app: { appid: 'wx12', name: 'wx12' } }),
      }),
    )
  })

  test('undefined, which is as good as left out', async () => {
    const { wx, auth } = createWorld({
      answers: { 'scope.camera': undefined },
      replies: { camera: undefined },
    } as object)
    await auth.set({ 'scope.address': undefined, 'scope.record': 'accepted' } as object)
    expect(await wx.getSetting()).toMatchObject({ authSetting: { 'scope.record': true } })
    expect(await rejection(auth.mount('camera'))).toMatchObject({ code: 'ERR_UNANSWERED' })
  })

  test('a reply and an app of any depth, even one that contains itself', async () => {
    const app = { permission: { 'scope.userLocation': { desc: 'why' } }, deep: deepList(), loop: loop() }
    const { wx, auth } = createWorld({ app, answers: 'accept' } as object)
    auth.reply('wx.getLocation', { deep: deepList(), loop: loop() })
    const result = (await wx.getLocation({})) as unknown as Record<string, unknown[]>
    expect(result.loop?.[0] === result.loop).toBe(true)
    expect(Array.isArray(result.deep?.[0])).toBe(true)
    await expect(wx.chooseAddress({ deep: deepList() } as object)).resolves.toHaveProperty('userName')
  })

  test('a reply whose errMsg has the name that devices give', async () => {
    const { wx, auth } = createWorld({ answers: 'accept' })
    auth.reply('wx.getUserInfo', { errMsg: 'operateWXData:fail invalid request' })
    expect(await rejection(wx.getUserInfo({}))).toEqual({ errMsg: 'operateWXData:fail invalid request' })
  })
})
