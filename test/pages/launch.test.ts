import { describe, expect, test } from 'vitest'
import type { HostEvent, MakeHost } from '../../src/pages/ports.ts'
import { bareHost } from './support/bare-host.ts'
import { launch, launchWritten, page, tap } from './support/open.ts'

describe('A small program', () => {
  async function home() {
    const app = launch('small')
    expect(await app.open('pages/home/home', { a: '1' })).toBe(true)
    return app
  }

  test('shows what its templates, components, wxs and slots make of its data', async () => {
    const app = await home()
    expect(app.text().split('\n')).toEqual([
      'HELLO',
      '¥12.50',
      '¥3.00',
      'Open',
      'Card ready Inside',
      'Tapped:',
      'Boom',
      'Later',
      'Wait',
      'Go',
    ])
    expect(app.data()).toMatchObject({ query: { a: '1' }, same: true })
    expect(app.errors()).toEqual([])
    expect(app.notices()).toEqual([])
  })

  test('shows another element when wx:if and hidden change', async () => {
    const app = await home()
    await tap(app, 'Open')
    expect(app.text()).toContain('Panel is open')
    expect(app.text()).toContain('Hidden words')
    expect(app.elements().find(({ id }) => id === 'panel')?.place).toEqual({
      file: 'pages/home/home.wxml',
      line: 8,
      column: 1,
    })
  })

  test('a handler receives the dataset of its own element, and the tap bubbles', async () => {
    const app = await home()
    await tap(app, '¥3.00')
    expect(app.text()).toContain('Tapped: 2 tap')
  })

  test('a tap inside of a component reaches its page as an event of the component', async () => {
    const app = await home()
    const inner = app.elements().find(({ classes }) => classes.includes('card'))
    if (inner === undefined) throw new Error('no card')
    await app.tap(inner)
    expect(app.text()).toContain('Tapped: card Card')
  })

  test('what a handler throws, and what it rejects with later, has a place in the source', async () => {
    const app = await home()
    await tap(app, 'Boom')
    await tap(app, 'Later')
    expect(app.errors()).toMatchObject([
      {
        kind: 'exception',
        phase: 'tap',
        message: 'Error: boom',
        place: { file: 'pages/home/home.js', line: 16, column: 18 },
      },
      { kind: 'rejection', phase: 'tap', place: { file: 'pages/home/home.js', line: 19 } },
    ])
  })

  test('timers run, without waiting', async () => {
    const app = await home()
    await tap(app, 'Wait')
    expect(app.text()).toContain('Tapped: waited')
  })

  test('wx.navigateTo opens the next page, and going back shows the first one again', async () => {
    const app = await home()
    await tap(app, 'Go')
    expect(app.text()).toBe('Next 7')
    expect(app.stack.pages().map(({ route }) => route)).toEqual(['pages/home/home', 'pages/next/next'])
    app.clock.later(() => app.stack.back(1))
    await app.idle()
    expect(app.text()).toContain('HELLO')
  })
})

const logging = (name: string) => `function(...args) { getApp().log.push('${name}') }`
const lifecycle = {
  'app.json': JSON.stringify({
    pages: ['pages/a/a', 'pages/b/b', 'pages/tab/tab'],
    tabBar: { custom: true, list: [{ pagePath: 'pages/a/a' }, { pagePath: 'pages/tab/tab' }] },
  }),
  'app.js':
    "App({ log: [], onLaunch() { this.log.push('onLaunch') }, onShow() { this.log.push('app onShow') } })",
  'pages/a/a.js': `Page({ onLoad: ${logging('a onLoad')}, onShow: ${logging('a onShow')}, onReady: ${logging('a onReady')},
    onHide: ${logging('a onHide')}, onUnload: ${logging('a onUnload')}, log() { this.setData({ log: getApp().log }) } })`,
  'pages/a/a.json': '{ "usingComponents": { "c": "/c/c" } }',
  'pages/a/a.wxml': '<c /><view bindtap="log">Log</view>',
  'c/c.js': `Component({ created: ${logging('c created')}, attached: ${logging('c attached')}, ready: ${logging('c ready')}, detached: ${logging('c detached')},
    pageLifetimes: { show: ${logging('c show')}, hide: ${logging('c hide')} } })`,
  'c/c.wxml': '<view>c</view>',
  'pages/b/b.js': `Component({ properties: { id: String }, methods: { onLoad(q) { getApp().log.push('b onLoad ' + q.id + ' ' + this.data.id) } } })`,
  'pages/b/b.wxml': '<view>{{id}}</view>',
  'pages/tab/tab.js': 'Page({ onShow() { this.getTabBar().setData({ at: 1 }) } })',
  'pages/tab/tab.wxml': '<view>tab</view>',
  'custom-tab-bar/index.js': 'Component({ data: { at: 0 } })',
  'custom-tab-bar/index.wxml': '<view>bar {{at}}</view>',
}

