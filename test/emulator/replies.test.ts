import { describe, expect, test } from 'vitest'
import type { CustomReply } from '../../src/catalogue/api.ts'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { emptyProfile, type Profile } from '../../src/machine/profile.ts'
import type { Answer } from '../../src/machine/state.ts'
import { scriptedPrompter } from '../../src/prompt/popup/scripted-prompter.ts'
import { memoryStore } from '../../src/store/memory-store.ts'
import { appid, decideElsewhere, nobody, world } from './world.ts'

const { guardedApis } = guideCatalogue

const script = (general: Answer) => scriptedPrompter({ general, otherwise: nobody })
const profileWith = (replies: Readonly<Record<string, CustomReply>>): Profile => ({
  ...emptyProfile,
  apps: { [appid]: { name: 'Shops', scopes: {}, replies } },
})

const place = { latitude: 1, longitude: 2 }
const otherPlace = { latitude: 3, longitude: 4 }

describe('An allowed API answers', () => {
  test.each<
    [what: string, option: CustomReply | undefined, inProfile: Record<string, CustomReply>, answer: object]
  >([
    ['with demo data', undefined, {}, { latitude: 22.54, longitude: 113.93, accuracy: 65 }],
    ['with the reply in the profile', undefined, { 'wx.getLocation': place }, place],
    ['with the reply in the profile under its short name', undefined, { getLocation: place }, place],
    [
      'with the reply under its full name first',
      undefined,
      { getLocation: otherPlace, 'wx.getLocation': place },
      place,
    ],
    [
      'with the reply of the option rather than of the profile',
      place,
      { 'wx.getLocation': otherPlace },
      place,
    ],
    ['with nothing but the reply of the option', {}, { 'wx.getLocation': otherPlace }, {}],
    [
      'not with the reply of another API',
      undefined,
      { 'wx.chooseLocation': otherPlace },
      { latitude: 22.54 },
    ],
  ])('%s', async (_, option, inProfile, answer) => {
    const store = memoryStore(profileWith(inProfile))
    const replies = option === undefined ? {} : { 'wx.getLocation': option }
    const { emulator } = world({ store, replies, prompter: script('accept') })
    const { callback, result } = await emulator.call('wx.getLocation', {})
    expect(callback).toBe('success')
    expect(result).toMatchObject({ errMsg: 'getLocation:ok', ...answer })
    if (option !== undefined || answer === place)
      expect(Object.keys(result ?? {})).toEqual(['errMsg', ...Object.keys(answer)])
  })

  test.each(guardedApis)('with the reply of the option: %s', async api => {
    const { emulator } = world({ replies: { [api]: { custom: true } }, prompter: script('accept') })
    const { result } = await emulator.call(api, { filePath: 'wxfile://a.jpg' })
    expect(Object.keys(result ?? {})).toEqual(['errMsg', 'custom'])
  })

  test('a tap on the button with the reply of wx.getUserInfo', async () => {
    const store = memoryStore(profileWith({ 'wx.getUserInfo': { userInfo: { nickName: 'N' } } }))
    const { emulator } = world({ store, prompter: script('accept') })
    expect((await emulator.tapGetUserInfo()).result).toEqual({
      errMsg: 'getUserInfo:ok',
      userInfo: { nickName: 'N' },
    })
  })

  test('the camera component with the reply of camera', async () => {
    const store = memoryStore(profileWith({ camera: { maxZoom: 2 } }))
    const { emulator } = world({ store, prompter: script('accept') })
    expect((await emulator.call('camera', {})).result).toEqual({ errMsg: 'insertCamera:ok', maxZoom: 2 })
  })

  test('with a reply that another process wrote into the profile meanwhile', async () => {
    const store = memoryStore()
    const { emulator } = world({ store, prompter: script('accept') })
    await emulator.call('wx.getLocation', {})
    const newReplies = { 'wx.getLocation': place }
    await store.update(profile => ({
      ...profile,
      apps: { [appid]: { name: '', scopes: {}, ...profile.apps[appid], replies: newReplies } },
    }))
    expect((await emulator.call('wx.getLocation', {})).result).toEqual({ errMsg: 'getLocation:ok', ...place })
  })
})

