import { AsyncLocalStorage } from 'node:async_hooks'
import process from 'node:process'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { throwUncaught } from '../../src/wx/uncaught.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** What a test may have done to the timers by the time it loads the library. */
const timers: readonly (readonly [what: string, arrange: () => unknown])[] = [
  ['as they are', () => undefined],
  ['faked', () => vi.useFakeTimers({ toFake: ['setImmediate', 'setTimeout'] })],
  ['without setImmediate', () => vi.stubGlobal('setImmediate', undefined)],
  [
    'without setImmediate, and faked',
    () => {
      vi.useFakeTimers({ toFake: ['setTimeout'] })
      vi.stubGlobal('setImmediate', undefined)
    },
  ],
]

describe('A turn of the event loop', () => {
  test.each(timers)(
    'comes in its order, and after the stack and its microtasks, with timers %s',
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

  test('keeps the process alive for as long as something is asked, and no longer', async () => {
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

  test.each(timers)('answers a call, with timers %s', async (_, arrange) => {
    arrange()
    vi.resetModules()
    const { createWxAuth } = await import('../../src/wx/create.ts')
    const { wx, auth } = createWxAuth({ answers: 'accept' })
    await expect(wx.getLocation({})).resolves.toMatchObject({ errMsg: 'getLocation:ok' })
    await auth.idle()
  })
})

test('What nobody catches is thrown where its test can still be known', async () => {
  const context = new AsyncLocalStorage<string>()
  const others = process.listeners('uncaughtException')
  process.removeAllListeners('uncaughtException')
  try {
    const heard = new Promise(resolve => {
      process.once('uncaughtException', error => resolve([error, context.getStore()]))
    })
    const thrown = new Error('from page code')
    context.run('this test', () => throwUncaught(thrown))
    expect(await heard).toEqual([thrown, 'this test'])
  } finally {
    for (const listener of others) process.on('uncaughtException', listener)
  }
})
