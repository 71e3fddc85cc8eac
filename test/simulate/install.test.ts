// @vitest-environment jsdom
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createWxAuth } from '../../src/index.ts'
import { install } from '../../src/simulate/index.ts'
import { globals, openPage, simulate } from './opened-page.ts'

test('our functions take the place of the simulator’s in its own object, beside the rest', () => {
  const simulators = globals.wx
  const { request } = globals.wx
  const { wx, auth } = createWxAuth()
  onTestFinished(install({ wx, auth, simulate }))
  expect(globals.wx).toBe(simulators)
  expect(globals.wx).toMatchObject(wx)
  expect(globals.wx.request).toBe(request)
})

test('its own stubs grant everything, under misspelt names: so ours have to be there', async () => {
  const settled = (name: string) =>
    new Promise(success => globals.wx[name]?.({ scope: 'scope.camera', success, fail: success }))
  expect(await settled('authorize')).toMatchObject({ errMsg: 'authorize:ok' })
  expect(await settled('getSetting')).toHaveProperty(['authSetting', 'camera'], true)

  const { wx, auth } = createWxAuth({ answers: 'reject' })
  onTestFinished(install({ wx, auth, simulate }))
  expect(await settled('authorize')).toEqual({ errMsg: 'authorize:fail auth deny' })
  expect(await settled('getSetting')).toHaveProperty('authSetting', { 'scope.camera': false })
})

test('uninstalled, everything is as it was', async () => {
  const before = { ...globals.wx }
  const { wx, auth } = createWxAuth()
  const uninstall = install({ wx, auth, simulate })
  expect(globals).toHaveProperty('Page')
  uninstall()
  expect(globals.wx).toEqual(before)
  for (const name of ['Page', 'App', 'getApp', 'getCurrentPages']) expect(globals).not.toHaveProperty(name)

  const component = simulate.render(
    simulate.load({ template: '<button class="greet" open-type="getUserInfo"/><camera/>' }),
  )
  component.attach(globals.document.body)
  component.querySelector('.greet')?.dispatchEvent('tap')
  await auth.idle()
  component.detach()
  expect(auth.events).toEqual([])
})

test('one installed over another gives the page to the later, and back', () => {
  const [outer, inner] = [createWxAuth(), createWxAuth()]
  onTestFinished(install({ ...outer, simulate }))
  const uninstall = install({ ...inner, simulate })
  expect(globals.wx.getLocation).toBe(inner.wx.getLocation)
  uninstall()
  expect(globals.wx.getLocation).toBe(outer.wx.getLocation)
  expect(globals).toHaveProperty('Page')
})

test.each([
  { title: 'no wx yet', before: undefined },
  { title: 'somebody’s own wx', before: { mine: 1 } },
])('with $title it is put there, and taken away', ({ before }) => {
  const simulators = Object.getOwnPropertyDescriptor(globals, 'wx') ?? {}
  onTestFinished(() => void Object.defineProperty(globals, 'wx', simulators))
  Object.assign(globals, { wx: before })
  const { wx, auth } = createWxAuth()
  const uninstall = install({ wx, auth, simulate })
  expect(globals.wx).toEqual({ ...before, ...wx })
  // Not ours itself: another one installed over it would change it.
  expect(globals.wx).not.toBe(wx)
  uninstall()
  expect(globals.wx).toEqual(before)
})

/** A component with a button and up to two cameras, which come and go. */
function rendered() {
  const heard: string[] = []
  const hear = ({ type, detail }: { type: string; detail: { errMsg?: string } }) =>
    void heard.push([type, ...(detail.errMsg === undefined ? [] : [detail.errMsg])].join(' '))
  const template = `
    <button class="greet" open-type="getUserInfo" bindgetuserinfo="hear"/>
    <camera wx:if="{{one}}" bindinitdone="hear" binderror="hear"/>
    <camera wx:if="{{two}}" bindinitdone="hear" binderror="hear"/>`
  const data = { one: false, two: false }
  const component = simulate.render(simulate.load({ template, data, methods: { hear } }))
  component.attach(globals.document.body)
  onTestFinished(() => component.detach())
  return {
    heard,
    tap: () => component.querySelector('.greet')?.dispatchEvent('tap'),
    show: (cameras: Partial<typeof data>) => component.instance.setData(cameras),
  }
}

test('one taken back from over another gives its buttons and cameras back too', async () => {
  const [outer, inner] = [createWxAuth({ answers: 'accept' }), createWxAuth({ answers: 'accept' })]
  onTestFinished(install({ ...outer, simulate }))
  const uninstall = install({ ...inner, simulate })
  uninstall()
  uninstall()
  const { heard, tap, show } = rendered()
  tap()
  show({ one: true })
  await outer.auth.idle()
  expect(heard.toSorted()).toEqual(['getuserinfo getUserInfo:ok', 'initdone'])
  expect(inner.auth.events).toEqual([])
})

