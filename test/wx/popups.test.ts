import { describe, expect, test, vi } from 'vitest'
import type { Answer, Question } from '../../src/wx/types/index.ts'
import { createWorld, rejection } from './uncaught-list.ts'

/** An answerer that leaves popups open until the test answers them. */
function heldAnswerer() {
  const open: { readonly question: Question; readonly answer: (answer: Answer) => void }[] = []
  return { open, ask: (question: Question) => new Promise<Answer>(answer => open.push({ question, answer })) }
}

describe('A popup that nobody answers', () => {
  test('rejects the promise with an error that names scope and caller, and records nothing', async () => {
    const { wx, auth, uncaught } = createWorld()
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
    const { wx, auth, uncaught } = createWorld()
    const callback = vi.fn()
    wx.authorize({ scope: 'scope.camera', success: callback, fail: callback, complete: callback })
    await auth.idle()
    expect(callback).not.toHaveBeenCalled()
    expect(uncaught).toMatchObject([
      { code: 'ERR_UNANSWERED', facts: { scope: 'scope.camera', caller: 'wx.authorize' } },
    ])
  })

  test.each([
    ['a tap', (world: ReturnType<typeof createWorld>) => world.auth.tap('getUserInfo')],
    ['a camera', (world: ReturnType<typeof createWorld>) => world.auth.mount('camera')],
    ['a settings page', (world: ReturnType<typeof createWorld>) => world.wx.openSetting()],
  ])('rejects %s too', async (_, use) => {
    expect(await rejection(use(createWorld()))).toMatchObject({ code: 'ERR_UNANSWERED' })
  })

  test('does not take the answer of another scope', async () => {
    const { wx, auth } = createWorld()
    auth.answer('scope.camera', 'accept')
    expect(await rejection(wx.getLocation({}))).toMatchObject({ code: 'ERR_UNANSWERED' })
    expect(auth.unused()).toEqual([{ of: 'scope.camera', answer: 'accept' }])
  })

  test('does not stop the next one', async () => {
    const { wx, auth } = createWorld()
    await rejection(wx.getLocation({}))
    auth.answer('accept')
    await expect(wx.getLocation({})).resolves.toMatchObject({ errMsg: 'getLocation:ok' })
  })

  test('can come from a function that returns undefined; if it throws, the call rejects with its error', async () => {
    const { wx, auth } = createWorld()
    auth.answer(() => undefined)
    expect(await rejection(wx.getLocation({}))).toMatchObject({ code: 'ERR_UNANSWERED' })
    const error = new Error('from the test')
    auth.answer(() => {
      throw error
    })
    expect(await rejection(wx.getLocation({}))).toBe(error)
  })
})

