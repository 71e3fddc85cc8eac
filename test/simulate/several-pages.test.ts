// @vitest-environment jsdom
// WeChat's own WXML compiler, which is the simulator's default, keeps one table for all pages of a process.
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { createWxAuth } from '../../src/index.ts'
import { install } from '../../src/simulate/index.ts'
import { temporaryFolder } from '../support/temporary-home.ts'
import { miniProgramIn } from './mini-program.ts'
import { globals, type RenderedPage, simulate } from './opened-page.ts'

const folder = temporaryFolder()
afterAll(folder.remove)

const pages = ['home', 'cart', 'mine'] as const
const pathOf = miniProgramIn(folder.path, {
  'app.json': JSON.stringify({ pages: pages.map(page => `pages/${page}/index`) }),
  ...Object.fromEntries(pages.flatMap((page, index) => filesOf(page, index))),
  // Used by all pages: by one with a relative path, by the others from the root of the Mini Program.
  'components/card/card.json': '{ "component": true, "usingComponents": { "price": "../price/price" } }',
  'components/card/card.wxml': '<view class="card">{{title}}<price yuan="{{yuan}}"/></view>',
  'components/card/card.js': 'Component({ properties: { title: String, yuan: Number } })',
  'components/price/price.json': '{ "component": true }',
  'components/price/price.wxml': '<text>: {{yuan}} yuan</text>',
  'components/price/price.js': 'Component({ properties: { yuan: Number } })',
  'templates/head.wxml': '<template name="head"><view class="head">{{name}}</view></template>',
  'utils/visits.js': 'let visits = 0; module.exports = { next: () => ++visits }',
})

function filesOf(page: string, index: number): readonly (readonly [file: string, content: string])[] {
  const card = index === 0 ? '../../components/card/card' : '/components/card/card'
  return [
    [`pages/${page}/index.json`, JSON.stringify({ usingComponents: { card } })],
    [
      `pages/${page}/index.wxml`,
      `<import src="../../templates/head.wxml"/><template is="head" data="{{name: '${page} ' + visit}}"/>${'<view/>'.repeat(index)}<card title="{{title}}" yuan="{{${index} + 1}}"/><button class="locate" bindtap="locate">{{place}}</button>`,
    ],
    [
      `pages/${page}/index.js`,
      `const visits = require('../../utils/visits')
      Page({
        data: { title: '${page}', place: '', visit: 0 },
        onLoad() { this.setData({ visit: visits.next() }) },
        locate() { wx.getLocation({ complete: ({ errMsg }) => this.setData({ place: '${page} ' + errMsg }) }) },
      })`,
    ],
  ]
}

function open(page: string, options?: { readonly rootPath: string }): RenderedPage {
  const opened = simulate.render(simulate.load(pathOf(`pages/${page}/index`), options))
  opened.attach(globals.document.body)
  onTestFinished(() => opened.detach())
  return opened
}

test('A mistyped path is reported, and does not decide the folder of the pages after it', () => {
  onTestFinished(install({ ...createWxAuth(), simulate }))
  for (const page of ['/nowhere/pages/hom/index', '']) {
    expect(() => simulate.load(page)).toThrow(
      expect.objectContaining({
        code: 'ERR_PAGE',
        message: expect.stringContaining(`${page || '""'} cannot be loaded: ${page}.json is missing`),
      }),
    )
  }
})

test('Three pages that share components, a template and a module are open in one test', async () => {
  const { wx, auth } = createWxAuth({ answers: 'reject' })
  onTestFinished(install({ wx, auth, simulate }))
  const opened = pages.map(page => open(page))
  const textOf = (page: RenderedPage, selector: string) => page.querySelector(selector)?.dom.textContent
  const texts = () => opened.map(page => page.dom.textContent)
  expect(texts()).toEqual(['home 1home: 1 yuan', 'cart 2cart: 2 yuan', 'mine 3mine: 3 yuan'])

  // The first page still has its own WXML when it changes after the others were opened.
  opened[0]?.querySelector('.locate')?.dispatchEvent('tap')
  opened[0]?.instance.setData({ title: 'home again' })
  await simulate.sleep(1)
  await auth.idle()
  expect(texts()[0]).toBe('home 1home again: 1 yuanhome getLocation:fail auth deny')
  expect(opened.map(page => textOf(page, '.locate'))).toEqual(['home getLocation:fail auth deny', '', ''])
  expect(globals.getCurrentPages()).toEqual(opened.map(({ instance }) => instance))
})

test('The next test opens the same pages again, under another installation', () => {
  onTestFinished(install({ ...createWxAuth(), simulate }))
  const texts = pages.map(page => open(page, { rootPath: folder.path }).dom.textContent)
  expect(texts).toEqual(['home 4home: 1 yuan', 'cart 5cart: 2 yuan', 'mine 6mine: 3 yuan'])
})

test('A page in another folder is refused, because it would show the WXML of these', () => {
  onTestFinished(install({ ...createWxAuth(), simulate }))
  const rootPath = pathOf('pages/home')
  expect(() => open('home', { rootPath })).toThrow(
    expect.objectContaining({
      code: 'ERR_PAGE',
      message: expect.stringContaining(`(${rootPath} and ${folder.path})`),
    }),
  )
})