describe('Lifecycles', () => {
  test('run in the order of the platform', async () => {
    const app = launchWritten(lifecycle)
    await app.open('pages/a/a')
    app.clock.later(() => {
      app.stack.navigate('navigateTo', '/pages/b/b?id=7')
      app.stack.back(1)
    })
    await app.idle()
    await tap(app, 'Log')
    expect((app.data() as { log: unknown }).log).toEqual([
      'onLaunch',
      'app onShow',
      'c created',
      'c attached',
      'a onLoad',
      'c show',
      'a onShow',
      'c ready',
      'a onReady',
      'a onHide',
      'c hide',
      'b onLoad 7 7',
      'c show',
      'a onShow',
    ])
  })

  test('A tab page stays alive behind another, and shows the custom tab bar', async () => {
    const app = launchWritten(lifecycle)
    await app.open('pages/a/a')
    const first = app.stack.shown()?.instance
    app.clock.later(() => void app.stack.navigate('switchTab', '/pages/tab/tab'))
    await app.idle()
    expect(app.text()).toBe('tab\nbar 1')
    app.clock.later(() => void app.stack.navigate('switchTab', '/pages/a/a'))
    await app.idle()
    expect(app.stack.shown()?.instance).toBe(first)
  })

  test.each([
    ['navigateTo', '/pages/tab/tab', 'is-tab'],
    ['switchTab', '/pages/b/b', 'not-tab'],
    ['navigateTo', '/pages/nowhere', 'not-found'],
  ] as const)('%s %s fails: %s', async (kind, url, failure) => {
    const app = launchWritten(lifecycle)
    await app.open('pages/a/a')
    expect(app.stack.navigate(kind, url)).toBe(failure)
    expect(app.stack.back(1)).toBe('no-back')
  })

  test('At most ten pages are open', async () => {
    const app = launchWritten(lifecycle)
    await app.open('pages/b/b')
    const results = Array.from({ length: 10 }, () => app.stack.navigate('navigateTo', 'b'))
    expect(results.filter(result => result === undefined)).toHaveLength(9)
    expect(results.at(-1)).toBe('too-many')
  })
})

describe('Handlers', () => {
  const wxml = `<view capture-bind:tap="log" data-name="capture" bindtap="log">
    <view mut-bind:tap="log" data-name="mut outer"><view id="mut" mut-bind:tap="log" data-name="mut inner">m</view></view>
    <view bind:tap="log" data-name="never"><view id="caught" catchtap="log" data-name="catch">c</view></view>
  </view>`
  const js = `Page({ data: { log: [] }, log({ currentTarget, target, type }) {
    this.setData({ log: [...this.data.log, currentTarget.dataset.name] }) } })`

  test.each([
    ['mut', ['capture', 'mut inner', 'capture']],
    ['caught', ['capture', 'catch']],
  ])('of a tap on #%s: capture, catch and mut-bind', async (id, log) => {
    const app = launchWritten(page(js, wxml))
    await app.open('pages/a/a')
    const element = app.elements().find(one => one.id === id)
    if (element === undefined) throw new Error(id)
    await app.tap(element)
    expect(app.data()).toEqual({ log })
  })
})

