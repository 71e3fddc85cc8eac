import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { createWxAuth } from '../../src/wx/create.ts'
import type { WxAuthOptions } from '../../src/wx/types/index.ts'
import { temporaryHome } from '../support/temporary-home.ts'
import { createWorld, rejection } from './uncaught-list.ts'

type Untyped = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>

/** Wrong arguments that only untyped code can pass, and a part of the message, which includes the hint. */
const mistakes: readonly (readonly [code: string, part: string, use: (auth: Untyped) => unknown])[] = [
  ['ERR_UNKNOWN_ANSWER', 'Unknown answer "acept". Did you mean accept?', auth => auth.answer?.('acept')],
  [
    'ERR_UNKNOWN_ANSWER',
    "must be 'accept', 'reject' or 'dismiss', not undefined.",
    auth => auth.answer?.('scope.camera'),
  ],
  [
    'ERR_UNKNOWN_ANSWER',
    "must be 'accept', 'reject' or 'dismiss', not an object.",
    auth => auth.answer?.({}),
  ],
  ['ERR_UNKNOWN_SCOPE', 'Did you mean scope.camera?', auth => auth.answer?.('scope.kamera', 'accept')],
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
  ['ERR_BAD_ARGUMENT', 'not "accept".', auth => auth.answer?.('wx.openSetting', 'accept')],
  ['ERR_BAD_ARGUMENT', 'not undefined.', auth => auth.answer?.('wx.openSetting')],
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
  ['ERR_UNKNOWN_SCOPE', 'Did you mean scope.camera?', auth => auth.reset?.('scope.camara')],
  ['ERR_UNKNOWN_SCOPE', 'the scope of wx.chooseLocation?', auth => auth.reset?.('chooseLocation')],
  ['ERR_UNKNOWN_SCOPE', 'the scope of wx.startRecord?', auth => auth.set?.({ startRecord: 'accepted' })],
  [
    'ERR_UNKNOWN_SCOPE',
    'the scope of wx.startRecord?',
    auth => auth.tap?.('openSetting', { startRecord: true }),
  ],
  [
    'ERR_UNKNOWN_API',
    'Did you mean wx.getLocation or wx.chooseLocation, guarded by scope.userLocation?',
    auth => auth.reply?.('scope.userLocation', {}),
  ],
  ['ERR_UNGUARDED_API', 'it asks the user at every call', auth => auth.reply?.('wx.getUserProfile', {})],
  ['ERR_UNKNOWN_API', 'wxauth does not know the API "wx.foo".', auth => auth.reply?.('wx.foo', {})],
  ['ERR_UNKNOWN_API', 'does not know the API "".', auth => auth.reply?.('', {})],
  ['ERR_UNKNOWN_STATE', 'A state must be a string, not true.', auth => auth.set?.('scope.camera', true)],
  ['ERR_UNKNOWN_API', 'Did you mean wx.getLocation?', auth => auth.reply?.('wx.getLocaton', {})],
  ['ERR_BAD_ARGUMENT', 'an object, not a function.', auth => auth.reply?.('wx.getLocation', () => ({}))],
  [
    'ERR_BAD_ARGUMENT',
    'not "fail cancel".',
    auth => auth.reply?.('wx.getLocation', { errMsg: 'fail cancel' }),
  ],
  [
    'ERR_BAD_ARGUMENT',
    'not a function.',
    auth => auth.reply?.('wx.getLocation', Object.fromEntries([['then', () => 1]])),
  ],
  ['ERR_BAD_ARGUMENT', 'not 1.', auth => auth.reply?.('wx.getLocation', { errMsg: 1 })],
  ['ERR_UNKNOWN_OPEN_TYPE', 'Did you mean getUserInfo?', auth => auth.tap?.('getUserinfos')],
  ['ERR_UNKNOWN_OPEN_TYPE', 'An open-type must be a string, not undefined.', auth => auth.tap?.()],
  ['ERR_BAD_ARGUMENT', "'camera', the only component", auth => auth.mount?.('map')],
  ['ERR_BAD_ARGUMENT', 'not undefined.', auth => auth.unmount?.()],
]