describe('Answers', () => {
  test('are used in the order in which they were queued, those for the scope first', async () => {
    const { wx, auth } = createWorld({ answers: { 'scope.camera': 'dismiss' } })
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

  test('in a list are used once each', async () => {
    const { wx, auth } = createWorld({ answers: { 'scope.address': ['dismiss', 'accept'] } })
    expect(auth.unused()).toHaveLength(2)
    expect(await rejection(wx.chooseAddress())).toEqual({ errMsg: 'chooseAddress:fail auth canceled' })
    await expect(wx.chooseAddress()).resolves.toMatchObject({ errMsg: 'chooseAddress:ok' })
    expect(auth.discard()).toEqual([])
  })

  test('can be a function of the question', async () => {
    const { wx } = createWorld({ answers: ({ scope }) => (scope === 'scope.address' ? 'accept' : 'reject') })
    await expect(wx.chooseAddress()).resolves.toMatchObject({ errMsg: 'chooseAddress:ok' })
    expect(await rejection(wx.chooseInvoice())).toEqual({ errMsg: 'chooseInvoice:fail auth deny' })
  })

  test('that were not used can be discarded', async () => {
    const { auth } = createWorld()
    auth.answer('accept')
    auth.answer('wx.openSetting', { 'scope.camera': true })
    const unused = [
      { of: null, answer: 'accept' },
      { of: 'wx.openSetting', answer: { 'scope.camera': true } },
    ]
    expect(auth.discard()).toEqual(unused)
    expect(auth.unused()).toEqual([])
  })
})

describe('Popups', () => {
  test('never overlap, and the next call reads the state again when its turn comes', async () => {
    const { open, ask } = heldAnswerer()
    const { wx, auth } = createWorld({ answers: ask })
    const location = wx.getLocation({})
    const choice = wx.chooseLocation({})
    const address = rejection(wx.chooseAddress())
    await turns()
    expect(open.map(({ question }) => question.scope)).toEqual(['scope.userLocation'])
    open[0]?.answer('accept')
    await expect(location).resolves.toMatchObject({ errMsg: 'getLocation:ok' })
    await expect(choice).resolves.toMatchObject({ errMsg: 'chooseLocation:ok' })
    await turns()
    expect(open.map(({ question }) => question.caller)).toEqual(['wx.getLocation', 'wx.chooseAddress'])
    open[1]?.answer('reject')
    expect(await address).toEqual({ errMsg: 'chooseAddress:fail auth deny' })
    expect(auth.events.filter(({ type }) => type === 'asked')).toHaveLength(2)
  })

  test('pass the answerer who asks, for what, why, and which call needs it', async () => {
    const answer = vi.fn(() => 'accept' as const)
    const app = {
      appid: 'wx12',
      name: 'Shops',
      permission: { 'scope.userLocation': { desc: 'To show shops' } },
    }
    await createWorld({ app, answers: answer }).wx.getLocation({})
    expect(answer.mock.calls).toEqual([
      [
        {
          kind: 'scope',
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

test('Without onUncaught, errors become uncaught exceptions', async () => {
  const { createWxAuth } = await import('../../src/index.ts')
  const listeners = process.listeners('uncaughtException')
  process.removeAllListeners('uncaughtException')
  try {
    const exception = new Promise(resolve => process.once('uncaughtException', resolve))
    createWxAuth().wx.getLocation({ success: () => undefined })
    expect(await exception).toMatchObject({ code: 'ERR_UNANSWERED' })
  } finally {
    for (const listener of listeners) process.on('uncaughtException', listener)
  }
})

const turns = () => new Promise(resolve => setTimeout(resolve, 20))

describe('An unanswered popup', () => {
  /** Treats every error as a refusal, as most pages do. */
  const page = (wx: ReturnType<typeof createWorld>['wx']) =>
    wx
      .getLocation({})
      .catch((reason: { errMsg: string }) => (/auth den(y|ied)/.test(reason.errMsg) ? 'denied' : 'failed'))

  test('is in auth.unanswered() even if the page caught its error', async () => {
    const { wx, auth } = createWorld()
    expect(auth.unanswered()).toEqual([])
    await page(wx)
    await auth.tap('getUserInfo').catch(() => undefined)
    await wx.openSetting().catch(() => undefined)
    expect(auth.unanswered()).toEqual([
      { caller: 'wx.getLocation', scope: 'scope.userLocation', why: 'no-answer' },
      { caller: 'button', scope: 'scope.userInfo', why: 'no-answer' },
      { caller: 'wx.openSetting', scope: undefined, why: 'no-answer' },
    ])
  })

  test('is in auth.unanswered() however many events follow', async () => {
    const { wx, auth } = createWorld()
    await page(wx)
    for (let call = 0; call < 600; call += 1) await wx.getSetting()
    expect(auth.events.some(({ type }) => type === 'unanswered')).toBe(false)
    expect(auth.unanswered()).toHaveLength(1)
  })

  test('has an errMsg that no page takes for a refusal and that says what to do', async () => {
    const { wx } = createWorld()
    expect(await page(wx)).toBe('failed')
    const reason = (await rejection(wx.chooseAddress())) as { errMsg: string }
    expect(reason.errMsg).toMatch(
      /^chooseAddress:fail wx\.chooseAddress asks for scope\.address, .*auth\.answer\('scope\.address'/,
    )
  })

  test.each<[how: string, use: (world: ReturnType<typeof createWorld>) => unknown]>([
    ['a promise', ({ wx }) => wx.getLocation({})],
    ['callbacks', ({ wx }) => wx.getLocation({ success: () => undefined })],
    ['a tap', ({ auth }) => auth.tap('getUserInfo')],
    ['a tap on the settings button', ({ auth }) => auth.tap('openSetting')],
    ['a camera', ({ auth }) => auth.mount('camera')],
    ['the recorder', ({ wx }) => wx.getRecorderManager().start()],
  ])('names the line of the test: %s', async (_, use) => {
    const world = createWorld()
    const call = Promise.resolve(use(world)).catch(reason => world.uncaught.push(reason))
    await Promise.all([call, world.auth.idle()])
    const [fault] = world.uncaught as [Error]
    const frames = String(fault.stack)
      .split('\n')
      .filter(line => line.includes(' at '))
    expect(frames.slice(0, 4).join('\n')).toContain('popups.test.ts')
  })

  test('has a stack that begins in the test', async () => {
    const { wx } = createWorld()
    const fault = (await rejection(wx.getLocation({}))) as Error
    expect(String(fault.stack).split('\n')[0]).toBe(`WxauthError: ${fault.message}`)
    expect(String(fault.stack).split('\n')[1]).toContain('popups.test.ts')
  })
})
