import { describe, expect, test } from 'vitest'
import { programWithHost } from './program-with-host.ts'

const at = { file: 'page.js', line: 1, column: 6 }
const byPromise = { fail: false, complete: false, promise: true }
const unheard = { fail: false, complete: false, promise: false }

describe('what happens in a run', () => {
  test('a call, its popup and its answer, each with its place', async () => {
    const { run, events } = programWithHost({ answers: 'reject' })
    await run('wx.getLocation({})')
    expect(events).toEqual([
      { kind: 'called', api: 'wx.getLocation', call: 1, tap: false, listeners: byPromise, at },
      { kind: 'popup', scope: 'scope.userLocation', answer: 'reject', at },
      {
        kind: 'answered',
        api: 'wx.getLocation',
        call: 1,
        callback: 'fail',
        errMsg: 'getLocation:fail auth deny',
        heard: true,
        scope: 'scope.userLocation',
        because: 'rejected-now',
        before: 'undecided',
        after: 'rejected',
        at,
      },
    ])
  })

  test.each([
    ['a promise', '{}', true],
    ['fail', '{ fail() {} }', true],
    ['complete', '{ complete() {} }', true],
    ['success alone', '{ success() {} }', false],
  ])('whether a refusal is heard: %s', async (_by, options, heard) => {
    const { run, events } = programWithHost({ answers: 'reject' })
    await run(`wx.getLocation(${options})`)
    expect(events.at(-1)).toMatchObject({ kind: 'answered', callback: 'fail', heard })
  })

  test('two calls of one scope show one popup', async () => {
    const { run, kinds } = programWithHost({ answers: 'reject' })
    await run('wx.getLocation({}); wx.getLocation({})')
    expect(kinds()).toEqual(['called', 'called', 'popup', 'answered', 'answered'])
  })

  test('each answer has the place of its own call', async () => {
    const { run, events } = programWithHost({ answers: 'reject' })
    await run('wx.getLocation({})\nwx.getLocation({})')
    expect(events.map(({ kind, at }) => `${kind} ${at?.line}`)).toEqual([
      'called 1',
      'called 2',
      'popup 1',
      'answered 1',
      'answered 2',
    ])
  })

  test.each([
    ['wx.login()', byPromise],
    ['wx.login({ success() {} })', unheard],
    ['wx.login({ fail() {} })', { ...unheard, fail: true }],
    ['wx.login({ complete() {} })', { ...unheard, complete: true }],
    ["wx.request({ url: 'https://a.example/' })", unheard],
    ['wx.getLocation({ fail() {} })', { ...unheard, fail: true }],
  ])('%s: who hears of a refusal', async (code, listeners) => {
    const { run, events } = programWithHost({ answers: 'accept' })
    await run(code, { tapped: true })
    expect(events[0]).toMatchObject({ kind: 'called', tap: true, listeners })
  })

  test('the recorder is a call too', async () => {
    const { run, events } = programWithHost({ answers: 'reject' })
    const code =
      'const recorder = wx.getRecorderManager(); recorder.onError(r => log.push(r.errMsg)); recorder.start()'
    expect(await run(code)).toEqual(['operateRecorder:fail auth deny'])
    expect(events).toMatchObject([
      { kind: 'called', api: 'RecorderManager.start' },
      { kind: 'popup', scope: 'scope.record' },
    ])
  })

  test('a recorder that nobody listens to fails unheard', async () => {
    const { run, events } = programWithHost({ answers: 'reject' })
    await run('wx.getRecorderManager().start()')
    expect(events.at(-1)).toMatchObject({
      kind: 'unheard',
      api: 'RecorderManager.start',
      errMsg: 'operateRecorder:fail auth deny',
      at: { line: 1 },
    })
  })

  test('a toast replaces the loading', async () => {
    const { run, events, host } = programWithHost()
    await run("wx.showLoading({ title: 'Wait' })")
    expect(host.screen.isLoading()).toBe(true)
    await run("wx.showToast({ title: 'Done' })")
    expect(host.screen.isLoading()).toBe(false)
    expect(events).toEqual([
      { kind: 'loading', title: 'Wait', shown: true, at },
      { kind: 'loading', title: '', shown: false, at },
      { kind: 'toast', title: 'Done', icon: 'success', at },
    ])
  })

  test.each([
    ['wx.showLoading({ title: 1 })', true],
    ['wx.showLoading(); wx.hideLoading()', false],
    ['wx.showLoading(); wx.hideToast()', false],
    ['wx.showNavigationBarLoading()', true],
    ['wx.showNavigationBarLoading(); wx.hideNavigationBarLoading()', false],
    ['wx.showNavigationBarLoading(); wx.hideLoading()', true],
  ])('%s: loading is left on: %s', async (code, isLoading) => {
    const { run, host } = programWithHost()
    await run(code)
    expect(host.screen.isLoading()).toBe(isLoading)
  })

  test('modals, sheets, pickers and navigation', async () => {
    const { run, events } = programWithHost({ user: { pick: () => 'cancel' }, answers: 'accept' })
    await run("wx.showModal({ title: 'Sure?', content: 'Really' })")
    await run("wx.showActionSheet({ itemList: ['a', 'b'] })")
    await run('wx.chooseLocation({})')
    await run("wx.redirectTo({ url: '/pages/b/b?id=1' })")
    const api = 'wx.chooseLocation'
    const cancelled = {
      callback: 'fail',
      errMsg: 'chooseLocation:fail cancel',
      heard: true,
      scope: 'scope.userLocation',
      because: 'reply-failed',
      before: 'undecided',
      after: 'accepted',
    }
    expect(events).toEqual([
      { kind: 'modal', title: 'Sure?', content: 'Really', answer: 'confirm', at },
      { kind: 'sheet', items: ['a', 'b'], answer: 'a', at },
      { kind: 'called', api, call: 3, tap: false, listeners: byPromise, at },
      { kind: 'popup', scope: 'scope.userLocation', answer: 'accept', at },
      { kind: 'picker', api, answer: 'cancel', at },
      { kind: 'answered', api, call: 3, ...cancelled, at },
      { kind: 'navigated', how: 'redirectTo', page: 'pages/b/b', at },
    ])
  })

  test('an API that gives no data is named once', async () => {
    const { run, notices } = programWithHost()
    await run('wx.getHCEState({}); wx.getHCEState({}); wx.vibrateShort({})')
    expect(notices).toEqual([{ code: 'api-not-emulated', subject: 'wx.getHCEState', ...at }])
  })

  test('a popup that nobody answers is a fault, and the program hears nothing', async () => {
    const { run, faults, thrown } = programWithHost()
    expect(
      await run('wx.getLocation({ complete: () => log.push(1) }); wx.getLocation().catch(() => log.push(2))'),
    ).toEqual([])
    expect(faults).toMatchObject([{ code: 'ERR_UNANSWERED' }, { code: 'ERR_UNANSWERED' }])
    expect(thrown).toEqual([])
  })

  test("a fault of whoever answers is ours, not the program's", async () => {
    const fault = new Error('nobody is there')
    const answers = () => Promise.reject(fault)
    const { run, faults, host, clock, thrown, rejections } = programWithHost({ answers })
    expect(
      await run('wx.getLocation({ complete: () => log.push(1) }); wx.authorize({ scope: "scope.record" })'),
    ).toEqual([])
    expect([faults, thrown, rejections]).toEqual([[fault, fault], [], []])
    const idle = host.auth.idle()
    await clock.run()
    expect(await idle).toBe(undefined)
  })

  test('what a callback throws is an error of the program', async () => {
    const { run, faults, thrown } = programWithHost()
    await run("wx.login({ success() { throw new Error('mine') }, complete: () => log.push('complete') })")
    expect([faults, thrown]).toEqual([[], ['Error: mine']])
  })
})

