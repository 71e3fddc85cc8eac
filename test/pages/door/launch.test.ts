import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { LaunchOptions } from '../../../src/pages/index.ts'
import { launch } from '../../../src/pages/index.ts'
import { page as files, written } from '../support/open.ts'

/** Before any test of this file. */
const listenersBefore = process.listeners('unhandledRejection')

const near = join(import.meta.dirname, '../programs/near')
const shops = {
  'wx.request': [{ url: '*/api/shops*', reply: { data: [{ id: 7, name: 'Tea' }], statusCode: 200 } }],
}

async function openNear(options: Partial<LaunchOptions> = {}) {
  const app = await launch({ project: near, ...options })
  return { app, page: await app.open('pages/near/index') }
}

describe('A page that refuses to work after “Reject”', () => {
  test('says so, and works again after the settings', async () => {
    const { app, page } = await openNear({ fixtures: shops })
    app.auth.answer('reject')
    await page.tap('Show what is near')
    expect(app.toasts).toEqual(['Location refused'])
    expect(page.find('.hint')?.text).toContain('Allow your location')
    app.auth.answer('wx.openSetting', { 'scope.userLocation': true })
    await page.tap('Settings')
    expect(page.find('.hint')).toBeUndefined()
    expect(page.text).toContain('at 22.54')
    await page.tap('Tea')
    expect(app.pages).toEqual(['pages/near/index', 'pages/shop/index'])
    expect(app.page?.text).toBe('Shop 7')
    expect(app.errors).toEqual([])
  })

  test.each([
    ['accept', 'accepted'],
    ['reject', 'rejected'],
  ] as const)('asks once: %s', async (answer, state) => {
    const { app, page } = await openNear({ answers: { 'scope.userLocation': answer } })
    await page.tap('.locate')
    await page.tap('.locate')
    expect(app.auth.states()['scope.userLocation']).toBe(state)
    expect(app.events.filter(({ kind }) => kind === 'popup')).toHaveLength(1)
  })
})

describe('A test fails', () => {
  test('with the file, line and column of what a handler threw', async () => {
    const { app, page } = await openNear()
    const failure = await page.tap('Crash').catch((error: unknown) => error)
    expect(failure).toMatchObject({
      name: 'WxauthError',
      code: 'ERR_PROGRAM',
      message: expect.stringMatching(
        /^The program threw at pages\/near\/index\.js:52:23: TypeError: Cannot read/,
      ),
    })
    const [, first = '', second = ''] = String((failure as Error).stack).split(/\n {4}at /)
    expect(first).toBe(`${join(near, 'pages/near/index.js')}:52:23`)
    expect(second).toContain('launch')
    expect(app.errors).toHaveLength(1)
    await app.idle()
  })

  test('with the place of a rejection that nothing handled', async () => {
    const { page } = await openNear()
    await expect(page.tap('Leave')).rejects.toThrow(
      'The program left a rejection unhandled at pages/near/index.js:57:11: Error: left alone',
    )
  })

  test('where a lifecycle threw', async () => {
    const app = await launch({ project: near })
    await expect(app.open('pages/broken/index')).rejects.toThrow(/pages\/broken\/index\.js:3:10: SyntaxError/)
  })

  test('at a popup that nobody answers', async () => {
    const { page } = await openNear()
    await expect(page.tap('.locate')).rejects.toMatchObject({ code: 'ERR_UNANSWERED' })
  })

  test('in Chinese, too', async () => {
    const { page } = await openNear({ language: 'zh-CN' })
    await expect(page.tap('Crash')).rejects.toThrow('小程序抛出了异常，位置 pages/near/index.js:52:23：')
    await expect(page.tap('没有')).rejects.toThrow('pages/near/index 上没有可以点的 "没有"。')
  })
})

