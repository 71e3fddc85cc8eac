import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
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
  ['ERR_UNKNOWN_ANSWER', 'no answer acept. Did you mean accept?', auth => auth.answer?.('acept')],
  ['ERR_UNKNOWN_ANSWER', 'no answer undefined', auth => auth.answer?.('scope.camera')],
  ['ERR_UNKNOWN_ANSWER', 'no answer an object', auth => auth.answer?.({})],
  ['ERR_UNKNOWN_SCOPE', 'Did you mean scope.camera?', auth => auth.answer?.('scope.kamera', 'accept')],
  [
    'ERR_UNKNOWN_SCOPE',
    'wx.chooseLocation. Did you mean scope.userLocation?',
    auth => auth.answer?.('wx.chooseLocation', 'accept'),
  ],
  [
    'ERR_UNKNOWN_SCOPE',
    'no scope scope.kamera',
    auth => auth.answer?.('wx.openSetting', { 'scope.kamera': true }),
  ],
  ['ERR_BAD_ARGUMENT', 'this is accept', auth => auth.answer?.('wx.openSetting', 'accept')],
  ['ERR_BAD_ARGUMENT', 'this is undefined', auth => auth.answer?.('wx.openSetting')],
  [
    'ERR_BAD_ARGUMENT',
    'scope.camera must be true or false; this is on',
    auth => auth.answer?.('wx.openSetting', { 'scope.camera': 'on' }),
  ],
  [
    'ERR_BAD_ARGUMENT',
    'a list (scope.camera, scope.record)',
    auth => auth.set?.(['scope.camera', 'scope.record']),
  ],
  ['ERR_UNKNOWN_SCOPE', 'Did you mean scope.camera?', auth => auth.reset?.('scope.camara')],
  ['ERR_UNKNOWN_STATE', 'no state true', auth => auth.set?.('scope.camera', true)],
  ['ERR_UNKNOWN_API', 'Did you mean wx.getLocation?', auth => auth.reply?.('wx.getLocaton', {})],
  ['ERR_BAD_ARGUMENT', 'an object; this is a function', auth => auth.reply?.('wx.getLocation', () => ({}))],
  [
    'ERR_BAD_ARGUMENT',
    'this is fail cancel',
    auth => auth.reply?.('wx.getLocation', { errMsg: 'fail cancel' }),
  ],
  ...['chooseAddress:ok', 'getLocation:okay', 'getLocation:', 'getLocation:FAIL', 'camera:fail', null].map(
    (errMsg): (typeof mistakes)[number] => [
      'ERR_BAD_ARGUMENT',
      'errMsg must be "getLocation:ok" or start with "getLocation:fail"',
      auth => auth.reply?.('wx.getLocation', { errMsg }),
    ],
  ),
  ['ERR_UNKNOWN_ANSWER', 'a list (a list)', auth => auth.answer?.(loop())],
  ['ERR_UNKNOWN_STATE', 'a list (a list)', auth => auth.set?.('scope.camera', deepList())],
  ['ERR_BAD_ARGUMENT', 'a list (a list)', auth => auth.reply?.('wx.getLocation', loop())],
  ['ERR_UNKNOWN_OPEN_TYPE', 'a list (a list)', auth => auth.tap?.(deepList())],
  [
    'ERR_BAD_ARGUMENT',
    'no function',
    auth => auth.reply?.('wx.getLocation', Object.fromEntries([['then', () => 1]])),
  ],
  ['ERR_BAD_ARGUMENT', 'this is 1', auth => auth.reply?.('wx.getLocation', { errMsg: 1 })],
  ['ERR_UNKNOWN_OPEN_TYPE', 'Did you mean getUserInfo?', auth => auth.tap?.('getUserinfos')],
  ['ERR_UNKNOWN_OPEN_TYPE', 'open-type undefined', auth => auth.tap?.()],
  ['ERR_BAD_ARGUMENT', "'camera', the only component", auth => auth.mount?.('map')],
  ['ERR_BAD_ARGUMENT', 'this is undefined', auth => auth.unmount?.()],
]

/** The same for the options of `createWxAuth`. */
const options: readonly (readonly [code: string, part: string, options: unknown])[] = [
  ['ERR_UNKNOWN_OPTION', 'no option answer. Did you mean answers?', { answer: 'accept' }],
  ['ERR_UNKNOWN_OPTION', 'It has app, project', { traces: true }],
  ['ERR_UNKNOWN_LANGUAGE', 'no texts in fr. The languages are en.', { language: 'fr' }],
  ['ERR_UNKNOWN_LANGUAGE', 'no texts in an object', { language: {} }],
  ['ERR_UNKNOWN_LANGUAGE', 'a list (a list)', { language: deepList() }],
  ['ERR_UNKNOWN_ANSWER', 'a list (a list)', { answers: [loop()] }],
  ['ERR_BAD_ARGUMENT', 'a list (a list)', { replies: { camera: deepList() } }],
  ['ERR_BAD_ARGUMENT', 'createWxAuth must be given an object', null],
  ['ERR_BAD_ARGUMENT', 'this is accept', 'accept'],
  ['ERR_BAD_ARGUMENT', 'onUncaught must be a function; this is 1', { onUncaught: 1 }],
  ['ERR_BAD_ARGUMENT', 'project must be a folder', { project: 1 }],
  ['ERR_BAD_ARGUMENT', 'this is an object', { project: new URL('https://example.org') }],
  ['ERR_UNKNOWN_ANSWER', 'no answer true', { answers: true }],
  ['ERR_UNKNOWN_ANSWER', 'Did you mean reject?', { answers: ['rejct'] }],
  ['ERR_UNKNOWN_SCOPE', 'Did you mean scope.camera?', { answers: { camera: 'accept' } }],
  ['ERR_BAD_ARGUMENT', 'an object; this is a list (1)', { replies: { 'wx.getLocation': [1] } }],
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
