import process from 'node:process'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { WxauthError } from '../../src/faults.ts'
import type { Wx } from '../../src/wx/types/index.ts'
import { createWorld, rejection } from './uncaught-list.ts'

type Calls = Readonly<Record<string, (option?: unknown) => unknown>>
const untyped = (wx: Wx) => wx as unknown as Calls

afterEach(() => {
  vi.useRealTimers()
})

describe('Callbacks', () => {
  test.each([
    ['success then complete', 'accepted', ['success getLocation:ok', 'complete getLocation:ok']],
    [
      'fail then complete',
      'rejected',
      ['fail getLocation:fail auth deny', 'complete getLocation:fail auth deny'],
    ],
  ] as const)(
    'run as %s, once each and with the same object, when the scope is %s',
    async (_, state, expected) => {
      const { wx, auth } = createWorld()
      await auth.set('scope.userLocation', state)
      const runs: string[] = []
      const objects = new Set<unknown>()
      const callback = (name: string) => (result: { errMsg: string }) => {
        runs.push(`${name} ${result.errMsg}`)
        objects.add(result)
      }
      const option = { success: callback('success'), fail: callback('fail'), complete: callback('complete') }
      expect(wx.getLocation(option)).toBeUndefined()
      expect(runs).toEqual([])
      await Promise.resolve()
      expect(runs).toEqual([])
      await auth.idle()
      expect(runs).toEqual(expected)
      expect(objects.size).toBe(1)
    },
  )

  test('that throw are reported, and do not stop the other', async () => {
    const { wx, auth, uncaught } = createWorld({ answers: 'reject' })
    const error = new Error('from page code')
    const complete = vi.fn()
    const fail = () => {
      throw error
    }
    wx.getLocation({ fail, complete })
    await auth.idle()
    expect(uncaught).toEqual([error])
    expect(complete).toHaveBeenCalledOnce()
  })

  test('that are not functions are ignored, and a promise is returned', async () => {
    const { wx } = createWorld({ answers: 'accept' })
    const promise = untyped(wx).getLocation?.({ success: '[Function success]', fail: null, complete: 1 })
    await expect(promise).resolves.toMatchObject({ errMsg: 'getLocation:ok' })
  })

  test('that throw become uncaught exceptions even if onUncaught throws too', async () => {
    const others = process.listeners('uncaughtException')
    process.removeAllListeners('uncaughtException')
    onTestFinished(() => {
      for (const listener of others) process.on('uncaughtException', listener)
    })
    const exception = new Promise(resolve => process.once('uncaughtException', resolve))
    const { wx, auth } = createWorld({
      answers: 'accept',
      onUncaught: uncaught => {
        throw uncaught
      },
    })
    const error = new Error('from page code')
    const complete = vi.fn()
    const success = () => {
      throw error
    }
    wx.getLocation({ success, complete })
    await auth.idle()
    expect(complete).toHaveBeenCalledOnce()
    expect(await exception).toBe(error)
  })

  test('may be missing: a refusal without fail is silent', async () => {
    const { wx, auth, uncaught } = createWorld({ answers: 'reject' })
    const success = vi.fn()
    wx.getLocation({ success })
    await auth.idle()
    expect(success).not.toHaveBeenCalled()
    expect(uncaught).toEqual([])
  })

  test('are not among the params of the event called', async () => {
    const { wx, auth } = createWorld({ answers: 'accept' })
    wx.getLocation({ type: 'gcj02', success: () => undefined })
    await untyped(wx).getLocation?.({ type: 'gcj02', success: null, fail: 1 })
    const event = { type: 'called', api: 'wx.getLocation', params: { type: 'gcj02' } }
    expect(auth.events.filter(({ type }) => type === 'called')).toEqual([event, event])
  })
})