/** The same for the options of `createWxAuth`. */
const options: readonly (readonly [code: string, part: string, options: unknown])[] = [
  ['ERR_UNKNOWN_OPTION', 'take the option "answer". Did you mean answers?', { answer: 'accept' }],
  ['ERR_UNKNOWN_OPTION', 'It takes app, project', { traces: true }],
  ['ERR_UNKNOWN_LANGUAGE', 'no texts in "fr". Choose en.', { language: 'fr' }],
  ['ERR_UNKNOWN_LANGUAGE', 'A language must be a string, not an object.', { language: {} }],
  [
    'ERR_BAD_ARGUMENT',
    'createWxAuth must be called with an object of options or with nothing, not null.',
    null,
  ],
  ['ERR_BAD_ARGUMENT', 'not "accept".', 'accept'],
  ['ERR_BAD_ARGUMENT', 'onUncaught must be a function, not 1.', { onUncaught: 1 }],
  ['ERR_BAD_ARGUMENT', 'project must be a path or a file: URL, not 1.', { project: 1 }],
  ['ERR_BAD_ARGUMENT', 'not an object.', { project: new URL('https://example.org') }],
  ['ERR_UNKNOWN_ANSWER', 'not true.', { answers: true }],
  ['ERR_UNKNOWN_ANSWER', 'Did you mean reject?', { answers: ['rejct'] }],
  ['ERR_UNKNOWN_SCOPE', 'the scope of wx.getLocation?', { answers: { 'wx.getLocation': 'accept' } }],
  ['ERR_UNKNOWN_API', 'Did you mean camera, guarded by scope.camera?', { replies: { 'scope.camera': {} } }],
  ['ERR_UNKNOWN_SCOPE', 'Did you mean scope.camera?', { answers: { camera: 'accept' } }],
  ['ERR_BAD_ARGUMENT', 'an object, not a list (1).', { replies: { 'wx.getLocation': [1] } }],
  ['ERR_CONFLICTING_FLAGS', 'Keep one of them', { app: {}, project: '.' }],
]

describe('A wrong argument', () => {
  test.each(mistakes)('throws %s with a message that contains: %s', (code, part, use) => {
    const { auth } = createWorld()
    const message = expect.stringContaining(part)
    expect(() => use(auth as unknown as Untyped)).toThrow(expect.objectContaining({ code, message }))
    expect(auth.unused()).toEqual([])
    expect(auth.events).toEqual([])
  })

  test.each(options)('of createWxAuth throws %s with a message that contains: %s', (code, part, options) => {
    const message = expect.stringContaining(part)
    expect(() => createWxAuth(options as WxAuthOptions)).toThrow(expect.objectContaining({ code, message }))
  })

  test('of openSettingPage moves no switch', async () => {
    const { auth } = createWorld()
    await auth.set('scope.camera', 'accepted')
    const changes = { 'scope.camera': 0 } as unknown as Readonly<Record<'scope.camera', boolean>>
    expect(await rejection(auth.openSettingPage(changes))).toMatchObject({ code: 'ERR_BAD_ARGUMENT' })
    expect(await auth.states()).toMatchObject({ 'scope.camera': 'accepted' })
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
    const states = await auth.states()
    expect(Object.values(states).filter(state => state === 'rejected')).toHaveLength(8)
    expect(states['scope.camera']).toBe('accepted')
    await auth.set('all', 'undecided')
    expect(new Set(Object.values(await auth.states()))).toEqual(new Set(['undecided']))
  })

  test('a list of scopes to forget; an empty list forgets none', async () => {
    const { auth } = createWorld()
    await auth.set({ 'scope.camera': 'accepted', 'scope.record': 'accepted', 'scope.werun': 'rejected' })
    await auth.reset(['scope.camera', 'scope.record'])
    await auth.reset([])
    expect(await auth.states()).toMatchObject({ 'scope.camera': 'undecided', 'scope.werun': 'rejected' })
  })

  test('left out for a visit to the settings page that moves no switch', async () => {
    const { auth } = createWorld()
    await auth.set('scope.camera', 'accepted')
    expect(await auth.openSettingPage()).toEqual({ 'scope.camera': true })
    expect(await auth.openSettingPage({ 'scope.camera': undefined } as object)).toEqual({
      'scope.camera': true,
    })
  })

  test('the URL of a project', async () => {
    const folder = join(temporaryHome(), 'project')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'project.config.json'), JSON.stringify({ appid: 'wx12' }))
    const { wx, auth } = createWorld({ project: pathToFileURL(folder), answers: 'accept' })
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

  test('a reply whose errMsg names another API', async () => {
    const { wx, auth } = createWorld({ answers: 'accept' })
    auth.reply('wx.getUserInfo', { errMsg: 'operateWXData:fail invalid request' })
    expect(await rejection(wx.getUserInfo({}))).toEqual({ errMsg: 'operateWXData:fail invalid request' })
  })
})
