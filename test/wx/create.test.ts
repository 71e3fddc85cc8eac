import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { isWxApi } from '../../src/catalogue/catalogue.ts'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { mostEvents } from '../../src/session/log.ts'
import { canIUse } from '../../src/wx/can-i-use.ts'
import { createWxAuth } from '../../src/wx/create.ts'
import type { Wx } from '../../src/wx/types/index.ts'
import { temporaryHome } from '../support/temporary-home.ts'
import { createWorld, rejection } from './uncaught-list.ts'

type Calls = Readonly<Record<string, (option?: unknown) => Promise<unknown>>>
const untyped = (wx: Wx) => wx as unknown as Calls

describe('The Mini Program', () => {
  test.each([
    ['is the demo by default', {}, 'getLocation:ok'],
    ['without a usage description gets no location', { app: {} }, 'getLocation:fail require permission desc'],
    [
      'can be the content of an app.json',
      { app: { permission: { 'scope.userLocation': { desc: 'To show shops' } } } },
      'getLocation:ok',
    ],
    [
      'has no usage description if it is blank',
      { app: { permission: { 'scope.userLocation': { desc: ' ' } } } },
      'getLocation:fail require permission desc',
    ],
  ])('%s', async (_, options, errMsg) => {
    const { wx } = createWorld({ ...options, answers: 'accept' })
    const result = await wx.getLocation({}).catch(reason => reason)
    expect(result.errMsg).toBe(errMsg)
  })

  test('cannot be both app and project', () => {
    expect(() => createWxAuth({ app: {}, project: '.' })).toThrow(
      expect.objectContaining({ code: 'ERR_CONFLICTING_FLAGS' }),
    )
  })
})

describe('On disk', () => {
  test('profile names a profile of the command line, and project a folder to read', async () => {
    const home = temporaryHome()
    const project = join(home, 'project')
    mkdirSync(project, { recursive: true })
    writeFileSync(
      join(project, 'project.config.json'),
      JSON.stringify({ appid: 'wx12', projectname: 'Shops' }),
    )
    process.env.WXAUTH_HOME = home
    try {
      const { wx, auth } = createWxAuth({ profile: 'alice', project })
      auth.set('scope.camera', 'rejected')
      expect(await rejection(wx.getLocation({}))).toEqual({
        errMsg: 'getLocation:fail require permission desc',
      })
      await expect(auth.mount('camera')).resolves.toMatchObject({ type: 'error' })
      const saved = JSON.parse(readFileSync(join(home, 'alice.json'), 'utf8'))
      expect(saved.apps.wx12.scopes['scope.camera']).toMatchObject({ state: 'rejected', by: 'set' })
      const { auth: later } = createWxAuth({ profile: 'alice', project })
      expect(later.states()).toMatchObject({ 'scope.camera': 'rejected' })
    } finally {
      delete process.env.WXAUTH_HOME
    }
  })

  test('changes are recorded in the order of their calls, awaited or not', async () => {
    vi.stubEnv('WXAUTH_HOME', temporaryHome())
    onTestFinished(() => void vi.unstubAllEnvs())
    const { auth } = createWxAuth({ profile: 'alice' })
    const changes = [
      auth.set('all', 'accepted'),
      auth.reset('scope.camera'),
      auth.set('scope.record', 'rejected'),
      auth.set('scope.camera', 'rejected'),
      auth.reset('scope.record'),
    ]
    await Promise.all(changes)
    expect(auth.states()).toMatchObject({
      'scope.address': 'accepted',
      'scope.camera': 'rejected',
      'scope.record': 'undecided',
    })
  })

  test.each([
    ['ERR_PROFILE_CORRUPT', { profile: 'corrupt' }],
    ['ERR_PROJECT_MISSING', { project: '/nowhere/at/all' }],
  ])('%s: the first call reports the mistake, and so does states()', async (code, options) => {
    const home = temporaryHome()
    writeFileSync(join(home, 'corrupt.json'), '{')
    vi.stubEnv('WXAUTH_HOME', home)
    onTestFinished(() => void vi.unstubAllEnvs())
    const { wx, auth, uncaught } = createWorld(options)
    const message = expect.stringMatching(/ /)
    expect(() => auth.states()).toThrow(expect.objectContaining({ code, message }))
    expect(await rejection(wx.getSetting())).toMatchObject({ code, message })
    wx.getSetting({ complete: () => undefined })
    await auth.idle()
    expect(uncaught).toMatchObject([{ code, message }])
    await expect(auth.set('scope.camera', 'accepted')).rejects.toMatchObject({ code, message })
  })

  test('a project that appears after the first call is found by the next one', async () => {
    const project = join(temporaryHome(), 'project')
    const { auth } = createWxAuth({ project })
    expect(() => auth.states()).toThrow(expect.objectContaining({ code: 'ERR_PROJECT_MISSING' }))
    mkdirSync(project)
    writeFileSync(join(project, 'project.config.json'), '{}')
    expect(auth.states()).toMatchObject({ 'scope.camera': 'undecided' })
  })
})

