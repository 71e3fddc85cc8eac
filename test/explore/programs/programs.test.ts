import { describe, expect, test } from 'vitest'
import type { Explored } from '../../../src/explore/explored.ts'
import { noticeText, stepText } from '../../../src/explore/reports/words.ts'
import { explore as english } from '../../../src/messages/en/explore.ts'
import { explore as chinese } from '../../../src/messages/zh-CN/explore.ts'
import { onOneLine } from '../../../src/text/in-lines.ts'
import { exploreWritten } from './explore-written.ts'
import { type ProgramRow, programs, tap } from './rows.ts'

const appJson = {
  pages: ['pages/a/a'],
  permission: { 'scope.userLocation': { desc: 'To show what is near you' } },
}

function filesOf({ js, wxml, app, json = {} }: ProgramRow) {
  return {
    'app.json': JSON.stringify({ ...appJson, ...json }),
    'pages/a/a.js': js,
    'pages/a/a.wxml': wxml,
    ...(app === undefined ? {} : { 'app.js': app }),
  }
}

/** Programs that really run: nothing but what each row says is found. */
describe.each(Object.entries(programs))('%s', (_rule, rows) => {
  test.each(rows)('$is', async row => {
    const { findings } = await exploreWritten(filesOf(row))
    const found = findings.map(({ rule, file, line }) => `${rule} ${file}:${line}`)
    expect(found.toSorted()).toEqual(row.finds.toSorted())
  })
})

const found = ({ findings }: Explored) =>
  findings.map(({ rule, file, line, page }) => `${rule} ${file}:${line} of ${page}`)

test('What a page calls itself is no hidden handler', async () => {
  const files = {
    'app.json': JSON.stringify(appJson),
    'pages/a/a.wxml': '<view>{{word}}</view>',
    'pages/a/a.js': `Page({ data: { word: '' }, save() {
  wx.getLocation({ success: () => this.pick(), fail: () => this.setData({ word: 'no' }) })
}, pick() {
  wx.chooseLocation({ success() {} })
} })`,
  }
  expect(found(await exploreWritten(files, { hidden: true }))).toEqual([
    'no-way-back pages/a/a.js:2 of pages/a/a',
  ])
})

test('A finding is told of the page that it is in, also where another one leads there', async () => {
  const files = {
    'app.json': JSON.stringify({ ...appJson, pages: ['pages/a/a', 'pages/b/b'] }),
    'pages/a/a.wxml': tap,
    'pages/a/a.js': "Page({ go() { wx.navigateTo({ url: '/pages/b/b' }) } })",
    'pages/b/b.wxml': '<view/>',
    'pages/b/b.js': 'Page({ onLoad() { wx.getLocation({ success() {} }) } })',
  }
  expect(found(await exploreWritten(files))).toEqual([
    'no-fail-handler pages/b/b.js:1 of pages/b/b',
    'asks-on-load pages/b/b.js:1 of pages/b/b',
  ])
})

test('A step names what the user touches, not the component that tells of it', async () => {
  const files = {
    'app.json': JSON.stringify(appJson),
    'pages/a/a.json': '{ "usingComponents": { "talk": "/miniprogram_npm/c/c" } }',
    'pages/a/a.wxml': '<talk binddone="go"/>',
    'pages/a/a.js': 'Page({ go() { wx.getLocation({ success() {} }) } })',
    'miniprogram_npm/c/c.json': '{ "component": true }',
    'miniprogram_npm/c/c.wxml': '<text>Hello</text><view bindtap="done">Done</view>',
    'miniprogram_npm/c/c.js': "Component({ methods: { done() { this.triggerEvent('done') } } })",
  }
  const { findings } = await exploreWritten(files)
  expect(findings[0]?.steps[1]).toEqual({
    kind: 'tapped',
    handler: 'go',
    text: 'Done',
    at: 'pages/a/a.wxml:1:1',
  })
})

test('What one line throws whatever the user says is one notice, whoever calls it', async () => {
  const files = {
    'app.json': JSON.stringify(appJson),
    'pages/a/a.wxml': `${tap}<view bindtap="pick">Pick</view>`,
    'pages/a/a.js': `const fails = () => { throw new TypeError('x') }
Page({
  go() { wx.getLocation({ complete: fails }) },
  pick() { wx.chooseLocation({ complete: fails }) },
})`,
  }
  const { notices } = await exploreWritten(files)
  expect(notices.map(({ code, file, line }) => `${code} ${file}:${line}`)).toEqual(['always pages/a/a.js:1'])
})

