import { expect, test } from 'vitest'
import { exploreWritten } from './explore-written.ts'

interface Handled {
  readonly is: string
  readonly js: string
  readonly wxml?: string
  readonly files?: Readonly<Record<string, string>>
}

const go = '<button bindtap="go">Go</button>'
const word = '<view>{{word}}</view>'
const settings = '<button open-type="openSetting">Settings</button>'
const page = (methods: string) => `Page({ data: { word: '' }, ${methods} })`
const no = "this.setData({ word: 'no' })"
const yes = "this.setData({ word: 'yes' })"
const component = {
  'pages/a/a.json': '{ "usingComponents": { "x-x": "./x" } }',
  'pages/a/x.json': '{ "component": true }',
}

/** Refusals that are handled, each in a way in which a tool could miss it. */
const programs: readonly Handled[] = [
  {
    is: 'catch before finally',
    js: page(
      `go() { wx.showLoading(); wx.getLocation().then(() => ${yes}).catch(() => ${no}).finally(() => wx.hideLoading()) }`,
    ),
  },
  {
    is: 'the second argument of then',
    js: page(`go() { wx.getLocation().then(() => ${yes}, () => ${no}) }`),
  },
  {
    is: 'an await in the try of a wrapper, which returns null',
    js: page(
      `async where() { try { return await wx.getLocation() } catch { return null } }, async go() { (await this.where()) ? ${yes} : ${no} }`,
    ),
  },
  {
    is: 'a look at errMsg in complete',
    js: page(`go() { wx.getLocation({ complete: ({ errMsg }) => /ok$/.test(errMsg) ? ${yes} : ${no} }) }`),
  },
  {
    is: 'one catch for two promises of Promise.all',
    js: page(
      `async go() { try { await Promise.all([wx.getLocation(), wx.authorize({ scope: 'scope.camera' })]); ${yes} } catch { ${no} } }`,
    ),
  },
  {
    is: 'a race with a timeout',
    js: page(
      `async go() { const late = new Promise((_, no) => setTimeout(() => no(new Error('late')), 5000)); try { await Promise.race([wx.getLocation(), late]); ${yes} } catch { ${no} } }`,
    ),
  },
  {
    is: 'Promise.allSettled',
    js: page(
      'async go() { const [{ status }] = await Promise.allSettled([wx.getLocation()]); this.setData({ word: status }) }',
    ),
  },
  {
    is: 'a promise made of callbacks',
    js: `const promised = api => options => new Promise((success, fail) => wx[api]({ ...options, success, fail })); ${page(`go() { promised('getLocation')({}).then(() => ${yes}).catch(() => ${no}) }`)}`,
  },
  {
    is: 'an object with a then of its own',
    js: page(
      `async go() { try { await { then: (success, fail) => wx.getLocation({ success, fail }) }; ${yes} } catch { ${no} } }`,
    ),
  },
  {
    is: 'an event bus',
    js: `const bus = require('../../bus'); ${page(`onLoad() { bus.on(() => ${no}) }, go() { wx.getLocation({ fail: bus.emit }) }`)}`,
    files: {
      'bus.js':
        'const all = []; module.exports = { on: one => all.push(one), emit: error => all.forEach(one => one(error)) }',
    },
  },
  {
    is: 'a toast that is a component',
    js: page(`go() { wx.getLocation({ fail: () => this.selectComponent('.toast').show('no') }) }`),
    wxml: `${go}<x-x class="toast" />${settings}`,
    files: {
      ...component,
      'pages/a/x.js': "Component({ data: { word: '' }, methods: { show(word) { this.setData({ word }) } } })",
      'pages/a/x.wxml': word,
    },
  },
  {
    is: 'an event of a component',
    js: page(`no() { ${no} }`),
    wxml: `<x-x bind:denied="no" />${word}${settings}`,
    files: {
      ...component,
      'pages/a/x.js':
        "Component({ methods: { go() { wx.getLocation({ fail: () => this.triggerEvent('denied') }) } } })",
      'pages/a/x.wxml': go,
    },
  },
  {
    is: 'a modal of a module, which leads to the settings',
    js: `const { tell } = require('../../tell'); ${page(`go() { wx.getLocation({ fail: () => tell('no') }) }`)}`,
    wxml: go,
    files: {
      'tell.js':
        'exports.tell = content => wx.showModal({ content, success: ({ confirm }) => { if (confirm) wx.openSetting({}) } })',
    },
  },
  {
    is: 'another page',
    js: page(`go() { wx.getLocation({ fail: () => wx.navigateTo({ url: '/pages/b/b' }) }) }`),
  },
  {
    is: 'a city to go on with',
    js: page(
      `go() { wx.getLocation({ success: place => this.load(place), fail: () => this.load({ city: 'Beijing' }) }) }, load({ city = 'here' }) { wx.request({ url: 'https://a.example', complete: () => this.setData({ word: city }) }) }`,
    ),
  },
  {
    is: 'a promise that is awaited in a try later than it is rejected',
    js: page(
      `go() { const place = wx.getLocation(); setTimeout(async () => { try { await place; ${yes} } catch { ${no} } }, 100) }`,
    ),
  },
  {
    is: 'a recorder whose onError comes after its start',
    js: page(
      `go() { const recorder = wx.getRecorderManager(); recorder.start({}); recorder.onError(() => ${no}) }`,
    ),
  },
  {
    is: 'a picker that was cancelled, of which nothing is said',
    js: page(
      `go() { wx.chooseAddress({ success: () => ${yes}, fail: ({ errMsg }) => { if (!/cancel/.test(errMsg)) ${no} } }) }`,
    ),
  },
  {
    is: 'a style',
    js: page('go() { wx.getLocation({ fail: () => this.setData({ denied: true }) }) }'),
    wxml: `${go}${settings}<view style="display: {{denied ? 'block' : 'none'}}">No location</view>`,
  },
]

const shell = {
  'app.json': JSON.stringify({
    pages: ['pages/a/a', 'pages/b/b'],
    permission: { 'scope.userLocation': { desc: 'To show what is near you' } },
  }),
  'pages/b/b.js': 'Page({ open() { wx.openSetting() } })',
  'pages/b/b.wxml': '<button bindtap="open">Settings</button>',
}

test.each(programs)('Nothing is wrong with $is', async ({ js, wxml = go + word + settings, files }) => {
  const { findings, summary } = await exploreWritten({
    ...shell,
    'pages/a/a.js': js,
    'pages/a/a.wxml': wxml,
    ...files,
  })
  expect(findings).toEqual([])
  expect(summary.calls.reached).toBe(summary.calls.written)
})

test('A page that goes back after a refusal has a page to go back to, the first one has none', async () => {
  const back = 'Page({ go() { wx.getLocation({ fail: () => wx.navigateBack() }) } })'
  const files = {
    ...shell,
    'pages/a/a.js': back,
    'pages/a/a.wxml': go,
    'pages/b/b.js': back,
    'pages/b/b.wxml': go,
  }
  const { findings } = await exploreWritten(files)
  expect(findings.map(({ rule, file }) => [rule, file])).toEqual([
    ['silent-refusal', 'pages/a/a.js'],
    ['no-way-back', 'pages/b/b.js'],
  ])
})
