import process from 'node:process'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { WxauthError } from '../../src/faults.ts'
import type { Wx } from '../../src/wx/types/index.ts'
import { rejection, watched } from './uncaught-list.ts'

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
  ] as const)('run as %s, once each and with one object, when %s', async (_, state, expected) => {
    const { wx, auth } = watched()
    await auth.set('scope.userLocation', state)
    const ran: string[] = []
    const objects = new Set<unknown>()
    const ending = (name: string) => (result: { errMsg: string }) => {
      ran.push(`${name} ${result.errMsg}`)
      objects.add(result)
    }
    const option = { success: ending('success'), fail: ending('fail'), complete: ending('complete') }
    expect(wx.getLocation(option)).toBeUndefined()
    expect(ran).toEqual([])
    await Promise.resolve()
    expect(ran).toEqual([])
    await auth.idle()
    expect(ran).toEqual(expected)
    expect(objects.size).toBe(1)
  })

  test('that throw are reported, and do not stop the other', async () => {
    const { wx, auth, uncaught } = watched({ answers: 'reject' })
    const thrown = new Error('from page code')
    const complete = vi.fn()
    const fail = () => {
      throw thrown
    }
    wx.getLocation({ fail, complete })
    await auth.idle()
    expect(uncaught).toEqual([thrown])
    expect(complete).toHaveBeenCalledOnce()
  })

  test('that are no functions are ignored, and a promise is returned', async () => {
    const { wx } = watched({ answers: 'accept' })
    const promise = untyped(wx).getLocation?.({ success: '[Function success]', fail: null, complete: 1 })
    await expect(promise).resolves.toMatchObject({ errMsg: 'getLocation:ok' })
  })

  test('that throw are heard of though onUncaught throws too, and do not stop the other', async () => {
    const others = process.listeners('uncaughtException')
    process.removeAllListeners('uncaughtException')
    onTestFinished(() => {
      for (const listener of others) process.on('uncaughtException', listener)
    })
    const heard = new Promise(resolve => process.once('uncaughtException', resolve))
    const { wx, auth } = watched({
      answers: 'accept',
      onUncaught: error => {
        throw error
      },
    })
    const thrown = new Error('from page code')
    const complete = vi.fn()
    const success = () => {
      throw thrown
    }
    wx.getLocation({ success, complete })
    await auth.idle()
    expect(complete).toHaveBeenCalledOnce()
    expect(await heard).toBe(thrown)
  })

  test('may be missing where they would run: a refusal without fail is silent', async () => {
    const { wx, auth, uncaught } = watched({ answers: 'reject' })
    const success = vi.fn()
    wx.getLocation({ success })
    await auth.idle()
    expect(success).not.toHaveBeenCalled()
    expect(uncaught).toEqual([])
  })

  test('are no part of what is recorded as called', async () => {
    const { wx, auth } = watched({ answers: 'accept' })
    wx.getLocation({ type: 'gcj02', success: () => undefined })
    await untyped(wx).getLocation?.({ type: 'gcj02', success: null, fail: 1 })
    const called = { type: 'called', api: 'wx.getLocation', params: { type: 'gcj02' } }
    expect(auth.events.filter(({ type }) => type === 'called')).toEqual([called, called])
  })
})

describe('A promise', () => {
  test.each(['success', 'fail', 'complete'])('is not returned when %s is given', async name => {
    const { wx, auth } = watched({ answers: 'accept' })
    expect(untyped(wx).getLocation?.({ [name]: () => undefined })).toBeUndefined()
    await auth.idle()
  })

  test.each([undefined, {}, { type: 'wgs84' }])('is returned for %j', async option => {
    const { wx } = watched({ answers: 'accept' })
    await expect(untyped(wx).getLocation?.(option)).resolves.toMatchObject({ errMsg: 'getLocation:ok' })
  })

  test('rejects with what fail gets, and that is no Error', async () => {
    const { wx, auth } = watched({ answers: { 'scope.camera': 'reject', 'scope.userLocation': 'reject' } })
    const reason = await rejection(wx.getLocation({}))
    expect(reason).toEqual({ errMsg: 'getLocation:fail auth deny' })
    expect(reason).not.toBeInstanceOf(Error)
    expect(Object.getOwnPropertyNames(reason)).toEqual(['errMsg'])
    const settled = auth.events.find(event => event.type === 'settled')
    expect(settled?.type === 'settled' && settled.outcome.result).toBe(reason)
  })

  test.each(['callbacks', 'promise'])(
    'carries with traces the stack of the call in %s style, which does not enumerate',
    async style => {
      const { wx, auth } = watched({ answers: 'reject' })
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
    'carries it where nobody is asked, and keeps a stack of the reply’s own: %s',
    async style => {
      const { wx, auth } = watched({ answers: 'accept' })
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
    const { wx, auth } = watched()
    const option = { type: 'wgs84' }
    let answer: (answer: 'accept') => void = () => undefined
    const given = new Promise<'accept'>(resolve => {
      answer = resolve
    })
    auth.answer(() => given)
    const called = wx.getLocation(option)
    option.type = 'gcj02'
    answer('accept')
    await expect(called).resolves.toMatchObject({ latitude: 22.54 })
  })
})

describe('Options that the API does not take', () => {
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
  ])('%s(%j) fails, and asks nobody', async (name, option, errMsg) => {
    const { wx, auth } = watched()
    await expect(rejection(untyped(wx)[name]?.(option) as Promise<unknown>)).resolves.toEqual({ errMsg })
    if (typeof option !== 'object' || option === null || Array.isArray(option)) return
    const result = await new Promise(fail => untyped(wx)[name]?.({ ...option, fail }))
    expect(result).toEqual({ errMsg })
    expect(auth.events.map(({ type }) => type)).toEqual(['called', 'settled', 'called', 'settled'])
  })
})

describe('The wx object', () => {
  test('is plain, and its functions are its own and do not use this', async () => {
    const { wx } = watched({ answers: 'accept' })
    expect(Object.getPrototypeOf(wx)).toBe(Object.prototype)
    for (const [name, value] of Object.entries(Object.getOwnPropertyDescriptors(wx))) {
      expect([name, typeof value.value, value.enumerable]).toEqual([name, 'function', true])
    }
    const { getLocation } = Object.assign({}, wx)
    await expect(getLocation.call(undefined as never, {})).resolves.toMatchObject({
      errMsg: 'getLocation:ok',
    })
  })

  test('goes on while a test fakes the timers', async () => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'setImmediate', 'queueMicrotask', 'setInterval'],
    })
    const { wx } = watched({ answers: 'accept' })
    await expect(wx.getLocation({})).resolves.toMatchObject({ errMsg: 'getLocation:ok' })
  })
})

test('A fault of wxauth itself is told by its code, and is no refusal', async () => {
  const { wx } = watched()
  const reason = await rejection(wx.getLocation({}))
  expect(reason).toBeInstanceOf(WxauthError)
})