test('The first step opens the page of the finding, wherever the program goes instead', async () => {
  const files = {
    'app.json': JSON.stringify({ ...appJson, pages: ['pages/a/a', 'pages/b/b'] }),
    'app.js': "App({ onShow() { wx.reLaunch({ url: '/pages/a/a' }) } })",
    'pages/a/a.wxml': '<view/>',
    'pages/a/a.js': 'Page({})',
    'pages/b/b.wxml': '<view/>',
    'pages/b/b.js': 'Page({ onLoad() { wx.getLocation({ success() {} }) } })',
  }
  const { findings } = await exploreWritten(files)
  const [finding] = findings.filter(({ rule }) => rule === 'no-fail-handler')
  expect(finding?.page).toBe('pages/b/b')
  expect(finding?.steps.map(step => ('page' in step ? `${step.kind} ${step.page}` : step.kind))).toEqual([
    'opened pages/b/b',
    'navigated pages/a/a',
    'popup',
  ])
})

test('What always throws says what is thrown', async () => {
  const files = {
    'app.json': JSON.stringify(appJson),
    'pages/a/a.wxml': '<view/>',
    'pages/a/a.js': `Page({ onLoad() {
  wx.authorize({ scope: 'scope.record', complete: () => none.here })
} })`,
  }
  const { notices } = await exploreWritten(files)
  expect(notices.map(notice => onOneLine(noticeText(notice, english)))).toEqual([
    'This throws even if the user allows everything, so it has nothing to do with authorization: "ReferenceError: none is not defined"',
  ])
  expect(notices.map(notice => onOneLine(noticeText(notice, chinese)))).toEqual([
    '全部允许时这里也会抛出异常，与授权无关："ReferenceError: none is not defined"',
  ])
})

test('An element without a text is named by its tag and its place', async () => {
  const files = {
    'app.json': JSON.stringify(appJson),
    'pages/a/a.wxml': '\n<view bindtap="go" />',
    'pages/a/a.js': 'Page({ go() { wx.getLocation({ success() {} }) } })',
  }
  const { findings } = await exploreWritten(files)
  expect(findings[0]?.steps.map(step => onOneLine(stepText(step, english)))).toEqual([
    'Open pages/a/a',
    'Tap the <view> at pages/a/a.wxml:2:1 (go)',
    'Popup for scope.userLocation: Reject',
  ])
})

test('A guarded call is reached whatever the program calls it', async () => {
  const files = {
    'app.json': JSON.stringify(appJson),
    'pages/a/a.wxml': tap,
    'pages/a/a.js': `const promisify = api => options =>
  new Promise((success, fail) => api({ ...options, success, fail }))
const promisifyAll = all =>
  Object.fromEntries(['chooseAddress'].map(name => [name, promisify(all[name])]))
const wxp = promisifyAll(wx)
const { getLocation: locate } = wx
Page({ async go() {
  await locate({ fail() {} })
  await wxp.chooseAddress()
  await promisify(wx.chooseInvoice)({})
} })`,
  }
  const { summary, unreached } = await exploreWritten(files)
  expect(unreached).toEqual([])
  expect(summary.calls).toEqual({ written: 3, reached: 3 })
})

/** Each of these has one handler, `a0` and so on, that a user can start. */
const started = [
  ['view', 'touchstart'],
  ['view', 'touchend'],
  ['view', 'longpress'],
  ['view', 'longtap'],
  ['input', 'input'],
  ['input', 'confirm'],
  ['textarea', 'blur'],
  ['slider', 'change'],
  ['switch', 'change'],
  ['scroll-view', 'scrolltolower'],
  ['scroll-view', 'scrolltoupper'],
  ['map', 'regionchange'],
  ['map', 'markertap', 'markers="{{[{ id: 1 }]}}"'],
  ['swiper', 'change', '', '<swiper-item /><swiper-item />'],
  ['picker-view', 'change', '', '<picker-view-column><view /><view /></picker-view-column>'],
  ['radio-group', 'change', '', '<radio value="1" />'],
] as const

test('Whatever a user does on a page leads to its handler', async () => {
  const pageEvents = ['onPullDownRefresh', 'onReachBottom', 'onTabItemTap']
  const handlers = [...started.map((_row, at) => `a${at}`), ...pageEvents]
  const tabs = ['pages/a/a', 'pages/b/b'].map(pagePath => ({ pagePath, text: pagePath }))
  const files = {
    'app.json': JSON.stringify({ ...appJson, pages: ['pages/a/a', 'pages/b/b'], tabBar: { list: tabs } }),
    'pages/a/a.json': '{ "enablePullDownRefresh": true }',
    'pages/a/a.wxml': started
      .map(([tag, event, more = '', content = ''], at) => {
        return `<${tag} bind${event}="a${at}" ${more}>${content}</${tag}>`
      })
      .join('\n'),
    'pages/a/a.js': `Page({\n${handlers.map(name => `${name}() { wx.getLocation({ fail() {} }) },`).join('\n')}\n})`,
    'pages/b/b.js': 'Page({ onPullDownRefresh() {}, onTabItemTap() {} })',
    'pages/b/b.wxml': '<view />',
  }
  const { unreached, summary } = await exploreWritten(files, { starts: ['undecided'] })
  expect(unreached).toEqual([])
  expect(summary.calls.reached).toBe(handlers.length)
})

