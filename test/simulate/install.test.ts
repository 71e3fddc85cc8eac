// @vitest-environment jsdom
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createWxAuth } from '../../src/index.ts'
import { install } from '../../src/simulate/index.ts'
import { globals, openPage, simulate } from './opened-page.ts'

test('install replaces functions in the simulator’s own wx, and keeps its other functions', () => {
  const simulatorWx = globals.wx
  const { request } = globals.wx
  const { wx, auth } = createWxAuth()
  onTestFinished(install({ wx, auth, simulate }))
  expect(globals.wx).toBe(simulatorWx)
  const { canIUse, ...ours } = wx
  expect(globals.wx).toMatchObject(ours)
  expect(globals.wx.request).toBe(request)
})

describe('wx.canIUse', () => {
  test.each([
    // Ours are answered by ours.
    ['getLocation', true],
    ['getLocation.object.type.gcj02', true],
    ['getLocation.object.type.wgs85', false],
    ['canIUse', true],
    ['CameraContext.takePhoto', true],
    // All others by the simulator, whose own function says yes to everything.
    ['showModal', true],
    ['showModal.object.title', true],
    ['scroll-view', true],
    ['button.open-type.share', true],
  ])('with the simulator’s wx says of %s what is there: %s', (schema, expected) => {
    onTestFinished(install({ ...createWxAuth(), simulate }))
    expect(globals.wx.canIUse(schema as string)).toBe(expected)
  })

  test.each([
    ['a canIUse of its own', { canIUse: (schema: string) => schema === 'scanCode' }, ['scanCode']],
    ['none', { showModal() {} }, ['showModal', 'showModal.object.title']],
  ])('with a wx of the test that has %s says what that said', (_, before, there) => {
    const restore = replaceGlobalWx(before)
    onTestFinished(restore)
    const uninstall = install({ ...createWxAuth(), simulate })
    onTestFinished(uninstall)
    for (const schema of [...there, 'getLocation']) expect(globals.wx.canIUse(schema)).toBe(true)
    for (const schema of ['nonsense', 'toString']) expect(globals.wx.canIUse(schema)).toBe(false)
  })
})

describe('uninstall makes the global wx what it was before', () => {
  test('after the program replaced it', () => {
    const before = globals.wx
    const copy = { ...before }
    const uninstall = install({ ...createWxAuth(), simulate })
    globals.wx = { ...globals.wx }
    uninstall()
    expect(globals.wx).toBe(before)
    expect({ ...globals.wx }).toEqual(copy)
  })

  test('after the program removed it', () => {
    const before = globals.wx
    const uninstall = install({ ...createWxAuth(), simulate })
    Reflect.deleteProperty(globals, 'wx')
    uninstall()
    expect(globals.wx).toBe(before)
  })

  test('after the program replaced, added and removed functions', () => {
    const copy = { ...globals.wx }
    const { wx, auth } = createWxAuth()
    const uninstall = install({ wx, auth, simulate })
    const own = { getLocation: () => wx.getLocation({}), getPlace: wx.getLocation, showModal() {} }
    Object.assign(globals.wx, own)
    Reflect.deleteProperty(globals.wx, 'showToast')
    uninstall()
    expect({ ...globals.wx }).toEqual(copy)
  })

  test('and the other globals, and the simulator', () => {
    const names = ['Component', 'Page', 'App', 'getApp', 'getCurrentPages'] as const
    const before = [...names.map(name => globals[name]), simulate.load, simulate.render]
    const uninstall = install({ ...createWxAuth(), simulate })
    for (const name of names) Object.assign(globals, { [name]: () => 'of the program' })
    uninstall()
    expect([...names.map(name => globals[name]), simulate.load, simulate.render]).toEqual(before)
  })
})