test('taken back a second time takes nothing of those that came after', () => {
  const first = createWxAuth()
  const uninstall = install({ ...first, simulate })
  uninstall()
  const second = createWxAuth()
  onTestFinished(install({ ...second, simulate }))
  uninstall()
  expect(globals.wx.getLocation).toBe(second.wx.getLocation)
  expect(globals).toHaveProperty('Page')
})

test('a second camera fails, and takes nothing from the first when it goes', async () => {
  const { wx, auth } = createWxAuth({ answers: 'accept' })
  onTestFinished(install({ wx, auth, simulate }))
  const { heard, show } = rendered()
  show({ one: true })
  await auth.idle()
  show({ two: true })
  await auth.idle()
  show({ two: false })
  expect(heard).toEqual(['initdone', 'error insertCamera:fail can insert only one camera'])
  const photo = new Promise((success, fail) => wx.createCameraContext().takePhoto({ success, fail }))
  await expect(photo).resolves.toMatchObject({ errMsg: 'operateCamera:ok' })
  show({ one: false })
  show({ two: true })
  await auth.idle()
  expect(heard.at(-1)).toBe('initdone')
})

test('after a camera that was refused, the next one is the one that counts', async () => {
  const { wx, auth } = createWxAuth({ answers: ['reject'] })
  onTestFinished(install({ wx, auth, simulate }))
  const { heard, show } = rendered()
  show({ one: true })
  await auth.idle()
  await auth.openSettingPage({ 'scope.camera': true })
  show({ two: true })
  await auth.idle()
  expect(heard).toEqual(['error insertCamera:fail auth deny', 'initdone'])
  show({ two: false })
  const photo = new Promise((success, fail) => wx.createCameraContext().takePhoto({ success, fail }))
  await expect(photo).rejects.toMatchObject({ errMsg: 'operateCamera:fail camera has not been initialized' })
})

test.each([
  ['accept', undefined],
  ['reject', 'error insertCamera:fail auth deny'],
] as const)('a camera that went while it asked is not there afterwards: %s', async (answer, then) => {
  let decide: (answer: 'accept' | 'reject') => void = () => undefined
  const { wx, auth } = createWxAuth({ answers: () => new Promise(resolve => (decide = resolve)) })
  onTestFinished(install({ wx, auth, simulate }))
  const { heard, show } = rendered()
  show({ one: true })
  await simulate.sleep(5)
  show({ one: false })
  decide(answer)
  await auth.idle()
  expect(heard).toEqual([])
  // The next one is asked for, or told, as if there had been none.
  show({ two: true })
  await auth.idle()
  expect(heard).toEqual([then ?? 'initdone'])
})

test('a disabled button does nothing, and one without open-type taps only', async () => {
  const { auth } = openPage({ answers: 'accept' })
  const heard: string[] = []
  const buttons = `
    <button class="a" open-type="getUserInfo" disabled="{{true}}" bindgetuserinfo="hear"/>
    <button class="b" open-type="share" bindtap="hear"/>
    <button class="c" open-type="getUserInfo" disabled="{{false}}" bindgetuserinfo="hear"/>`
  const methods = { hear: ({ type }: { type: string }) => heard.push(type) }
  const component = simulate.render(simulate.load({ template: buttons, methods }))
  component.attach(globals.document.body)
  onTestFinished(() => component.detach())
  for (const button of ['.a', '.b', '.c']) component.querySelector(button)?.dispatchEvent('tap')
  await auth.idle()
  expect(heard).toEqual(['tap', 'getuserinfo'])
  expect(auth.events.filter(({ type }) => type === 'asked')).toHaveLength(1)
})

test('a finger on the button does what a tap does', async () => {
  const { auth, page, shown } = openPage({ answers: 'accept' })
  page.querySelector('.greet')?.dispatchEvent('touchstart')
  page.querySelector('.greet')?.dispatchEvent('touchend')
  await auth.idle()
  expect(shown('.greeting')).toMatch('Hello')
})

// Jest keeps what a page's file did at the first load, so that a second one finds nothing: it is loaded once there.
test('a page that was loaded under one installation asks the one that is there when it is rendered', async () => {
  const first = createWxAuth()
  const uninstall = install({ ...first, simulate })
  const id = simulate.load(join(import.meta.dirname, 'near-me/index'), { compiler: 'simulate' })
  uninstall()

  const { wx, auth } = createWxAuth({ answers: 'accept' })
  onTestFinished(install({ wx, auth, simulate }))
  const page = simulate.render(id)
  page.attach(globals.document.body)
  onTestFinished(() => page.detach())
  for (const button of ['.locate', '.greet', '.scan']) {
    page.querySelector(button)?.dispatchEvent('tap')
    await auth.idle()
  }
  expect(page.data).toMatchObject({
    place: '22.54, 113.93',
    greeting: 'Hello, 测试小微',
    scanner: 'zoom to 10',
  })
  expect(globals.getCurrentPages()).toEqual([page.instance])
  expect(first.auth.events).toEqual([])
})
