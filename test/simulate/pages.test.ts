// @vitest-environment jsdom
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createWxAuth } from '../../src/index.ts'
import { install } from '../../src/simulate/index.ts'
import { temporaryHome } from '../support/temporary-home.ts'
import { globals, type RenderedPage, simulate } from './opened-page.ts'

/** Loads a page with this code from a file; `log` is a global for it. */
function pageOf(code: string): { readonly id: string; readonly log: unknown[] } {
  const folder = temporaryHome()
  onTestFinished(install({ ...createWxAuth(), simulate }))
  const log: unknown[] = []
  Object.assign(globals, { log })
  writeFileSync(join(folder, 'page.json'), '{}')
  writeFileSync(join(folder, 'page.wxml'), '<view class="count">{{count}}</view>')
  writeFileSync(join(folder, 'page.js'), code)
  return { id: simulate.load(join(folder, 'page'), { compiler: 'simulate' }), log }
}

test('A page runs onLoad with its query, onShow, onHide and onUnload', () => {
  const { id, log } = pageOf(`
    const hooks = ['onShow', 'onReady', 'onHide', 'onUnload'].map(name => [name, () => log.push(name)])
    Page({ ...Object.fromEntries(hooks), onLoad(query) { log.push('onLoad', query) } })`)
  const page = simulate.render(id, { city: '深圳' })
  page.attach(globals.document.body)
  page.triggerPageLifeTime('hide')
  page.triggerPageLifeTime('show')
  page.detach()
  const hooks = ['onLoad', { city: '深圳' }, 'onShow', 'onReady', 'onHide', 'onShow', 'onUnload']
  expect(log).toEqual(hooks)
})

test('A page has its data, its methods and its fields', async () => {
  const { id } = pageOf(`
    Page({ data: { count: 1 }, step: 2, onLoad() { this.add() }, add() { this.setData({ count: this.data.count + this.step }) } })`)
  const page = attach(id)
  expect(page.data).toEqual({ count: 3 })
  expect(page.querySelector('.count')?.dom.textContent).toBe('3')
})

test('Two pages of one kind do not share their fields', () => {
  const { id, log } = pageOf(`
    Page({ seen: [], onLoad({ name }) { this.seen.push(name); log.push([...this.seen]) } })`)
  simulate.render(id, { name: 'a' }).attach(globals.document.body)
  simulate.render(id, { name: 'b' }).attach(globals.document.body)
  expect(log).toEqual([['a'], ['b']])
})

test('A page can be empty', () => {
  expect(attach(pageOf('Page({})').id).data).toEqual({})
})

test('getCurrentPages is the stack of open pages, the latest last', () => {
  const { id } = pageOf(`Page({ onLoad({ name }) { this.name = name } })`)
  const earlier = attach(id)
  onTestFinished(install({ ...createWxAuth(), simulate }))
  const stack = () => globals.getCurrentPages().map(({ name }) => name)
  const [first, second] = [simulate.render(id, { name: 'first' }), simulate.render(id, { name: 'second' })]
  expect(stack()).toEqual([])
  first.attach(globals.document.body)
  second.attach(globals.document.body)
  expect(stack()).toEqual(['first', 'second'])
  earlier.detach()
  expect(stack()).toEqual(['first', 'second'])
  second.detach()
  expect(stack()).toEqual(['first'])
  first.detach()
  expect(stack()).toEqual([])
})

test('App runs onLaunch and onShow, and getApp returns the same object before and after App', () => {
  const { log } = pageOf('Page({})')
  const { App, getApp } = globals as unknown as Record<'App' | 'getApp', (options?: object) => object>
  const early = getApp()
  App({
    globalData: { user: '小微' },
    onLaunch(this: object, { scene }: { scene: number }) {
      log.push('onLaunch', scene, this === getApp())
    },
    onShow: () => log.push('onShow'),
  })
  expect(log).toEqual(['onLaunch', 1001, true, 'onShow'])
  expect(getApp()).toBe(early)
  expect(early).toMatchObject({ globalData: { user: '小微' } })

  App({ version: 2 })
  expect(early).toEqual({ version: 2 })
})

function attach(id: string): RenderedPage {
  const page = simulate.render(id)
  page.attach(globals.document.body)
  onTestFinished(() => page.detach())
  return page
}