describe('The user', () => {
  test.each([
    ['confirm', 'forgotten', { forgotten: true }],
    ['cancel', 'kept', {}],
  ] as const)('answers a modal with %s', async (answer, place, storage) => {
    const { app, page } = await openNear()
    app.modal(answer)
    await page.tap('Forget')
    expect(page.find('.place')?.text).toBe(place)
    expect(app.storage).toEqual(storage)
  })

  test('chooses in a sheet, queued answers first', async () => {
    const { app, page } = await openNear({ sheet: items => items.indexOf('To all') })
    app.sheet('cancel')
    await page.tap('Share')
    expect(page.text).toContain('not shared')
    await page.tap('Share')
    expect(page.text).toContain('shared 1')
  })

  test('types, and taps what was found', async () => {
    const { page } = await openNear({ answers: 'accept', fixtures: shops })
    await page.input('Search', 'tea')
    expect(page.data).toMatchObject({ word: 'tea' })
    await page.tap('.locate')
    const [shop] = page.findAll('.shop')
    if (shop === undefined) throw new Error('no shop')
    expect(shop).toMatchObject({
      tag: 'view',
      text: 'Tea',
      dataset: { shopId: 7 },
      handlers: { tap: 'open' },
      disabled: false,
      at: { file: 'pages/near/index.wxml', line: 8, column: 1 },
    })
    await page.tap(shop)
    await expect(page.tap(shop)).rejects.toMatchObject({
      code: 'ERR_PAGE_NOT_SHOWN',
      message: expect.stringContaining('the user sees pages/shop/index'),
    })
  })

  test('leaves and comes back; listeners of wx hear what the app hears', async () => {
    const { app, page } = await openNear()
    await page.tap('Leave').catch(() => undefined)
    await page.tap('Crash').catch(() => undefined)
    await app.hide()
    await app.show()
    expect(page.data.log).toEqual([
      'launched at pages/near/index, pages/near/index',
      'onShow',
      'wx.onAppShow',
      'onUnhandledRejection left alone',
      'wx.onUnhandledRejection left alone',
      expect.stringMatching(/^wx\.onError TypeError: Cannot read/),
      'onHide',
      'wx.onAppHide',
      'onShow',
      'wx.onAppShow',
    ])
  })
})

test('A query reaches onLoad as it is', async () => {
  const app = await launch({ project: pathToFileURL(near) })
  const page = await app.open('/pages/shop/index?id=1', { id: 'a&b=c?', n: 2 })
  expect(page.query).toEqual({ id: 'a&b=c?', n: '2' })
  expect(page.data).toMatchObject({ id: 'a&b=c?', n: '2' })
})

test.each([
  [
    'nothing like it',
    'Nowhere',
    'shows nothing to tap that is "Nowhere". It has "Show what is near", "Forget"',
  ],
  ['a disabled button', 'Buy', '"Buy" on pages/near/index is disabled.'],
])('A target that cannot be tapped is a failure: %s', async (_, target, words) => {
  const { page } = await openNear()
  await expect(page.tap(target)).rejects.toMatchObject({
    code: 'ERR_NO_ELEMENT',
    message: expect.stringContaining(words),
  })
})

test('What is no input cannot be typed into', async () => {
  const { page } = await openNear()
  await expect(page.input('Forget', 'x')).rejects.toThrow(
    'shows nothing to type into that is "Forget". It has "Search".',
  )
})

test('A page without files is not opened, and the error says where to look', async () => {
  const app = await launch({ project: written({ 'app.json': '{ "pages": ["pages/a/a"] }' }) })
  await expect(app.open('pages/a/a')).rejects.toMatchObject({ code: 'ERR_PAGE_NOT_OPENED' })
  expect(app.notices).toMatchObject([{ code: 'page-missing', file: 'app.json', line: 1 }])
})

test('A closed program takes no step', async () => {
  const { app, page } = await openNear()
  app.close()
  await expect(page.tap('Forget')).rejects.toMatchObject({ code: 'ERR_CLOSED' })
})

describe('Options', () => {
  test.each([
    ['none', undefined, 'ERR_BAD_ARGUMENT', 'The argument of launch must be a plain object, not undefined.'],
    [
      'no project',
      {},
      'ERR_BAD_ARGUMENT',
      'project must be the path of a folder, or a file: URL, not undefined.',
    ],
    [
      'a typo',
      { project: near, answer: 'accept' },
      'ERR_UNKNOWN_OPTION',
      'launch does not take the option "answer". Did you mean answers?',
    ],
    ['an edition', { project: near, edition: 'past' }, 'ERR_UNKNOWN_EDITION', 'past'],
    ['a language', { project: near, language: 'fr' }, 'ERR_UNKNOWN_LANGUAGE', '"fr"'],
    ['an answer', { project: near, answers: 'yes' }, 'ERR_UNKNOWN_ANSWER', '"yes"'],
    ['a switch', { project: near, settings: { 'scope.x': true } }, 'ERR_UNKNOWN_SCOPE', 'scope.x'],
    [
      'a modal',
      { project: near, modal: 'ok' },
      'ERR_BAD_ARGUMENT',
      "modal must be 'confirm', 'cancel' or a function",
    ],
    ['a sheet', { project: near, sheet: -1 }, 'ERR_BAD_ARGUMENT', 'sheet must be the place of an item'],
    ['a pick', { project: near, pick: 1 }, 'ERR_BAD_ARGUMENT', "pick must be 'ok', 'cancel' or a function"],
    ['storage', { project: near, storage: [] }, 'ERR_BAD_ARGUMENT', 'storage must be a plain object'],
    ['fixtures', { project: near, fixtures: { 'wx.reqest': {} } }, 'ERR_UNKNOWN_API', 'request'],
    ['a folder that is not there', { project: join(near, 'nowhere') }, 'ERR_PROJECT_MISSING', 'nowhere'],
  ])('are checked: %s', async (_, options, code, words) => {
    const failure = launch(options as unknown as LaunchOptions)
    await expect(failure).rejects.toMatchObject({ code, message: expect.stringContaining(words) })
  })

  test.each([
    [
      'a page that is none',
      (app: App) => app.open('pages/nearby/index'),
      'ERR_UNKNOWN_PAGE',
      'pages/near/index',
    ],
    [
      'a page that is no text',
      (app: App) => app.open(1 as unknown as string),
      'ERR_BAD_ARGUMENT',
      'The page must be the route',
    ],
    [
      'a query',
      (app: App) => app.open('pages/near/index', { a: {} as unknown as string }),
      'ERR_BAD_ARGUMENT',
      'The query must be',
    ],
    ['a modal', async (app: App) => app.modal('ok' as 'confirm'), 'ERR_BAD_ARGUMENT', 'The answer must be'],
  ])('of methods are, too: %s', async (_, use, code, words) => {
    const app = await launch({ project: near })
    await expect(use(app)).rejects.toMatchObject({ code, message: expect.stringContaining(words) })
  })
})
type App = Awaited<ReturnType<typeof launch>>

