import { AsyncLocalStorage } from 'node:async_hooks'
import process from 'node:process'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { throwUncaught } from '../../src/wx/uncaught.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** What a test may do to the timers before it loads the library. */
const timers: readonly (readonly [what: string, arrange: () => unknown])[] = [
  ['real', () => undefined],
  ['faked', () => vi.useFakeTimers({ toFake: ['setImmediate', 'setTimeout'] })],
  ['real, without setImmediate', () => vi.stubGlobal('setImmediate', undefined)],
  [
    'without setImmediate, the others faked',
    () => {
      vi.useFakeTimers({ toFake: ['setTimeout'] })
      vi.stubGlobal('setImmediate', undefined)
    },
  ],
]

describe('A turn of the event loop', () => {
  test.each(timers)(
    'comes in the order of the calls, after the stack and its microtasks: timers %s',
    async (_, arrange) => {
      arrange()
      vi.resetModules()
      const { later } = (await import('../../src/session/host-realm.ts')).hostRealm
      const order: unknown[] = []
      const over = new Promise<void>(resolve => {
        later(() => order.push('first'))
        later(() => {
          order.push('second')
          later(() => {
            order.push('third')
            resolve()
          })
        })
      })
      await Promise.resolve().then(() => order.push('microtask'))
      order.push('stack')
      await over
      expect(order).toEqual(['microtask', 'stack', 'first', 'second', 'third'])
    },
  )

  test('keeps the process alive only while work is queued', async () => {
    const ports = () => process.getActiveResourcesInfo().filter(name => name === 'MessagePort').length
    const before = ports()
    vi.useFakeTimers({ toFake: ['setImmediate', 'setTimeout'] })
    vi.resetModules()
    const { later } = (await import('../../src/session/host-realm.ts')).hostRealm
    expect(ports()).toBe(before)
    await new Promise<void>(resolve => {
      later(resolve)
      expect(ports()).toBe(before + 1)
    })
    expect(ports()).toBe(before)
  })

  test.each(timers)('lets calls end: timers %s', async (_, arrange) => {
    arrange()
    vi.resetModules()
    const { createWxAuth } = await import('../../src/wx/create.ts')
    const { wx, auth } = createWxAuth({ answers: 'accept' })
    await expect(wx.getLocation({})).resolves.toMatchObject({ errMsg: 'getLocation:ok' })
    await auth.idle()
  })
})

test('An uncaught error is thrown in the async context of its test', async () => {
  const context = new AsyncLocalStorage<string>()
  const others = process.listeners('uncaughtException')
  process.removeAllListeners('uncaughtException')
  try {
    const exception = new Promise(resolve => {
      process.once('uncaughtException', error => resolve([error, context.getStore()]))
    })
    const error = new Error('from page code')
    context.run('this test', () => throwUncaught(error))
    expect(await exception).toEqual([error, 'this test'])
  } finally {
    for (const listener of others) process.on('uncaughtException', listener)
  }
})
