import { describe, expect, test, vi } from 'vitest'
import type { Answer, Question } from '../../src/wx/types/index.ts'
import { rejection, watched } from './uncaught-list.ts'

/** Leaves popups open until the test answers them. */
function held() {
  const open: { readonly question: Question; readonly answer: (answer: Answer) => void }[] = []
  return { open, ask: (question: Question) => new Promise<Answer>(answer => open.push({ question, answer })) }
}

describe('A popup that nobody answers', () => {
  test('rejects the promise with an error that names scope and caller, and records nothing', async () => {
    const { wx, auth, uncaught } = watched()
    const reason = await rejection(wx.getLocation({}))
    expect(reason).toMatchObject({
      name: 'WxauthError',
      code: 'ERR_UNANSWERED',
      facts: { scope: 'scope.userLocation', caller: 'wx.getLocation' },
      message: expect.stringMatching(/wx\.getLocation.*scope\.userLocation/),
      hint: expect.stringContaining("auth.answer('scope.userLocation', 'accept')"),
    })
    expect(uncaught).toEqual([])
    await expect(wx.getSetting()).resolves.toMatchObject({ authSetting: {} })
    expect(auth.events.map(({ type }) => type)).toContain('unanswered')
  })

  test('runs no callback, and is reported as uncaught', async () => {
    const { wx, auth, uncaught } = watched()
    const callback = vi.fn()
    wx.authorize({ scope: 'scope.camera', success: callback, fail: callback, complete: callback })
    await auth.idle()
    expect(callback).not.toHaveBeenCalled()
    expect(uncaught).toMatchObject([
      { code: 'ERR_UNANSWERED', facts: { scope: 'scope.camera', caller: 'wx.authorize' } },
    ])
  })

  test.each([
    ['a tap', (world: ReturnType<typeof watched>) => world.auth.tap('getUserInfo')],
    ['a camera', (world: ReturnType<typeof watched>) => world.auth.mount('camera')],
    ['a settings page', (world: ReturnType<typeof watched>) => world.wx.openSetting()],
  ])('rejects %s too', async (_, use) => {
    expect(await rejection(use(watched()))).toMatchObject({ code: 'ERR_UNANSWERED' })
  })

  test('does not take the answer of another scope', async () => {
    const { wx, auth } = watched()
    auth.answer('scope.camera', 'accept')
    expect(await rejection(wx.getLocation({}))).toMatchObject({ code: 'ERR_UNANSWERED' })
    expect(auth.unused()).toEqual([{ of: 'scope.camera', answer: 'accept' }])
  })

  test('does not stop the next one', async () => {
    const { wx, auth } = watched()
    await rejection(wx.getLocation({}))
    auth.answer('accept')
    await expect(wx.getLocation({})).resolves.toMatchObject({ errMsg: 'getLocation:ok' })
  })

  test('is one whose function finds no answer, and what it throws is what the call rejects with', async () => {
    const { wx, auth } = watched()
    auth.answer(() => undefined)
    expect(await rejection(wx.getLocation({}))).toMatchObject({ code: 'ERR_UNANSWERED' })
    const thrown = new Error('from the test')
    auth.answer(() => {
      throw thrown
    })
    expect(await rejection(wx.getLocation({}))).toBe(thrown)
  })
})