test('Nothing is left behind: no global, no listener; and programs run beside one another', async () => {
  const before = Object.keys(globalThis)
  const apps = await Promise.all(
    ['accept', 'reject', 'accept'].map(answer => openNear({ answers: answer as 'accept', fixtures: shops })),
  )
  await Promise.all(apps.map(({ page }) => page.tap('.locate')))
  expect(apps.map(({ page }) => page.find('.place') !== undefined)).toEqual([true, false, true])
  const failures = await Promise.all(
    apps.map(({ page }) => page.tap('Leave').catch((error: unknown) => error)),
  )
  expect(failures.every(error => (error as { code: string }).code === 'ERR_PROGRAM')).toBe(true)
  expect(Object.keys(globalThis)).toEqual(before)
  expect(process.listeners('unhandledRejection')).toEqual(listenersBefore)
})

test('An editor is ready when it appears', async () => {
  const wxml = '<button bindtap="flip">Flip</button><editor wx:if="{{on}}" bindready="ready" />'
  const js =
    'Page({ data: { on: false, times: 0 }, flip() { this.setData({ on: !this.data.on }) }, ready() { this.setData({ times: this.data.times + 1 }) } })'
  const app = await launch({ project: written(files(js, wxml)) })
  const page = await app.open('pages/a/a')
  for (const times of [1, 1, 2]) {
    await page.tap('Flip')
    expect(page.data.times).toBe(times)
  }
})

test.each([
  [undefined, '2.32.3', 'today'],
  [undefined, '2.32.2', 'guide'],
  ['guide', '3.0.0', 'guide'],
  ['today', undefined, 'today'],
] as const)('Edition %s with libVersion %s is %s', async (edition, libVersion, expected) => {
  const js = 'Page({ onLoad() { this.setData({ version: wx.getSystemInfoSync().SDKVersion }) } })'
  const project = written({ ...files(js), 'project.config.json': JSON.stringify({ libVersion }) })
  const app = await launch({ project, ...(edition === undefined ? {} : { edition }) })
  const page = await app.open('pages/a/a')
  expect(page.data.version).toBe(expected === 'today' ? '3.15.2' : '2.6.1')
})

test.each([
  ['accept', 'chooseLocation:ok', 'agreed'],
  ['reject', 'chooseLocation:fail privacy permission is not authorized', 'undecided'],
])('today’s edition asks for the privacy agreement: %s', async (answer, text, privacy) => {
  const project = written({
    ...files(
      'Page({ data: { text: "" }, onLoad() { wx.chooseLocation({ complete: r => this.setData({ text: r.errMsg }) }) } })',
      '<view>{{ text }}</view>',
    ),
    'app.json': '{ "pages": ["pages/a/a"], "requiredPrivateInfos": ["chooseLocation"] }',
  })
  const app = await launch({ project, edition: 'today' })
  app.auth.answer('privacy', answer as 'accept' | 'reject')
  const page = await app.open('pages/a/a')
  expect(page.text).toBe(text)
  expect(app.auth.layers().privacy).toBe(privacy)
  expect(app.events).toContainEqual(expect.objectContaining({ kind: 'popup', scope: 'privacy', answer }))
})
