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
const holding = (replies: Readonly<Record<string, CustomReply>>): Profile => ({
  ...emptyProfile,
  apps: { [appid]: { name: 'Shops', scopes: {}, replies } },
})

const here = { latitude: 1, longitude: 2 }
const there = { latitude: 3, longitude: 4 }

describe('An allowed API answers', () => {
  test.each<
    [what: string, option: CustomReply | undefined, kept: Record<string, CustomReply>, answer: object]
  >([
    ['with demo data', undefined, {}, { latitude: 22.54, longitude: 113.93, accuracy: 65 }],
    ['what the profile says', undefined, { 'wx.getLocation': here }, here],
    ['what the profile says of its bare name', undefined, { getLocation: here }, here],
    ['by its full name first', undefined, { getLocation: there, 'wx.getLocation': here }, here],
    ['what the option says before the profile', here, { 'wx.getLocation': there }, here],
    ['with nothing more than it is told', {}, { 'wx.getLocation': there }, {}],
    ['not with what is said of another', undefined, { 'wx.chooseLocation': there }, { latitude: 22.54 }],
  ])('%s', async (_, option, kept, answer) => {
    const store = memoryStore(holding(kept))
    const replies = option === undefined ? {} : { 'wx.getLocation': option }
    const { emulator } = world({ store, replies, prompter: script('accept') })
    const { callback, result } = await emulator.call('wx.getLocation', {})
    expect(callback).toBe('success')
    expect(result).toMatchObject({ errMsg: 'getLocation:ok', ...answer })
    if (option !== undefined || answer === here)
      expect(Object.keys(result ?? {})).toEqual(['errMsg', ...Object.keys(answer)])
  })

  test.each(guardedApis)('as told, whichever it is: %s', async api => {
    const { emulator } = world({ replies: { [api]: { told: true } }, prompter: script('accept') })
    const { result } = await emulator.call(api, { filePath: 'wxfile://a.jpg' })
    expect(Object.keys(result ?? {})).toEqual(['errMsg', 'told'])
  })

  test('the tap on the button as wx.getUserInfo', async () => {
    const store = memoryStore(holding({ 'wx.getUserInfo': { userInfo: { nickName: 'N' } } }))
    const { emulator } = world({ store, prompter: script('accept') })
    expect((await emulator.tapGetUserInfo()).result).toEqual({
      errMsg: 'getUserInfo:ok',
      userInfo: { nickName: 'N' },
    })
  })

  test('the component by its own name', async () => {
    const store = memoryStore(holding({ camera: { maxZoom: 2 } }))
    const { emulator } = world({ store, prompter: script('accept') })
    expect((await emulator.call('camera', {})).result).toEqual({ errMsg: 'insertCamera:ok', maxZoom: 2 })
  })

  test('what the profile says by then, for others may have written it meanwhile', async () => {
    const store = memoryStore()
    const { emulator } = world({ store, prompter: script('accept') })
    await emulator.call('wx.getLocation', {})
    const written = { 'wx.getLocation': here }
    await store.update(profile => ({
      ...profile,
      apps: { [appid]: { name: '', scopes: {}, ...profile.apps[appid], replies: written } },
    }))
    expect((await emulator.call('wx.getLocation', {})).result).toEqual({ errMsg: 'getLocation:ok', ...here })
  })
})

describe('A reply', () => {
  test('is each call’s own, whatever page code does to it', async () => {
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

  test('may refer to itself, and have any key', async () => {
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

  test.each<[what: string, errMsg: unknown, callback: 'success' | 'fail', came: string]>([
    ['that failed', 'chooseAddress:fail cancel', 'fail', 'chooseAddress:fail cancel'],
    [
      'that failed for another reason',
      'chooseAddress:fail:system permission denied',
      'fail',
      'chooseAddress:fail:system permission denied',
    ],
    ['that was cancelled', 'chooseAddress:cancel', 'fail', 'chooseAddress:cancel'],
    ['that succeeded', 'chooseAddress:ok', 'success', 'chooseAddress:ok'],
    ['whose errMsg is no text', 42, 'success', 'chooseAddress:ok'],
    ['whose errMsg is nothing', null, 'success', 'chooseAddress:ok'],
  ])('%s plays that, and what was decided stands', async (_, errMsg, callback, came) => {
    const { emulator } = world({
      replies: { 'wx.chooseAddress': { errMsg, errCode: 7 } },
      prompter: script('accept'),
    })
    const outcome = await emulator.call('wx.chooseAddress', {})
    expect(outcome).toMatchObject({ callback, after: 'accepted', popup: 'accept' })
    expect(outcome.result).toEqual({ errMsg: came, errCode: 7 })
    expect(outcome.because).toBe(callback === 'fail' ? 'reply-failed' : 'allowed')
  })

  const replies = Object.fromEntries([...guardedApis].map(api => [api, { errMsg: `${api}:ok`, told: true }]))
  test.each<[what: string, state: 'undecided' | 'rejected', answer: Answer, errMsg: string]>([
    ['rejected earlier', 'rejected', 'accept', 'getLocation:fail auth deny'],
    ['rejected now', 'undecided', 'reject', 'getLocation:fail auth deny'],
    ['closed without choosing', 'undecided', 'dismiss', 'getLocation:fail auth canceled'],
  ])('never overrides a refusal: %s', async (_, state, answer, errMsg) => {
    const store = memoryStore(holding(replies))
    await decideElsewhere(store, 'scope.userLocation', state)
    const { emulator } = world({ store, replies, prompter: script(answer) })
    expect(await emulator.call('wx.getLocation', {})).toMatchObject({ callback: 'fail', result: { errMsg } })
    expect((await emulator.call('wx.getLocation', { type: 1 })).result).toEqual({
      errMsg: 'getLocation:fail parameter error: parameter.type should be String instead of Number;',
    })
  })

  test('never stands in for a missing usage description', async () => {
    const app = { appid, name: 'Shops', purposes: {} }
    const { emulator } = world({ app, replies, prompter: script('accept') })
    expect((await emulator.call('wx.getLocation', {})).result).toEqual({
      errMsg: 'getLocation:fail require permission desc',
    })
  })

  test('of the API says nothing about wx.authorize', async () => {
    const { emulator } = world({ replies, prompter: script('accept') })
    expect((await emulator.authorize({ scope: 'scope.userLocation' })).result).toEqual({
      errMsg: 'authorize:ok',
    })
  })
})
