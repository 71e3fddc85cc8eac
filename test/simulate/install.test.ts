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
