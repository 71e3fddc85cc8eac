import { describe, expect, test, vi } from 'vitest'
import { hostRealm } from '../../src/session/host-realm.ts'
import { underWay } from '../../src/session/under-way.ts'
import { callbacksOrPromise } from '../../src/wx/callbacks-or-promise.ts'
import { createWorld, rejection } from './uncaught-list.ts'

type World = ReturnType<typeof createWorld>

/** Calls that lead to other calls; `over` runs after the last one. */
const chains: readonly (readonly [how: string, start: (world: World, over: () => void) => unknown])[] = [
  ['promises', ({ wx }, over) => wx.getLocation({}).then(() => wx.chooseLocation({}).then(over))],
  [
    'refusals',
    ({ wx }, over) => wx.chooseAddress({}).catch(() => wx.authorize({ scope: 'scope.address' }).catch(over)),
  ],
  ['callbacks', ({ wx }, over) => wx.getLocation({ complete: () => wx.getSetting({ complete: over }) })],
  [
    'a callback and a promise',
    ({ wx }, over) => wx.getLocation({ success: () => wx.getSetting().then(over) }),
  ],
  ['a promise and a popup', ({ wx }, over) => wx.getLocation({}).then(() => wx.getWeRunData().then(over))],
  ['a tap', ({ wx, auth }, over) => auth.tap('getUserInfo').then(() => wx.getLocation({ complete: over }))],
]

describe('auth.idle()', () => {
  test.each(chains)('waits for calls that follow from other calls: %s', async (_, start) => {
    const world = createWorld({ answers: 'accept' })
    await world.auth.set({ 'scope.userLocation': 'accepted', 'scope.address': 'rejected' })
    const over = vi.fn()
    void start(world, over)
    await world.auth.idle()
    expect(over).toHaveBeenCalledOnce()
  })

  test('can be awaited several times at once', async () => {
    const { wx, auth } = createWorld({ answers: 'accept' })
    await auth.set('scope.userLocation', 'accepted')
    const over: string[] = []
    const chain = async () => {
      for (let call = 0; call < 5; call += 1) await wx.getLocation({})
      over.push('calls')
    }
    const before = auth.idle().then(() => over.push('idle'))
    void chain()
    const after = auth.idle().then(() => over.push('idle'))
    await Promise.all([before, after])
    expect(over).toEqual(['calls', 'idle', 'idle'])
  })

  test('resolves if no call is under way', async () => {
    await expect(createWorld().auth.idle()).resolves.toBeUndefined()
  })
})

test('A call that nobody answered is not a refusal, even if its outcome is no promise', async () => {
  const { api } = callbacksOrPromise({
    realm: hostRealm,
    underWay: underWay(hostRealm.later),
    report: () => undefined,
    word: error => error,
    traces: () => false,
  })
  const nobody = { api: 'wx.getLocation', callback: null, result: null, scope: 'scope.userLocation' } as const
  const promise = api(nobody.api, () => nobody)() as Promise<unknown>
  expect(await rejection(promise)).toMatchObject({ code: 'ERR_UNANSWERED' })
})