test.each([
  ['touches of a tap are no gesture of their own', 'bindtouchstart="go" bindtouchend="end" bindtap="tap"', 1],
  ['a press is one gesture', 'bindtouchstart="go" bindlongpress="tap" bindtouchend="end"', 1],
  ['a long press is another than a tap', 'bindtap="go" bindlongpress="tap" bindtouchend="end"', 2],
])('%s', async (_is, listeners, count) => {
  const files = {
    'app.json': JSON.stringify(appJson),
    'pages/a/a.wxml': `<view ${listeners}>Here</view>`,
    'pages/a/a.js': 'Page({ go() {}, end() {}, tap() {} })',
  }
  const { summary } = await exploreWritten(files)
  expect(summary.units).toBe(1 + count)
})

test('A guarded call counts where only running it shows that it is one', async () => {
  const files = {
    'app.json': JSON.stringify(appJson),
    'utils/wxp.js': `module.exports = new Proxy({}, {
  get: (_, name) => options => new Promise((success, fail) => wx[name]({ ...options, success, fail })),
})`,
    'pages/a/a.wxml': tap,
    'pages/a/a.js': `const wxp = require('../../utils/wxp')
Page({ async go() {
  await wxp.getLocation()
} })`,
  }
  const { summary, unreached } = await exploreWritten(files)
  expect(unreached).toEqual([])
  expect(summary.calls).toEqual({ written: 1, reached: 1 })
})

test('A copy of a library is a library: it is tapped where the program listens, and a page of that name is none', async () => {
  const icon = {
    'vant/icon/index.json': '{ "component": true }',
    'vant/icon/index.wxml': '<view bindtap="onClick">i</view><view bindtap="other">o</view>',
    'vant/icon/index.js': "Component({ methods: { onClick() { this.triggerEvent('click') }, other() {} } })",
  }
  const page = {
    json: '{ "usingComponents": { "van-icon": "/vant/icon/index" } }',
    wxml: '<van-icon bind:click="go" />',
    js: 'Page({ go() { wx.getLocation({ success() {} }) } })',
  }
  for (const route of ['pages/a/a', 'vant/a']) {
    const files = Object.entries(page).map(([ending, text]) => [`${route}.${ending}`, text])
    const { findings, summary } = await exploreWritten({
      'app.json': JSON.stringify({ ...appJson, pages: [route] }),
      ...icon,
      ...Object.fromEntries(files),
    })
    expect(findings.map(({ rule, handler }) => `${rule} ${handler}`)).toEqual(['no-fail-handler go'])
    expect(summary.units).toBe(2)
  }
})

describe('One file may hold several causes:', () => {
  const askTwice = `<button bindtap="go">A</button><button bindtap="save">B</button>`
  test.each([
    {
      is: 'exceptions in two functions',
      js: `Page({
  go() { wx.getLocation({ fail: e => {
    this.reason = e.detail.reason
  } }) },
  save() { wx.getLocation({ fail: e => {
    this.reason = e.detail.reason
  } }) },
})`,
      wxml: askTwice,
      finds: [
        'refusal-exception pages/a/a.js:3 of pages/a/a',
        'refusal-exception pages/a/a.js:6 of pages/a/a',
      ],
    },
    {
      is: 'handlers that are missing at buttons of two kinds',
      js: 'Page({})',
      wxml: `<button open-type="getUserInfo" bindgetuserinfo="one">A</button>
<button open-type="openSetting" bindopensetting="other">B</button>`,
      finds: [
        'missing-handler pages/a/a.wxml:1 of pages/a/a',
        'missing-handler pages/a/a.wxml:2 of pages/a/a',
      ],
    },
    {
      is: 'handlers that are missing at two buttons of one kind',
      js: 'Page({})',
      wxml: `<button open-type="getUserInfo" bindgetuserinfo="one">A</button>
<!-- <button open-type="getUserInfo"> -->
<button open-type="getUserInfo" bindgetuserinfo="other">B</button>`,
      finds: [
        'missing-handler pages/a/a.wxml:1 of pages/a/a',
        'missing-handler pages/a/a.wxml:3 of pages/a/a',
      ],
    },
  ])('$is', async row => {
    expect(found(await exploreWritten(filesOf(row)))).toEqual(row.finds)
  })
})

test('Who picks after all has given in: that is no way out of a loop', async () => {
  const { findings } = await exploreWritten(
    filesOf({
      is: '',
      js: `Page({ go() {
  wx.chooseAddress({ fail: () => wx.showModal({ title: 'We need it', success: () => this.go() }) })
} })`,
      wxml: tap,
      finds: [],
    }),
  )
  const loops = findings.filter(({ rule }) => rule === 're-ask-loop')
  expect(loops.map(({ wayOut }) => wayOut)).toEqual([false])
})