describe('A promise', () => {
  test.each(['success', 'fail', 'complete'])('is not returned if %s is passed', async name => {
    const { wx, auth } = createWorld({ answers: 'accept' })
    expect(untyped(wx).getLocation?.({ [name]: () => undefined })).toBeUndefined()
    await auth.idle()
  })

  test.each([undefined, {}, { type: 'wgs84' }])('is returned for %j', async option => {
    const { wx } = createWorld({ answers: 'accept' })
    await expect(untyped(wx).getLocation?.(option)).resolves.toMatchObject({ errMsg: 'getLocation:ok' })
  })

  test('rejects with the object that fail would receive, not with an Error', async () => {
    const { wx, auth } = createWorld({
      answers: { 'scope.camera': 'reject', 'scope.userLocation': 'reject' },
    })
    const reason = await rejection(wx.getLocation({}))
    expect(reason).toEqual({ errMsg: 'getLocation:fail auth deny' })
    expect(reason).not.toBeInstanceOf(Error)
    expect(Object.getOwnPropertyNames(reason)).toEqual(['errMsg'])
    const event = auth.events.find(event => event.type === 'settled')
    expect(event?.type === 'settled' && event.outcome.result).toBe(reason)
  })

  test.each(['callbacks', 'promise'])(
    'carries the stack of the call in a non-enumerable property if traces is on: %s',
    async style => {
      const { wx, auth } = createWorld({ answers: 'reject' })
      auth.traces = true
      const reason = await (style === 'promise'
        ? rejection(theCallerInTheStack())
        : new Promise(fail => wx.getLocation({ fail })))
      expect(Object.keys(Object(reason))).toEqual(['errMsg'])
      expect(Object(reason).stack).toMatch(/^Error: wx\.getLocation\n/)
      expect(Object(reason).stack).toContain('callbacks-or-promise.test.ts')
      auth.traces = false
      expect(Object.getOwnPropertyNames(await rejection(wx.getLocation({})))).toEqual(['errMsg'])

      function theCallerInTheStack() {
        return wx.getLocation({})
      }
    },
  )

  test.each(['promise', 'callbacks'])(
    'carries that stack without a popup too, unless the reply has its own stack: %s',
    async style => {
      const { wx, auth } = createWorld({ answers: 'accept' })
      await auth.set('scope.userLocation', 'rejected')
      auth.traces = true
      const failure = (
        call: () => Promise<unknown>,
        inCallbacks: (fail: (reason: unknown) => void) => void,
      ) => (style === 'promise' ? rejection(call()) : new Promise(inCallbacks))
      const reason = await failure(
        () => wx.getLocation({}),
        fail => wx.getLocation({ fail }),
      )
      expect(Object(reason).stack).toContain('callbacks-or-promise.test.ts')
      auth.reply('wx.chooseAddress', { errMsg: 'chooseAddress:fail', stack: 'its own' })
      const own = await failure(
        () => wx.chooseAddress(),
        fail => wx.chooseAddress({ fail }),
      )
      expect(own).toEqual({ errMsg: 'chooseAddress:fail', stack: 'its own' })
      expect(
        await failure(
          () => wx.getLocation({ type: 1 as never }),
          fail => wx.getLocation({ type: 1 as never, fail }),
        ),
      ).toHaveProperty('stack')
    },
  )

  test('takes the options as they were at the call', async () => {
    const { wx, auth } = createWorld()
    const option = { type: 'wgs84' }
    let answer: (answer: 'accept') => void = () => undefined
    const promise = new Promise<'accept'>(resolve => {
      answer = resolve
    })
    auth.answer(() => promise)
    const call = wx.getLocation(option)
    option.type = 'gcj02'
    answer('accept')
    await expect(call).resolves.toMatchObject({ latitude: 22.54 })
  })
})

describe('Wrong options', () => {
  test.each([
    [
      'authorize',
      undefined,
      'authorize:fail parameter error: parameter.scope should be String instead of Undefined;',
    ],
    [
      'authorize',
      {},
      'authorize:fail parameter error: parameter.scope should be String instead of Undefined;',
    ],
    [
      'authorize',
      { scope: ['scope.camera'] },
      'authorize:fail parameter error: parameter.scope should be String instead of Array;',
    ],
    ['authorize', { scope: 'scope.nonsense' }, 'authorize:fail invalid scope'],
    ['authorize', null, 'authorize:fail parameter error: parameter should be Object instead of Null;'],
    [
      'getLocation',
      'wgs84',
      'getLocation:fail parameter error: parameter should be Object instead of String;',
    ],
    ['getLocation', [], 'getLocation:fail parameter error: parameter should be Object instead of Array;'],
    [
      'saveImageToPhotosAlbum',
      undefined,
      'saveImageToPhotosAlbum:fail parameter error: parameter.filePath should be String instead of Undefined;',
    ],
    [
      'getSetting',
      { withSubscriptions: 'yes' },
      'getSetting:fail parameter error: parameter.withSubscriptions should be Boolean instead of String;',
    ],
    [
      'openSetting',
      { withSubscriptions: 1 },
      'openSetting:fail parameter error: parameter.withSubscriptions should be Boolean instead of Number;',
    ],
  ])('%s(%j) fails without a popup', async (name, option, errMsg) => {
    const { wx, auth } = createWorld()
    await expect(rejection(untyped(wx)[name]?.(option) as Promise<unknown>)).resolves.toEqual({ errMsg })
    if (typeof option !== 'object' || option === null || Array.isArray(option)) return
    const result = await new Promise(fail => untyped(wx)[name]?.({ ...option, fail }))
    expect(result).toEqual({ errMsg })
    expect(auth.events.map(({ type }) => type)).toEqual(['called', 'settled', 'called', 'settled'])
  })
})

describe('The wx object', () => {
  test('is a plain object of own functions that do not use this', async () => {
    const { wx } = createWorld({ answers: 'accept' })
    expect(Object.getPrototypeOf(wx)).toBe(Object.prototype)
    for (const [name, value] of Object.entries(Object.getOwnPropertyDescriptors(wx))) {
      expect([name, typeof value.value, value.enumerable]).toEqual([name, 'function', true])
    }
    const { getLocation } = Object.assign({}, wx)
    await expect(getLocation.call(undefined as never, {})).resolves.toMatchObject({
      errMsg: 'getLocation:ok',
    })
  })

  test('answers while a test fakes the timers', async () => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'setImmediate', 'queueMicrotask', 'setInterval'],
    })
    const { wx } = createWorld({ answers: 'accept' })
    await expect(wx.getLocation({})).resolves.toMatchObject({ errMsg: 'getLocation:ok' })
  })
})

test('A fault of wxauth is a WxauthError, not a refusal', async () => {
  const { wx } = createWorld()
  const reason = await rejection(wx.getLocation({}))
  expect(reason).toBeInstanceOf(WxauthError)
})
