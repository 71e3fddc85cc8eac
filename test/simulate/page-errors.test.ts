// @vitest-environment jsdom
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createWxAuth } from '../../src/index.ts'
import { install } from '../../src/simulate/index.ts'
import { temporaryHome } from '../support/temporary-home.ts'
import { globals, type RenderedPage, simulate } from './opened-page.ts'

const fail = (what: string) => {
  throw new Error(what)
}

/** Installs; `uncaught` is what would be thrown where nothing catches it. */
function installed(): { readonly uncaught: unknown[]; idle(): Promise<void> } {
  const uncaught: unknown[] = []
  const { wx, auth } = createWxAuth({ onUncaught: error => uncaught.push(error), answers: 'accept' })
  onTestFinished(install({ wx, auth, simulate }))
  Object.assign(globals, { fail })
  const print = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => print.mockRestore())
  return {
    uncaught,
    // Taps and callbacks of setData run in microtasks.
    idle: async () => {
      await simulate.sleep(1)
      await auth.idle()
      // An error is thrown once, and not printed besides.
      expect(print).not.toHaveBeenCalled()
    },
  }
}

const wxml =
  '<view class="tap" bindtap="tap">{{count}}</view><button class="ask" open-type="getUserInfo" bindgetuserinfo="ask"/>'

/** A page with this code, from a file. */
function pageOf(code: string): RenderedPage {
  const folder = temporaryHome()
  writeFileSync(join(folder, 'page.json'), '{}')
  writeFileSync(join(folder, 'page.wxml'), wxml)
  writeFileSync(join(folder, 'page.js'), code)
  return simulate.render(simulate.load(join(folder, 'page'), { compiler: 'simulate' }))
}

async function walk(page: RenderedPage): Promise<void> {
  page.attach(globals.document.body)
  page.querySelector('.tap')?.dispatchEvent('tap')
  page.querySelector('.ask')?.dispatchEvent('tap')
  page.instance.setData({ count: 1 })
  page.triggerPageLifeTime('hide')
  page.triggerPageLifeTime('show')
  await simulate.sleep(5)
  page.detach()
}

/** The code of a page or a component that throws once, and what it throws. */
const pages: readonly (readonly [what: string, code: string])[] = [
  ['onLoad', "Page({ onLoad() { fail('onLoad') } })"],
  ['onShow', "Page({ shown: 0, onShow() { if (this.shown++ === 0) fail('onShow') } })"],
  ['onReady', "Page({ onReady() { fail('onReady') } })"],
  ['onHide', "Page({ onHide() { fail('onHide') } })"],
  ['onUnload', "Page({ onUnload() { fail('onUnload') } })"],
  ['a handler of a tap', "Page({ tap() { fail('a handler of a tap') } })"],
  ['a handler of a button', "Page({ ask() { fail('a handler of a button') } })"],
  ['a callback of wx', "Page({ tap() { wx.getLocation({ success: () => fail('a callback of wx') }) } })"],
  [
    'a callback of setData',
    "Page({ tap() { this.setData({ count: 2 }, () => fail('a callback of setData')) } })",
  ],
  [
    'a callback of a selector query',
    "Page({ tap() { this.createSelectorQuery().select('.tap').boundingClientRect().exec(() => fail('a callback of a selector query')) } })",
  ],
  [
    'the callback of one selector',
    "Page({ tap() { wx.createSelectorQuery().in(this).select('.tap').boundingClientRect(() => fail('the callback of one selector')).exec() } })",
  ],
  ['created', "Component({ lifetimes: { created() { fail('created') } } })"],
  ['attached', "Component({ attached() { fail('attached') } })"],
  ['ready', "Component({ lifetimes: { ready() { fail('ready') } } })"],
  ['detached', "Component({ lifetimes: { detached() { fail('detached') } } })"],
  ['pageLifetimes', "Component({ pageLifetimes: { hide() { fail('pageLifetimes') } } })"],
  ['a method', "Component({ methods: { tap() { fail('a method') } } })"],
  ['an observer', "Component({ data: { count: 0 }, observers: { count() { fail('an observer') } } })"],
  [
    'the observer of a property',
    "Component({ properties: { count: { type: Number, observer() { fail('the observer of a property') } } } })",
  ],
  [
    'a behavior',
    "Component({ behaviors: [Behavior({ lifetimes: { attached() { fail('a behavior') } } })] })",
  ],
]