describe('Answers', () => {
  test('are used in the order they were queued, those of the scope first', async () => {
    const { wx, auth } = watched({ answers: { 'scope.camera': 'dismiss' } })
    auth.answer('reject')
    auth.answer('scope.userLocation', 'dismiss')
    auth.answer('scope.userLocation', 'accept')
    const errMsgs = []
    for (let call = 0; call < 2; call++) {
      errMsgs.push(
        await wx.getLocation({}).then(
          ({ errMsg }) => errMsg,
          ({ errMsg }) => errMsg,
        ),
      )
    }
    expect(errMsgs).toEqual(['getLocation:fail auth canceled', 'getLocation:ok'])
    expect(await rejection(wx.chooseAddress())).toEqual({ errMsg: 'chooseAddress:fail auth deny' })
    expect(auth.unused()).toEqual([])
    expect(await auth.mount('camera')).toMatchObject({
      detail: { errMsg: 'insertCamera:fail auth canceled' },
    })
    expect(await auth.mount('camera')).toMatchObject({
      detail: { errMsg: 'insertCamera:fail auth canceled' },
    })
  })

  test('given as a list are used once each', async () => {
    const { wx, auth } = watched({ answers: { 'scope.address': ['dismiss', 'accept'] } })
    expect(auth.unused()).toHaveLength(2)
    expect(await rejection(wx.chooseAddress())).toEqual({ errMsg: 'chooseAddress:fail auth canceled' })
    await expect(wx.chooseAddress()).resolves.toMatchObject({ errMsg: 'chooseAddress:ok' })
    expect(auth.discard()).toEqual([])
  })

  test('may be found when the question is known', async () => {
    const { wx } = watched({ answers: ({ scope }) => (scope === 'scope.address' ? 'accept' : 'reject') })
    await expect(wx.chooseAddress()).resolves.toMatchObject({ errMsg: 'chooseAddress:ok' })
    expect(await rejection(wx.chooseInvoice())).toEqual({ errMsg: 'chooseInvoice:fail auth deny' })
  })

  test('that were not used can be taken back', async () => {
    const { auth } = watched()
    auth.answer('accept')
    auth.answer('wx.openSetting', { 'scope.camera': true })
    const unused = [
      { of: null, answer: 'accept' },
      { of: 'wx.openSetting', answer: { 'scope.camera': true } },
    ]
    expect(auth.discard()).toEqual(unused)
    expect(auth.unused()).toEqual([])
  })

  test.each([
    ['ERR_UNKNOWN_ANSWER', 'acept', (auth: Untyped) => auth.answer?.('acept')],
    ['ERR_UNKNOWN_SCOPE', 'scope.kamera', (auth: Untyped) => auth.answer?.('scope.kamera', 'accept')],
    [
      'ERR_UNKNOWN_SCOPE',
      'scope.kamera',
      (auth: Untyped) => auth.answer?.('wx.openSetting', { 'scope.kamera': true }),
    ],
    ['ERR_UNKNOWN_SCOPE', 'scope.kamera', (auth: Untyped) => auth.set?.('scope.kamera', 'accepted')],
    ['ERR_UNKNOWN_SCOPE', 'scope.kamera', (auth: Untyped) => auth.reset?.('scope.kamera')],
    ['ERR_UNKNOWN_STATE', 'acepted', (auth: Untyped) => auth.set?.('scope.camera', 'acepted')],
    ['ERR_UNKNOWN_API', 'wx.getLocaton', (auth: Untyped) => auth.reply?.('wx.getLocaton', {})],
    ['ERR_UNKNOWN_OPEN_TYPE', 'getUserinfos', (auth: Untyped) => auth.tap?.('getUserinfos')],
  ])('that make no sense are %s, and name %s', (code, name, use) => {
    const { auth } = watched()
    expect(() => use(auth as unknown as Untyped)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(name) }),
    )
  })

  type Untyped = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>
})

describe('Popups', () => {
  test('never overlap, and the next call looks at the state again when its turn comes', async () => {
    const { open, ask } = held()
    const { wx, auth } = watched({ answers: ask })
    const location = wx.getLocation({})
    const chosen = wx.chooseLocation({})
    const address = rejection(wx.chooseAddress())
    await turns()
    expect(open.map(({ question }) => question.scope)).toEqual(['scope.userLocation'])
    open[0]?.answer('accept')
    await expect(location).resolves.toMatchObject({ errMsg: 'getLocation:ok' })
    await expect(chosen).resolves.toMatchObject({ errMsg: 'chooseLocation:ok' })
    await turns()
    expect(open.map(({ question }) => question.caller)).toEqual(['wx.getLocation', 'wx.chooseAddress'])
    open[1]?.answer('reject')
    expect(await address).toEqual({ errMsg: 'chooseAddress:fail auth deny' })
    expect(auth.events.filter(({ type }) => type === 'asked')).toHaveLength(2)
  })

  test('say who asks, for what, why and what led to it', async () => {
    const answer = vi.fn(() => 'accept' as const)
    const app = {
      appid: 'wx12',
      name: 'Shops',
      permission: { 'scope.userLocation': { desc: 'To show shops' } },
    }
    await watched({ app, answers: answer }).wx.getLocation({})
    expect(answer.mock.calls).toEqual([
      [
        {
          app: { appid: 'wx12', name: 'Shops' },
          scope: 'scope.userLocation',
          description: 'Geographic location',
          purpose: 'To show shops',
          caller: 'wx.getLocation',
          state: 'undecided',
        },
      ],
    ])
  })
})

test('The default is to throw where nobody catches', async () => {
  const { createWxAuth } = await import('../../src/index.ts')
  const listeners = process.listeners('uncaughtException')
  process.removeAllListeners('uncaughtException')
  try {
    const heard = new Promise(resolve => process.once('uncaughtException', resolve))
    createWxAuth().wx.getLocation({ success: () => undefined })
    expect(await heard).toMatchObject({ code: 'ERR_UNANSWERED' })
  } finally {
    for (const listener of listeners) process.on('uncaughtException', listener)
  }
})

const turns = () => new Promise(resolve => setTimeout(resolve, 20))