describe('Controls', () => {
  const wxml = `<form bindsubmit="submit">
    <input name="who" bindinput="typed" value="{{who}}" /><input name="where" model:value="{{where}}" placeholder="Where" />
    <switch name="on" bindchange="changed" /><picker name="day" range="{{[1, 2]}}" value="{{0}}" bindchange="changed"><view>Pick</view></picker>
    <radio-group name="size" bindchange="changed"><label><radio value="s" checked />S</label><label><radio value="l" />L</label></radio-group>
    <button form-type="submit">Send</button></form>
    <button open-type="getPhoneNumber" bindgetphonenumber="changed">Phone</button>
    <button disabled bindtap="changed">Off</button><navigator url="/pages/a/a?again=1" open-type="redirect">Again</navigator>`
  const js = `Page({ data: { who: '', where: '', log: [] }, onLoad(q) { this.setData({ q }) },
    typed(e) { this.setData({ who: e.detail.value }) }, submit(e) { this.setData({ sent: e.detail.value }) },
    changed(e) { this.setData({ log: [...this.data.log, e.type + ' ' + JSON.stringify(e.detail)] }) } })`

  test('A form hands over what was typed and chosen', async () => {
    const app = launchWritten(page(js, wxml))
    await app.open('pages/a/a')
    const at = (tag: string, nth = 0) => {
      const element = app.elements().filter(one => one.tag === tag)[nth]
      if (element === undefined) throw new Error(tag)
      return element
    }
    await app.input(at('input'), 'me')
    await app.input(at('input', 1), 'here')
    await app.tap(at('switch'))
    await app.tap(at('picker'))
    await app.tap(at('label', 1))
    await app.tap(at('button'))
    await app.tap(at('button', 1))
    expect(app.errors()).toEqual([])
    expect(app.data()).toMatchObject({
      who: 'me',
      where: 'here',
      sent: { who: 'me', where: 'here', on: true, day: 1, size: 'l' },
      log: [
        'change {"value":true}',
        'change {"value":1}',
        'change {"value":"l"}',
        'getphonenumber {"errMsg":"getPhoneNumber:ok"}',
      ],
    })
    expect(at('button', 2).isDisabled).toBe(true)
    await app.tap(at('navigator'))
    expect(app.data()).toMatchObject({ q: { again: '1' } })
  })
})

describe('A broken program', () => {
  test.each([
    [
      'a module that throws, and what needs it',
      {
        'lib.js': 'null.x',
        'pages/a/a.js': "const { get } = require('/lib'); get().then(() => {}); Page({})",
      },
      [{ code: 'module-threw', file: 'lib.js', line: 1, column: 6 }],
    ],
    [
      'a missing package',
      { 'pages/a/a.js': "\r\nconst pkg = require('pkg'); pkg.go(1).and.on(); Page({})" },
      [{ code: 'package-missing', subject: 'pkg', file: 'pages/a/a.js', line: 2, column: 13 }],
    ],
    [
      'a script with a mistake',
      { 'pages/a/a.js': 'Page({\n  data: ,\n})' },
      [{ code: 'script-syntax', file: 'pages/a/a.js', line: 2, column: 9 }],
    ],
    [
      'a name that its own declaration reads',
      { 'pages/a/a.js': 'const X = X ? X : 1; Page({})' },
      [{ code: 'module-threw', file: 'pages/a/a.js', line: 1, column: 11 }],
    ],
    [
      'a template with a mistake',
      { 'pages/a/a.wxml': '<view>\n  <text' },
      [{ code: 'unusable-template', file: 'pages/a/a.wxml', line: 2 }],
    ],
    [
      'a component without files',
      { 'pages/a/a.json': '{ "usingComponents": { "x": "./x" } }', 'pages/a/a.wxml': '<x>in x</x>' },
      [{ code: 'component-missing', subject: './x' }],
    ],
    [
      'an app that throws',
      { 'app.js': 'nothing()', 'pages/a/a.js': 'Page({ data: { user: getApp().globalData.user } })' },
      [{ code: 'module-threw', file: 'app.js' }],
    ],
    ['a broken JSON file', { 'pages/a/a.json': '{' }, [{ code: 'broken-json', file: 'pages/a/a.json' }]],
  ])('opens all the same, with one notice for its cause: %s', async (_name, files, notices) => {
    const app = launchWritten({ ...page('Page({})', '<view>shown</view>'), ...files })
    expect(await app.open('pages/a/a')).toBe(true)
    expect(app.notices()).toMatchObject(notices)
    expect(app.notices()).toHaveLength(notices.length)
    expect(app.errors()).toEqual([])
  })

  test('a wxs script that throws leaves the rest of its template', async () => {
    const wxml =
      '<wxs module="m">module.exports = { f: function (x) { return x.y.z } }</wxs><view>{{m.f(0)}}left</view>'
    const app = launchWritten(page('Page({})', wxml))
    await app.open('pages/a/a')
    expect(app.text()).toBe('left')
    expect(app.errors()).toHaveLength(1)
  })

  test('a template that is too deep is a notice', async () => {
    const app = launchWritten(page('Page({})', `${'<view>'.repeat(5000)}${'</view>'.repeat(5000)}`))
    await app.open('pages/a/a')
    expect(app.notices()).toMatchObject([{ code: 'unusable-template', file: 'pages/a/a.wxml' }])
  })

  test('a template of 3,000 elements is none', async () => {
    const wxml = `<wxs module="m">module.exports = { f: function (o) { return 'a' in o ? 'if=' : '' } }</wxs>${'<view>x</view>'.repeat(3000)}{{m.f({ a: 1 })}}`
    const app = launchWritten(page('Page({})', wxml))
    await app.open('pages/a/a')
    expect(app.notices()).toEqual([])
    expect(app.elements()).toHaveLength(3000)
    expect(app.text()).toMatch(/if=$/)
  })

  test('triggerEvent that was taken off this fails, as on the phone', async () => {
    const app = launchWritten(
      page(
        'Component({ methods: { go() { const { triggerEvent } = this; triggerEvent("x") } } })',
        '<view bindtap="go">Go</view>',
      ),
    )
    await app.open('pages/a/a')
    await tap(app, 'Go')
    expect(app.errors()).toMatchObject([
      { kind: 'exception', phase: 'tap', place: { file: 'pages/a/a.js', line: 1 } },
    ])
  })
})