describe('What a page or a component throws is thrown where nothing catches it:', () => {
  test.each(pages)('%s', async (what, code) => {
    const { uncaught, idle } = installed()
    await walk(pageOf(code))
    await idle()
    expect(uncaught).toEqual([new Error(what)])
  })

  test('onLaunch and onShow of the App', async () => {
    const { uncaught, idle } = installed()
    const { App } = globals as unknown as { App(options: object): void }
    App({ onLaunch: () => fail('onLaunch'), onShow: () => fail('onShow') })
    await idle()
    expect(uncaught).toEqual([new Error('onLaunch'), new Error('onShow')])
  })

  test('a component that is defined without a file', async () => {
    const { uncaught, idle } = installed()
    const component = simulate.render(
      simulate.load({ template: wxml, methods: { tap: () => fail('without a file') } }),
    )
    await walk(component)
    await idle()
    expect(uncaught).toEqual([new Error('without a file')])
  })
})

test.each([
  ['a button', '.ask', '<view/>'],
  ['a camera', '.none', '<camera/>'],
])('A popup of %s that nobody answers goes the same way', async (_, selector, more) => {
  const uncaught: unknown[] = []
  const { wx, auth } = createWxAuth({ onUncaught: error => uncaught.push(error) })
  onTestFinished(install({ wx, auth, simulate }))
  const component = simulate.render(simulate.load({ template: wxml + more }))
  component.attach(globals.document.body)
  onTestFinished(() => component.detach())
  component.querySelector(selector)?.dispatchEvent('tap')
  await simulate.sleep(1)
  await auth.idle()
  expect(uncaught).toMatchObject([{ code: 'ERR_UNANSWERED' }])
})

test('A hook that throws does not stop the hooks after it', async () => {
  const { uncaught, idle } = installed()
  const log: string[] = []
  Object.assign(globals, { log })
  const hooks = ['onLoad', 'onShow', 'onReady', 'onHide', 'onUnload']
  await walk(
    pageOf(
      `Page(Object.fromEntries(${JSON.stringify(hooks)}.map(name => [name, () => { log.push(name); fail(name) }])))`,
    ),
  )
  await idle()
  expect(log).toEqual(['onLoad', 'onShow', 'onReady', 'onHide', 'onShow', 'onUnload'])
  expect(uncaught).toEqual(log.map(name => new Error(name)))
})

test('What page code catches itself is not thrown', async () => {
  const { uncaught, idle } = installed()
  await walk(pageOf("Page({ tap() { try { this.parse() } catch {} }, parse() { fail('caught') } })"))
  await idle()
  expect(uncaught).toEqual([])
})

test('What a test calls throws to the test', async () => {
  const { uncaught, idle } = installed()
  const page = pageOf("Page({ parse() { fail('called') } })")
  await walk(page)
  expect(() => (page.instance.parse as () => void)()).toThrow('called')
  await idle()
  expect(uncaught).toEqual([])
})

test('Only the last installation throws it', async () => {
  const outer = installed()
  const inner = installed()
  await walk(pageOf("Page({ onLoad() { fail('onLoad') } })"))
  await inner.idle()
  expect(outer.uncaught).toEqual([])
  expect(inner.uncaught).toEqual([new Error('onLoad')])
})

test('After uninstallation, the simulator prints it, as before', async () => {
  const print = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => print.mockRestore())
  const uninstall = install({
    ...createWxAuth({ onUncaught: () => expect.unreachable(), answers: 'accept' }),
    simulate,
  })
  Object.assign(globals, { fail })
  const page = pageOf("Page({ onLoad() { fail('onLoad') } })")
  uninstall()
  await walk(page)
  expect(print.mock.calls).toEqual([[expect.stringContaining('Error: onLoad')]])
})