describe('A reply', () => {
  test('is copied for each call, so page code cannot change it', async () => {
    const reply = { userInfo: { nickName: 'N', tags: ['a'] }, at: new Date(0), say: () => 'hi' }
    const { emulator } = world({ replies: { 'wx.getUserInfo': reply }, prompter: script('accept') })
    const first = (await emulator.call('wx.getUserInfo', {})).result as unknown as typeof reply
    first.userInfo.nickName = 'changed'
    first.userInfo.tags.push('b')
    const { result } = await emulator.call('wx.getUserInfo', {})
    expect(result).toEqual({ errMsg: 'getUserInfo:ok', ...reply, userInfo: { nickName: 'N', tags: ['a'] } })
    expect(reply.userInfo).toEqual({ nickName: 'N', tags: ['a'] })
    expect([first.at, first.say]).toEqual([reply.at, reply.say])
  })

  test('can refer to itself, and have any key', async () => {
    const reply: Record<string, unknown> = JSON.parse('{ "inner": { "__proto__": { "x": 1 } } }')
    Object.assign(reply, { itself: reply })
    const { emulator } = world({ replies: { 'wx.getLocation': reply }, prompter: script('accept') })
    const result = (await emulator.call('wx.getLocation', {})).result as unknown as Record<
      string,
      Record<string, unknown>
    >
    expect(Object.keys(result.inner ?? {})).toEqual(['__proto__'])
    expect(result.itself?.itself).toBe(result.itself)
    expect(result.itself).not.toBe(reply)
  })

  test.each<[what: string, errMsg: unknown, callback: 'success' | 'fail', expected: string]>([
    ['that fails', 'chooseAddress:fail cancel', 'fail', 'chooseAddress:fail cancel'],
    [
      'that fails for another reason',
      'chooseAddress:fail:system permission denied',
      'fail',
      'chooseAddress:fail:system permission denied',
    ],
    ['that is a cancellation', 'chooseAddress:cancel', 'fail', 'chooseAddress:cancel'],
    ['that succeeds', 'chooseAddress:ok', 'success', 'chooseAddress:ok'],
    ['whose errMsg is not a string', 42, 'success', 'chooseAddress:ok'],
    ['whose errMsg is null', null, 'success', 'chooseAddress:ok'],
  ])('%s runs the right callback, and the decision stays', async (_, errMsg, callback, expected) => {
    const { emulator } = world({
      replies: { 'wx.chooseAddress': { errMsg, errCode: 7 } },
      prompter: script('accept'),
    })
    const outcome = await emulator.call('wx.chooseAddress', {})
    expect(outcome).toMatchObject({ callback, after: 'accepted', popup: 'accept' })
    expect(outcome.result).toEqual({ errMsg: expected, errCode: 7 })
    expect(outcome.because).toBe(callback === 'fail' ? 'reply-failed' : 'allowed')
  })

  const replies = Object.fromEntries(
    [...guardedApis].map(api => [api, { errMsg: `${api}:ok`, custom: true }]),
  )
  test.each<[what: string, state: 'undecided' | 'rejected', answer: Answer, errMsg: string]>([
    ['rejected earlier', 'rejected', 'accept', 'getLocation:fail auth deny'],
    ['rejected now', 'undecided', 'reject', 'getLocation:fail auth deny'],
    ['closed without choosing', 'undecided', 'dismiss', 'getLocation:fail auth canceled'],
  ])('never overrides a refusal: %s', async (_, state, answer, errMsg) => {
    const store = memoryStore(profileWith(replies))
    await decideElsewhere(store, 'scope.userLocation', state)
    const { emulator } = world({ store, replies, prompter: script(answer) })
    expect(await emulator.call('wx.getLocation', {})).toMatchObject({ callback: 'fail', result: { errMsg } })
    expect((await emulator.call('wx.getLocation', { type: 1 })).result).toEqual({
      errMsg: 'getLocation:fail parameter error: parameter.type should be String instead of Number;',
    })
  })

  test('never replaces a missing usage description', async () => {
    const app = { appid, name: 'Shops', purposes: {} }
    const { emulator } = world({ app, replies, prompter: script('accept') })
    expect((await emulator.call('wx.getLocation', {})).result).toEqual({
      errMsg: 'getLocation:fail require permission desc',
    })
  })

  test('of an API is not the reply of wx.authorize', async () => {
    const { emulator } = world({ replies, prompter: script('accept') })
    expect((await emulator.authorize({ scope: 'scope.userLocation' })).result).toEqual({
      errMsg: 'authorize:ok',
    })
  })
})
