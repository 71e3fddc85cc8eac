import { describe, expect, test } from 'vitest'
import { programWithHost } from './program-with-host.ts'

const noTap = 'openSetting:fail can only be invoked by user TAP gesture.'
const ok = 'openSetting:ok'
const open = 'wx.openSetting({ complete: r => log.push(r.errMsg) })'

describe('openSetting', () => {
  test.each([
    ['in a tap', open, ok],
    ['in a microtask of a tap', `Promise.resolve().then(() => ${open})`, ok],
    ['twice in one tap', `wx.openSetting(); ${open}`, ok],
    ['in a timer of a tap', `setTimeout(() => ${open})`, noTap],
    ['in the callback of showModal', `wx.showModal({ success: () => ${open} })`, ok],
    ['after the promise of showModal', `wx.showModal({}).then(() => ${open})`, ok],
    [
      'in the callback of showActionSheet',
      `wx.showActionSheet({ itemList: ['a'], success: () => ${open} })`,
      ok,
    ],
    ['in the callback of getSetting', `wx.getSetting({ success: () => ${open} })`, ok],
    ['after the promise of getSetting', `wx.getSetting().then(() => ${open})`, ok],
    ['in the callback of request', `wx.request({ url: 'https://a.example/', success: () => ${open} })`, ok],
    [
      'in the callback of getSetting in that of request',
      `wx.request({ url: 'https://a.example/', success: () => wx.getSetting({ success: () => ${open} }) })`,
      ok,
    ],
    ['in the fail of authorize', `wx.authorize({ scope: 'scope.record', fail: () => ${open} })`, noTap],
    ['in the fail of getLocation', `wx.getLocation({ fail: () => ${open} })`, noTap],
    ['in the callback of login', `wx.login({ success: () => ${open} })`, noTap],
  ])('%s', async (_where, code, errMsg) => {
    const { run } = programWithHost({ answers: 'reject' })
    expect(await run(code, { tapped: true })).toEqual([errMsg])
  })

  test.each([
    ['where no tap is', open, noTap],
    ['in a getSetting that no tap began', `wx.getSetting({ success: () => ${open} })`, noTap],
    [
      'in a modal that no tap began, for its button was tapped',
      `wx.showModal({ success: () => ${open} })`,
      ok,
    ],
  ])('%s', async (_where, code, errMsg) => {
    const { run } = programWithHost({ answers: 'reject' })
    expect(await run(code)).toEqual([errMsg])
  })

  test('the edition says what else needs a tap', async () => {
    const code = 'wx.requestSubscribeMessage({ tmplIds: [], complete: r => log.push(r.errMsg) })'
    const fails = 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.'
    expect(await programWithHost({ edition: 'guide' }).run(code)).toEqual(['requestSubscribeMessage:ok'])
    expect(await programWithHost({ edition: 'today' }).run(code)).toEqual([fails])
    expect(await programWithHost({ edition: 'today' }).run(code, { tapped: true })).toEqual([
      'requestSubscribeMessage:ok',
    ])
  })

  test('the page is covered, and shown again before the callback', async () => {
    const { run, stack, realm, evaluate } = programWithHost()
    const shown = realm.wrap(() => stack.shown.join(' '))
    evaluate('globalThis.keep = f => { globalThis.shown = f }')
    Reflect.apply(evaluate('keep') as (f: unknown) => void, undefined, [shown])
    expect(await run('wx.openSetting({ success: () => log.push(shown()) })', { tapped: true })).toEqual([
      'cover uncover',
    ])
  })

  test('the user moves the switches that are there', async () => {
    const settings = { 'scope.userLocation': true, 'scope.camera': true }
    const { run, events } = programWithHost({ answers: 'reject', settings })
    await run('wx.getLocation({})')
    const code =
      'wx.openSetting({ success: r => { log.push(r.authSetting); wx.getLocation({ success: r => log.push(r.errMsg) }) } })'
    expect(await run(code, { tapped: true })).toEqual([{ 'scope.userLocation': true }, 'getLocation:ok'])
    expect(events).toContainEqual({
      kind: 'settings',
      switches: { 'scope.userLocation': true },
      at: { file: 'page.js', line: 1, column: 6 },
    })
  })
})
