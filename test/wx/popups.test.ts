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

  test('that were not used are shown, and not handed out', () => {
    const { auth } = watched()
    auth.answer('accept')
    ;(auth.unused() as unknown[]).length = 0
    expect(auth.unused()).toHaveLength(1)
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

describe('What nobody answered', () => {
  /** Takes every error for a refusal, as most pages do. */
  const page = (wx: ReturnType<typeof watched>['wx']) =>
    wx
      .getLocation({})
      .catch((reason: { errMsg: string }) => (/auth den(y|ied)/.test(reason.errMsg) ? 'denied' : 'failed'))

  test('is told at the end, though the page caught it', async () => {
    const { wx, auth } = watched()
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

  test('is told however much happened since', async () => {
    const { wx, auth } = watched()
    await page(wx)
    for (let call = 0; call < 600; call += 1) await wx.getSetting()
    expect(auth.events.some(({ type }) => type === 'unanswered')).toBe(false)
    expect(auth.unanswered()).toHaveLength(1)
  })

  test('is no refusal for a page that reads errMsg, and says what to do', async () => {
    const { wx } = watched()
    expect(await page(wx)).toBe('failed')
    const reason = (await rejection(wx.chooseAddress())) as { errMsg: string }
    expect(reason.errMsg).toMatch(
      /^chooseAddress:fail wx\.chooseAddress needs an answer .*auth\.answer\('scope\.address'/,
    )
  })

  test.each<[how: string, use: (world: ReturnType<typeof watched>) => unknown]>([
    ['a promise', ({ wx }) => wx.getLocation({})],
    ['callbacks', ({ wx }) => wx.getLocation({ success: () => undefined })],
    ['a tap', ({ auth }) => auth.tap('getUserInfo')],
    ['a tap on the settings', ({ auth }) => auth.tap('openSetting')],
    ['a camera', ({ auth }) => auth.mount('camera')],
    ['the recorder', ({ wx }) => wx.getRecorderManager().start()],
  ])('names the line of the test: %s', async (_, use) => {
    const world = watched()
    const heard = Promise.resolve(use(world)).catch(reason => world.uncaught.push(reason))
    await Promise.all([heard, world.auth.idle()])
    const [fault] = world.uncaught as [Error]
    const frames = String(fault.stack)
      .split('\n')
      .filter(line => line.includes(' at '))
    expect(frames.slice(0, 4).join('\n')).toContain('popups.test.ts')
  })

  test('begins its stack with the test’s own code', async () => {
    const { wx } = watched()
    const fault = (await rejection(wx.getLocation({}))) as Error
    expect(String(fault.stack).split('\n')[0]).toBe(`WxauthError: ${fault.message}`)
    expect(String(fault.stack).split('\n')[1]).toContain('popups.test.ts')
  })
})