test('TypeScript and ES modules run, and their errors have their own places', async () => {
  const app = launchWritten({
    'app.json': '{ "pages": ["pages/a/a"] }',
    'pages/a/a.ts':
      "import { word } from './word'\ninterface Data { word: string }\nPage<Data>({\n  data: { word: word as string },\n  boom() { throw new Error('typed') },\n})\n",
    'pages/a/word.ts': "export const word: string = 'typed'\n",
    'pages/a/a.wxml': '<view bindtap="boom">{{word}}</view>',
  })
  await app.open('pages/a/a')
  await tap(app, 'typed')
  expect(app.errors()).toMatchObject([{ place: { file: 'pages/a/a.ts', line: 5, column: 18 } }])
})

test('A camera is there from wx:if on until it is gone, and its events reach its handlers', async () => {
  const log: string[] = []
  const host: MakeHost = parts => ({
    ...bareHost(parts),
    camera(fire) {
      log.push('shown')
      fire('error', { errMsg: 'no' })
      return () => log.push('gone')
    },
  })
  const js =
    'Page({ data: { on: false }, flip() { this.setData({ on: !this.data.on }) }, failed(e) { this.setData({ said: e.detail.errMsg }) } })'
  const app = launchWritten(
    page(js, '<camera wx:if="{{on}}" binderror="failed" /><button bindtap="flip">Flip</button>'),
    { host },
  )
  await app.open('pages/a/a')
  expect(log).toEqual([])
  await tap(app, 'Flip')
  expect(app.data()).toMatchObject({ said: 'no' })
  await tap(app, 'Flip')
  expect(log).toEqual(['shown', 'gone'])
})

test('What happens is told in its order, each with its place', async () => {
  const events: HostEvent[] = []
  const wxml =
    '<view bindtap="go"><text>Go</text></view><input /><navigator url="/pages/a/a" open-type="redirect">Again</navigator>'
  const app = launchWritten(page('Page({ go() { throw 1 } })', wxml), {
    observe: event => events.push(event),
  })
  await app.open('pages/a/a')
  const [, text, input, navigator] = app.elements()
  if (text === undefined || input === undefined || navigator === undefined)
    throw new Error('too few elements')
  await app.tap(text)
  await app.input(input, 'x')
  await app.tap(navigator)
  expect(events).toMatchObject([
    { kind: 'opened', page: 'pages/a/a', query: {} },
    { kind: 'tapped', text: 'Go', handler: 'go', at: { file: 'pages/a/a.wxml', line: 1, column: 20 } },
    { kind: 'error', error: { message: '1', phase: 'tap' } },
    { kind: 'input', value: 'x' },
    { kind: 'tapped', text: 'Again', handler: undefined },
    { kind: 'opened' },
    { kind: 'navigated', how: 'redirectTo', page: 'pages/a/a' },
  ])
})

test('An error of a timer is later, and App.onError hears of each', async () => {
  const app = launchWritten({
    ...page('Page({ onLoad() { setTimeout(() => null.x, 5000) } })'),
    'app.js': 'App({ heard: 0, onError() { this.heard += 1; throw new Error("in onError") } })',
  })
  await app.open('pages/a/a')
  expect(app.errors().map(({ phase, message }) => [phase, message.split(':')[0]])).toEqual([
    ['later', 'TypeError'],
    ['later', 'Error'],
  ])
})