describe('elements that WeChat draws', () => {
  test.each([
    ['getUserInfo', 'getuserinfo', { errMsg: 'getUserInfo:fail auth deny' }],
    ['openSetting', 'opensetting', { errMsg: 'openSetting:ok', authSetting: {} }],
    ['getPhoneNumber', 'getphonenumber', { errMsg: 'getPhoneNumber:fail user deny' }],
  ])('a button with %s', async (openType, event, detail) => {
    const { host, clock } = programWithHost({ answers: 'reject', user: { pick: () => 'cancel' } })
    const fired: unknown[] = []
    clock.later(() => host.openType(openType, (...args) => fired.push(args)))
    await clock.run()
    expect(fired).toEqual([[event, detail]])
  })

  test.each([
    [true, []],
    [false, ['unheard']],
  ])('a camera asks when it is shown; whether somebody hears its error: %s', async (heard, unheard) => {
    const { host, clock, kinds } = programWithHost({ answers: 'reject' })
    const fired: unknown[] = []
    const element = { place: undefined, hears: () => heard }
    clock.later(() => void host.camera((...args) => fired.push(args), element))
    await clock.run()
    expect(fired).toEqual([['error', { errMsg: 'insertCamera:fail auth deny' }]])
    expect(kinds()).toEqual(['popup', ...unheard])
  })

  test('a picker is answered, or cancelled', async () => {
    const picker = { mode: 'selector', range: ['a', 'b'], value: 0 }
    for (const [answer, value] of [
      ['ok', 1],
      ['cancel', undefined],
    ] as const) {
      const { host, clock } = programWithHost({ user: { pick: () => answer } })
      const picked = host.pick(picker)
      await clock.run()
      expect(await picked).toBe(value)
    }
  })
})