describe('install with a wrong argument', () => {
  const { wx, auth } = createWxAuth()
  test.each([
    ['wx', undefined],
    ['wx', {}],
    ['wx', { wx: auth, auth, simulate }],
    ['auth', { wx, simulate }],
    ['auth', { wx, auth: wx, simulate }],
    ['simulate', { wx, auth }],
    ['simulate', { wx, auth, simulate: null }],
    ['simulate', { wx, auth, simulate: { load() {}, render: () => ({}) } }],
  ])('names %s, and changes nothing', (argument, installation) => {
    const before = { ...globals.wx }
    expect(() => install(installation as never)).toThrow(
      expect.objectContaining({
        code: 'ERR_BAD_ARGUMENT',
        message: expect.stringMatching(`^${argument} must be `),
        // The stack begins in the test, not in wxauth.
        stack: expect.stringMatching(/\n {4}at .*install\.test\.ts/),
      }),
    )
    expect({ ...globals.wx }).toEqual(before)
    expect(globals).not.toHaveProperty('Page')
  })
})

/** @returns a function that restores the simulator's */
function replaceGlobalWx(wx: unknown): () => void {
  const descriptor = Object.getOwnPropertyDescriptor(globals, 'wx') ?? {}
  Object.assign(globals, { wx })
  return () => void Object.defineProperty(globals, 'wx', descriptor)
}

test('The simulator’s own stubs grant everything, under wrong names, and ours do not', async () => {
  const callOf = (name: string) =>
    new Promise(success => globals.wx[name]?.({ scope: 'scope.camera', success, fail: success }))
  expect(await callOf('authorize')).toMatchObject({ errMsg: 'authorize:ok' })
  expect(await callOf('getSetting')).toHaveProperty(['authSetting', 'camera'], true)

  const { wx, auth } = createWxAuth({ answers: 'reject' })
  onTestFinished(install({ wx, auth, simulate }))
  expect(await callOf('authorize')).toEqual({ errMsg: 'authorize:fail auth deny' })
  expect(await callOf('getSetting')).toHaveProperty('authSetting', { 'scope.camera': false })
})