test('require.async loads a module of another package, and rejects for one that is missing', async () => {
  const js = `Page({ onLoad() {
    require.async('../../far/far.js').then(far => this.setData({ far }))
    require.async('./nowhere').catch(error => this.setData({ missing: error instanceof Error }))
    import('../../far/far.js').then(far => this.setData({ imported: far.word })) } })`
  const app = launchWritten({ ...page(js), 'far/far.js': "exports.word = 'far'" })
  await app.open('pages/a/a')
  expect(app.data()).toEqual({ far: { word: 'far' }, missing: true, imported: 'far' })
})

test('An event channel joins the page that opens another with it', async () => {
  const app = launchWritten({
    'app.json': '{ "pages": ["pages/a/a", "pages/b/b"] }',
    'pages/a/a.js': `Page({ go() { wx.navigateTo({ url: '/pages/b/b', events: { back: x => getApp().heard = x },
      success: ({ eventChannel }) => eventChannel.emit('forth', 1) }) } })`,
    'pages/a/a.wxml': '<view bindtap="go">Go</view>',
    'pages/b/b.js': `Page({ onLoad() { const c = this.getOpenerEventChannel()
      c.on('forth', x => { c.emit('back', x + 1); this.setData({ heard: getApp().heard }) }) } })`,
    'pages/b/b.wxml': '<view />',
    'app.js': 'App({})',
  })
  await app.open('pages/a/a')
  await tap(app, 'Go')
  expect(app.data()).toEqual({ heard: 2 })
})

test('A tap on a tab shows its page, which hears of it; there is no bar on other pages', async () => {
  const told = 'onTabItemTap({ index, text }) { this.setData({ told: [index, text].join(" ") }) }'
  const app = launchWritten({
    'app.json': JSON.stringify({
      pages: ['a/a', 'b/b', 'c/c'],
      tabBar: {
        list: [
          { pagePath: 'a/a', text: 'Home' },
          { pagePath: 'b/b', text: 'Me' },
        ],
      },
    }),
    'a/a.js': `Page({ ${told} })`,
    'a/a.wxml': '<view>a {{told}}</view>',
    'b/b.js': `Page({ ${told} })`,
    'b/b.wxml': '<view>b {{told}}</view><navigator url="/c/c">On</navigator>',
    'c/c.js': 'Page({})',
    'c/c.wxml': '<view>c</view>',
  })
  const tapTab = async (text: string) => {
    const tab = app.elements().find(one => one.tag === 'tab-bar-item' && one.text === text)
    if (tab === undefined) throw new Error(`no tab ${text}`)
    await app.tap(tab)
    return app.text()
  }
  await app.open('a/a')
  expect(app.text()).toBe('a\nHome\nMe')
  expect(await tapTab('Me')).toBe('b 1 Me\nOn\nHome\nMe')
  expect(await tapTab('Home')).toBe('a 0 Home\nHome\nMe')
  await tapTab('Me')
  await app.tap(app.elements().find(({ tag }) => tag === 'navigator') ?? shouldBeThere('navigator'))
  expect(app.text()).toBe('c')
})

function shouldBeThere(what: string): never {
  throw new Error(`no ${what}`)
}

describe('A finger', () => {
  const all = ['touchstart', 'longpress', 'longtap', 'touchend', 'tap']
  const js = `Page({ data: { log: [] }, onLoad() { this.start = Date.now() },
    heard({ type }) { this.setData({ log: [...this.data.log, type] }); this.last = Date.now() } })`

  test.each([
    ['that taps', all, 'tap', ['touchstart', 'touchend', 'tap']],
    ['that stays is a long press, and no tap', all, 'longpress', all.slice(0, -1)],
    [
      'that stays is a tap in the end, where nobody listens to a long press',
      ['touchstart', 'touchend', 'tap'],
      'longpress',
      ['touchstart', 'touchend', 'tap'],
    ],
    [
      'stays on what listens to long presses only',
      ['touchstart', 'longpress'],
      undefined,
      ['touchstart', 'longpress'],
    ],
    ['taps what listens to touches only', ['touchstart', 'touchend'], undefined, ['touchstart', 'touchend']],
  ])('%s', async (_what, listened, event, heard) => {
    const listeners = listened.map(name => `bind${name}="heard"`).join(' ')
    const app = launchWritten(page(js, `<view ${listeners}>Here</view>`))
    await app.open('pages/a/a')
    const [element] = app.elements()
    if (element === undefined) throw new Error('nothing is shown')
    await app.tap(element, event)
    expect(app.data()).toEqual({ log: heard })
  })
})