describe('What auth returns', () => {
  test('as states is what counts for the next call, even while set and reset are not awaited', async () => {
    const { wx, auth } = createWorld()
    void auth.set('all', 'rejected')
    void auth.set('scope.camera', 'accepted')
    void auth.reset('scope.record')
    const before = auth.states()
    expect(before).toMatchObject({
      'scope.address': 'rejected',
      'scope.camera': 'accepted',
      'scope.record': 'undecided',
    })
    auth.answer('accept')
    await wx.authorize({ scope: 'scope.record' })
    expect(before['scope.record']).toBe('undecided')
    expect(auth.states()['scope.record']).toBe('accepted')
  })

  test('cannot be changed: it is a copy of that moment', async () => {
    const { wx, auth } = createWorld()
    await rejection(wx.chooseAddress())
    auth.answer('accept')
    const lists = [auth.events, auth.unused(), auth.unanswered()] as unknown as unknown[][]
    for (const list of lists) {
      expect(list.length).toBeGreaterThan(0)
      expect(() => list.splice(0)).toThrow(TypeError)
      expect(() => Object.assign(list, { length: 0 })).toThrow(TypeError)
    }
    expect(() => Object.assign(auth.states(), { 'scope.camera': 'accepted' })).toThrow(TypeError)
    expect(auth.events.at(-1)).toMatchObject({ type: 'settled' })
    expect(auth.unused()).toHaveLength(1)
    expect(auth.unanswered()).toHaveLength(1)
  })
})

describe('Replies', () => {
  test('replace the demo data, can be failures, and never override a refusal', async () => {
    const { wx, auth } = createWorld({ answers: 'accept', replies: { 'wx.getLocation': { latitude: 1 } } })
    await expect(wx.getLocation({})).resolves.toEqual({ errMsg: 'getLocation:ok', latitude: 1 })
    auth.reply('wx.getLocation', { errMsg: 'getLocation:fail system permission denied' })
    expect(await rejection(wx.getLocation({}))).toEqual({
      errMsg: 'getLocation:fail system permission denied',
    })
    await auth.set('scope.userLocation', 'rejected')
    expect(await rejection(wx.getLocation({}))).toEqual({ errMsg: 'getLocation:fail auth deny' })
    await auth.set('scope.userLocation', 'accepted')
    auth.reply('wx.getLocation', undefined)
    await expect(wx.getLocation({})).resolves.toMatchObject({ latitude: 22.54 })
  })
})

describe('Events', () => {
  test('are called, asked, answered, recorded and settled, in order', async () => {
    const { wx, auth } = createWorld({ answers: 'accept' })
    await wx.chooseAddress()
    expect(auth.events).toMatchObject([
      { type: 'called', api: 'wx.chooseAddress', params: {} },
      { type: 'asked', question: { scope: 'scope.address' } },
      { type: 'answered', answer: 'accept' },
      { type: 'recorded', scope: 'scope.address', before: 'undecided', after: 'accepted', by: 'popup' },
      { type: 'settled', outcome: { api: 'wx.chooseAddress', callback: 'success' } },
    ])
  })

  test('are limited to the last 1,000', async () => {
    const { wx, auth } = createWorld()
    for (let call = 0; call < 3 * mostEvents; call++) await wx.getSetting()
    await wx.stopRecord()
    await wx.getSetting({ withSubscriptions: true })
    expect(auth.events).toHaveLength(mostEvents)
    expect(auth.events.at(-2)).toMatchObject({ type: 'called', params: { withSubscriptions: true } })
  })
})

describe('wx.canIUse', () => {
  test.each([
    ['getLocation', true],
    ['getLocation.success.latitude', true],
    ['getLocation.success.floor', false],
    ['getLocation.object.type.gcj02', true],
    ['getLocation.object.type.wgs85', false],
    ['authorize.object.scope', true],
    ['authorize.object.success', true],
    ['button.open-type.getUserInfo', true],
    ['button.open-type.contact', false],
    ['camera', true],
    ['CameraContext.takePhoto', true],
    ['request', false],
    ['toString', false],
    ['getLocation.success.toString', false],
    ['', false],
    [undefined, false],
  ])('of %j is %j', (schema, expected) => {
    expect(canIUse(guideCatalogue)(schema)).toBe(expected)
    expect(createWxAuth().wx.canIUse(schema as string)).toBe(expected)
  })

  test.each(guideCatalogue.guardedApis.filter(isWxApi))(
    'lists exactly the keys that %s answers with',
    async api => {
      const { wx } = createWorld({ answers: 'accept' })
      const name = api.replace('wx.', '')
      const result = await untyped(wx)[name]?.({
        filePath: `wxfile://a.${api.includes('Video') ? 'mp4' : 'jpg'}`,
      })
      const keys = Object.keys(Object(result)).filter(key => key !== 'errMsg')
      expect(keys).toEqual(guideCatalogue.apiOf(api).receives)
    },
  )
})