test('uninstall restores everything', async () => {
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

test('The last installation counts, and after its uninstallation the one before it', () => {
  const [outer, inner] = [createWxAuth(), createWxAuth()]
  onTestFinished(install({ ...outer, simulate }))
  const uninstall = install({ ...inner, simulate })
  expect(globals.wx.getLocation).toBe(inner.wx.getLocation)
  uninstall()
  expect(globals.wx.getLocation).toBe(outer.wx.getLocation)
  expect(globals).toHaveProperty('Page')
})

test.each([
  { title: 'no global wx', before: undefined },
  { title: 'a global wx of the test', before: { mine: 1 } },
])('With $title, install sets it and uninstall restores it', ({ before }) => {
  const copy = before && { ...before }
  onTestFinished(replaceGlobalWx(before))
  const { wx, auth } = createWxAuth()
  const uninstall = install({ wx, auth, simulate })
  expect(globals.wx).toEqual({ ...copy, ...wx, canIUse: expect.any(Function) })
  // A copy, because a later installation would change the object.
  expect(globals.wx).not.toBe(wx)
  uninstall()
  expect(globals.wx).toBe(before)
  expect(before).toEqual(copy)
})

/** A component with a button, and up to two cameras that a test can show and hide. */
function renderComponent() {
  const events: string[] = []
  const hear = ({ type, detail }: { type: string; detail: { errMsg?: string } }) =>
    void events.push([type, ...(detail.errMsg === undefined ? [] : [detail.errMsg])].join(' '))
  const template = `
    <button class="greet" open-type="getUserInfo" bindgetuserinfo="hear"/>
    <camera wx:if="{{one}}" bindinitdone="hear" binderror="hear"/>
    <camera wx:if="{{two}}" bindinitdone="hear" binderror="hear"/>`
  const data = { one: false, two: false }
  const component = simulate.render(simulate.load({ template, data, methods: { hear } }))
  component.attach(globals.document.body)
  onTestFinished(() => component.detach())
  return {
    events,
    tap: () => component.querySelector('.greet')?.dispatchEvent('tap'),
    show: (cameras: Partial<typeof data>) => component.instance.setData(cameras),
  }
}

test('After uninstallation, buttons and cameras belong to the installation before it', async () => {
  const [outer, inner] = [createWxAuth({ answers: 'accept' }), createWxAuth({ answers: 'accept' })]
  onTestFinished(install({ ...outer, simulate }))
  const uninstall = install({ ...inner, simulate })
  uninstall()
  uninstall()
  const { events, tap, show } = renderComponent()
  tap()
  show({ one: true })
  await outer.auth.idle()
  expect(events.toSorted()).toEqual(['getuserinfo getUserInfo:ok', 'initdone'])
  expect(inner.auth.events).toEqual([])
})

test('A second uninstall does not undo a later installation', () => {
  const first = createWxAuth()
  const uninstall = install({ ...first, simulate })
  uninstall()
  const second = createWxAuth()
  onTestFinished(install({ ...second, simulate }))
  uninstall()
  expect(globals.wx.getLocation).toBe(second.wx.getLocation)
  expect(globals).toHaveProperty('Page')
})

test('A second camera fails, and the first one works after the second leaves', async () => {
  const { wx, auth } = createWxAuth({ answers: 'accept' })
  onTestFinished(install({ wx, auth, simulate }))
  const { events, show } = renderComponent()
  show({ one: true })
  await auth.idle()
  show({ two: true })
  await auth.idle()
  show({ two: false })
  expect(events).toEqual(['initdone', 'error insertCamera:fail can insert only one camera'])
  const photo = new Promise((success, fail) => wx.createCameraContext().takePhoto({ success, fail }))
  await expect(photo).resolves.toMatchObject({ errMsg: 'operateCamera:ok' })
  show({ one: false })
  show({ two: true })
  await auth.idle()
  expect(events.at(-1)).toBe('initdone')
})

test('After a refused camera, the next one is mounted', async () => {
  const { wx, auth } = createWxAuth({ answers: ['reject'] })
  onTestFinished(install({ wx, auth, simulate }))
  const { events, show } = renderComponent()
  show({ one: true })
  await auth.idle()
  await auth.openSettingPage({ 'scope.camera': true })
  show({ two: true })
  await auth.idle()
  expect(events).toEqual(['error insertCamera:fail auth deny', 'initdone'])
  show({ two: false })
  const photo = new Promise((success, fail) => wx.createCameraContext().takePhoto({ success, fail }))
  await expect(photo).rejects.toMatchObject({ errMsg: 'operateCamera:fail camera has not been initialized' })
})

test.each([
  ['accept', undefined],
  ['reject', 'error insertCamera:fail auth deny'],
] as const)('A camera that leaves while it asks is not mounted: %s', async (answer, error) => {
  let decide: (answer: 'accept' | 'reject') => void = () => undefined
  const { wx, auth } = createWxAuth({ answers: () => new Promise(resolve => (decide = resolve)) })
  onTestFinished(install({ wx, auth, simulate }))
  const { events, show } = renderComponent()
  show({ one: true })
  await simulate.sleep(5)
  show({ one: false })
  decide(answer)
  await auth.idle()
  expect(events).toEqual([])
  // The next camera behaves as if there had been none.
  show({ two: true })
  await auth.idle()
  expect(events).toEqual([error ?? 'initdone'])
})

test('A disabled button does nothing, and one with another open-type only taps', async () => {
  const { auth } = openPage({ answers: 'accept' })
  const events: string[] = []
  const buttons = `
    <button class="a" open-type="getUserInfo" disabled="{{true}}" bindgetuserinfo="hear"/>
    <button class="b" open-type="share" bindtap="hear"/>
    <button class="c" open-type="getUserInfo" disabled="{{false}}" bindgetuserinfo="hear"/>`
  const methods = { hear: ({ type }: { type: string }) => events.push(type) }
  const component = simulate.render(simulate.load({ template: buttons, methods }))
  component.attach(globals.document.body)
  onTestFinished(() => component.detach())
  for (const button of ['.a', '.b', '.c']) component.querySelector(button)?.dispatchEvent('tap')
  await auth.idle()
  expect(events).toEqual(['tap', 'getuserinfo'])
  expect(auth.events.filter(({ type }) => type === 'asked')).toHaveLength(1)
})

test('Touching the button does what a tap does', async () => {
  const { auth, page, textOf } = openPage({ answers: 'accept' })
  page.querySelector('.greet')?.dispatchEvent('touchstart')
  page.querySelector('.greet')?.dispatchEvent('touchend')
  await auth.idle()
  expect(textOf('.greeting')).toMatch('Hello')
})

// Jest runs a page's file only once, so tests load the page once, perhaps under an earlier installation.
test('A page uses the installation at the time of rendering, not of loading', async () => {
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
