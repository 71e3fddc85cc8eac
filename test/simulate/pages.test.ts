// @vitest-environment jsdom
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createWxAuth } from '../../src/index.ts'
import { install } from '../../src/simulate/index.ts'
import { temporaryHome } from '../support/temporary-home.ts'
import { globals, type Rendered, simulate } from './opened-page.ts'

/** A page with this code, as a file that the simulator loads; it finds `said` globally. */
function pageOf(code: string): { readonly id: string; readonly said: unknown[] } {
  const folder = temporaryHome()
  onTestFinished(install({ ...createWxAuth(), simulate }))
  const said: unknown[] = []
  Object.assign(globals, { said })
  writeFileSync(join(folder, 'page.json'), '{}')
  writeFileSync(join(folder, 'page.wxml'), '<view class="count">{{count}}</view>')
  writeFileSync(join(folder, 'page.js'), code)
  return { id: simulate.load(join(folder, 'page'), { compiler: 'simulate' }), said }
}

test('a page lives: onLoad with its query, onShow, onReady, onHide, onUnload', () => {
  const { id, said } = pageOf(`
    const hooks = ['onShow', 'onReady', 'onHide', 'onUnload'].map(name => [name, () => said.push(name)])
    Page({ ...Object.fromEntries(hooks), onLoad(query) { said.push('onLoad', query) } })`)
  const page = simulate.render(id, { city: '深圳' })
  page.attach(globals.document.body)
  page.triggerPageLifeTime('hide')
  page.triggerPageLifeTime('show')
  page.detach()
  const life = ['onLoad', { city: '深圳' }, 'onShow', 'onReady', 'onHide', 'onShow', 'onUnload']
  expect(said).toEqual(life)
})

test('a page has its data, its methods and its own fields', async () => {
  const { id } = pageOf(`
    Page({ data: { count: 1 }, step: 2, onLoad() { this.add() }, add() { this.setData({ count: this.data.count + this.step }) } })`)
  const page = opened(id)
  expect(page.data).toEqual({ count: 3 })
  expect(page.querySelector('.count')?.dom.textContent).toBe('3')
})

test('two pages of one kind do not share their fields', () => {
  const { id, said } = pageOf(`
    Page({ seen: [], onLoad({ name }) { this.seen.push(name); said.push([...this.seen]) } })`)
  simulate.render(id, { name: 'a' }).attach(globals.document.body)
  simulate.render(id, { name: 'b' }).attach(globals.document.body)
  expect(said).toEqual([['a'], ['b']])
})

test('a page may be without everything', () => {
  expect(opened(pageOf('Page({})').id).data).toEqual({})
})

test('getCurrentPages is the stack of those that are open, the latest last', () => {
  const { id } = pageOf(`Page({ onLoad({ name }) { this.name = name } })`)
  const earlier = opened(id)
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

test('App is launched, and getApp gives it, also to those who asked before', () => {
  const { said } = pageOf('Page({})')
  const { App, getApp } = globals as unknown as Record<'App' | 'getApp', (options?: object) => object>
  const early = getApp()
  App({
    globalData: { user: '小微' },
    onLaunch(this: object, { scene }: { scene: number }) {
      said.push('onLaunch', scene, this === getApp())
    },
    onShow: () => said.push('onShow'),
  })
  expect(said).toEqual(['onLaunch', 1001, true, 'onShow'])
  expect(getApp()).toBe(early)
  expect(early).toMatchObject({ globalData: { user: '小微' } })

  App({ version: 2 })
  expect(early).toEqual({ version: 2 })
})

function opened(id: string): Rendered {
  const page = simulate.render(id)
  page.attach(globals.document.body)
  onTestFinished(() => page.detach())
  return page
}
