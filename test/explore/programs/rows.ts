import type { RuleName } from '../../../src/explore/findings/rule.ts'

/** A program of one page. What it finds is the whole list: `rule file:line`. */
export interface ProgramRow {
  readonly is: string
  readonly js: string
  readonly wxml: string
  readonly app?: string
  readonly json?: object
  readonly finds: readonly string[]
}

export const tap = '<button bindtap="go">Go</button>'
const located = (fail: string) => `Page({ data: { word: '' }, go() {
  wx.getLocation({ success: () => this.setData({ word: 'here' }), fail: ${fail} })
} })`
const settings = '<button open-type="openSetting">Settings</button>'
const word = '<view>{{word}}</view>'
const toggles = 'Page({ data: { on: false }, go() { this.setData({ on: !this.data.on }) } })'

/** For each rule, a program that breaks it, and two that a tool could take for such a one. */
export const programs: Readonly<
  Record<RuleName, readonly [ProgramRow, ProgramRow, ProgramRow, ...ProgramRow[]]>
> = {
  'asks-user-info': [
    {
      is: 'wx.authorize of scope.userInfo',
      js: `Page({ data: { word: '' }, go() {
  wx.authorize({ scope: 'scope.userInfo', fail: () => this.setData({ word: 'no' }) })
} })`,
      wxml: tap + word + settings,
      finds: ['asks-user-info pages/a/a.js:2'],
    },
    {
      is: 'a button asks for it',
      js: `Page({ data: { word: '' }, go({ detail }) {
  this.setData({ word: detail.userInfo ? 'hello' : 'no' })
} })`,
      wxml: `<button open-type="getUserInfo" bindgetuserinfo="go">Go</button>${word}${settings}`,
      finds: [],
    },
    {
      is: 'another scope is asked for',
      js: `Page({ data: { word: '' }, go() {
  wx.authorize({ scope: 'scope.camera', fail: () => this.setData({ word: 'no' }) })
} })`,
      wxml: tap + word + settings,
      finds: [],
    },
  ],
  'settings-without-tap': [
    {
      is: 'the settings in the fail callback of authorize',
      js: `Page({ go() {
  wx.authorize({ scope: 'scope.camera', fail() {
    wx.openSetting({ fail() { wx.showToast({ title: 'no' }) } })
  } })
} })`,
      wxml: tap,
      finds: ['settings-without-tap pages/a/a.js:3', 'no-way-back pages/a/a.js:2'],
    },
    {
      is: 'the settings after a modal',
      js: `Page({ go() {
  wx.authorize({ scope: 'scope.camera', fail() {
    wx.showModal({ title: 'Allow?', success({ confirm }) { if (confirm) wx.openSetting() } })
  } })
} })`,
      wxml: tap,
      finds: [],
    },
    {
      is: 'the settings after getSetting, in a tap',
      js: `Page({ go() {
  wx.getSetting({ success({ authSetting }) {
    if (authSetting['scope.camera'] === false) wx.openSetting()
    else wx.authorize({ scope: 'scope.camera', fail() { wx.showToast({ title: 'no' }) } })
  } })
} })`,
      wxml: tap,
      finds: [],
    },
  ],
  'refusal-exception': [
    {
      is: 'the fail callback throws',
      js: located('() => this.missing.setData({})'),
      wxml: tap + word + settings,
      finds: ['refusal-exception pages/a/a.js:2'],
    },
    {
      is: 'it throws whatever the user says, which is a notice',
      js: `Page({ go() {
  wx.getLocation({ complete: () => { wx.showToast({ title: 'x' }); this.missing.setData({}) } })
} })`,
      wxml: tap + settings,
      finds: [],
    },
    {
      is: 'a component that is not installed may have that method',
      js: located("() => this.selectComponent('#toast').show()"),
      wxml: `${tap}${word}<t-toast id="toast" />`,
      json: { usingComponents: { 't-toast': 'toasts/toast' } },
      finds: [],
    },
    {
      is: 'it is caught',
      js: located("() => { try { this.missing.x() } catch { this.setData({ word: 'no' }) } }"),
      wxml: tap + word + settings,
      finds: [],
    },
  ],
  'never-settles': [
    {
      is: 'a promise with success only',
      js: `Page({ async go() {
  const place = await new Promise(resolve => wx.getLocation({ success: resolve }))
  this.setData({ word: place.latitude })
} })`,
      wxml: tap + word + settings,
      finds: ['never-settles pages/a/a.js:2'],
    },
    {
      is: 'a promise that resolves with nothing',
      js: `Page({ async go() {
  const place = await new Promise(resolve => wx.getLocation({ success: resolve, fail: () => resolve() }))
  this.setData({ word: place === undefined ? 'no' : 'here' })
} })`,
      wxml: tap + word + settings,
      finds: [],
    },
    {
      is: 'a promise that has nothing to do with the call',
      js: `Page({ onLoad() { this.ready = new Promise(() => {}); this.ready.then(() => this.setData({ word: 'x' })) }, go() {
  wx.getLocation({ fail: () => this.setData({ word: 'no' }) })
} })`,
      wxml: tap + word + settings,
      finds: [],
    },
  ],
  'unhandled-rejection': [
    {
      is: 'an await without a try',
      js: `Page({ async go() {
  const place = await wx.getLocation()
  this.setData({ word: place.latitude })
} })`,
      wxml: tap + word + settings,
      finds: ['unhandled-rejection pages/a/a.js:2'],
    },
    {
      is: 'an await with a try',
      js: `Page({ async go() {
  try { await wx.getLocation() } catch { this.setData({ word: 'no' }) }
} })`,
      wxml: tap + word + settings,
      finds: [],
    },
    {
      is: 'a catch further up',
      js: `const ask = () => wx.getLocation().then(place => place.latitude)
Page({ go() { ask().catch(() => this.setData({ word: 'no' })) } })`,
      wxml: tap + word + settings,
      finds: [],
    },
    {
      is: 'what a wrapper passes on',
      js: `const ask = () => new Promise((done, fail) => wx.getLocation({ success: done, fail }))
Page({ go() { ask().then(place => this.setData({ word: place.latitude })) } })`,
      wxml: tap + word + settings,
      finds: ['unhandled-rejection pages/a/a.js:1'],
    },
    {
      is: 'an await without a try, and another call fails that is caught late',
      js: `Page({ async go() {
  setTimeout(() => { const back = wx.navigateBack(); setTimeout(() => back.catch(() => {}), 500) }, 500)
  await wx.getLocation()
} })`,
      wxml: tap + settings,
      finds: ['unhandled-rejection pages/a/a.js:3'],
    },
    {
      is: 'another call is what fails: nothing is below the first page',
      js: `Page({ go() {
  wx.getLocation({ fail() { wx.showToast({ title: 'no' }); setTimeout(() => wx.navigateBack(), 1500) } })
} })`,
      wxml: tap + settings,
      finds: [],
    },
  ],
  'no-fail-handler': [
    {
      is: 'success only',
      js: `Page({ go() {
  wx.getLocation({ success: () => this.setData({ word: 'here' }) })
} })`,
      wxml: tap + word + settings,
      finds: ['no-fail-handler pages/a/a.js:2'],
    },
    {
      is: 'complete hears it',
      js: `Page({ go() {
  wx.getLocation({ success() {}, complete: ({ errMsg }) => this.setData({ word: errMsg }) })
} })`,
      wxml: tap + word + settings,
      finds: [],
    },
    {
      is: 'a recorder with onError',
      js: `const recorder = wx.getRecorderManager()
Page({ onLoad() { recorder.onError(() => this.setData({ word: 'no' })) }, go() { recorder.start() } })`,
      wxml: tap + word + settings,
      finds: [],
    },
    {
      is: 'behind a panel that one tap shows and the next one hides',
      js: `Page({ data: { on: false }, toggle() { this.setData({ on: !this.data.on }) }, go() {
  wx.getLocation()
  wx.chooseLocation({ success() {} })
} })`,
      wxml: `<view bindtap="toggle">More</view><view wx:if="{{on}}">${tap}</view>${settings}`,
      finds: ['unhandled-rejection pages/a/a.js:2', 'no-fail-handler pages/a/a.js:3'],
    },
    {
      is: 'a recorder that runs while a finger holds it',
      js: `const recorder = wx.getRecorderManager()
Page({ data: { on: false },
  hold() { recorder.start(); this.setData({ on: true }) },
  leave() { recorder.stop(); this.setData({ on: false }) },
})`,
      wxml: `<view catchtouchstart="hold" bindtouchend="leave">Talk {{on}}</view>${settings}`,
      finds: ['no-fail-handler pages/a/a.js:3'],
    },
  ],
  'silent-refusal': [
    {
      is: 'it is only logged',
      js: located('error => console.log(error)'),
      wxml: tap + word,
      finds: ['silent-refusal pages/a/a.js:2'],
    },
    {
      is: 'a toast says it',
      js: located("() => wx.showToast({ title: 'no' })"),
      wxml: tap + word + settings,
      finds: [],
    },
    {
      is: 'it is only logged, and the page changes because the finger leaves',
      js: `const recorder = wx.getRecorderManager()
Page({ data: { on: false },
  hold() {
    recorder.start()
    recorder.onError(error => console.log(error))
    this.setData({ on: true })
  },
  leave() { recorder.stop(); this.setData({ on: false }) },
})`,
      wxml: '<view bindtouchstart="hold" bindtouchend="leave">Talk {{on}}</view>',
      finds: ['silent-refusal pages/a/a.js:4'],
    },
    {
      is: 'a package that is not installed may say it',
      js: `import Toast from 'toasts/toast'
${located("() => Toast({ message: 'no' })")}`,
      wxml: tap + word,
      finds: [],
    },
    {
      is: 'a button appears, and no text',
      js: located('() => this.setData({ refused: true })'),
      wxml: `${tap}<button wx:if="{{refused}}" open-type="openSetting"></button>`,
      finds: [],
    },
    {
      is: 'the settings that should have opened fail: one cause',
      js: located('() => wx.openSetting()'),
      wxml: tap + word,
      finds: ['settings-without-tap pages/a/a.js:2'],
    },
  ],
  'no-way-back': [
    {
      is: 'a toast, and no way to the settings',
      js: located("() => wx.showToast({ title: 'no' })"),
      wxml: tap,
      finds: ['no-way-back pages/a/a.js:2'],
    },
    {
      is: 'the second tap opens the settings',
      js: `Page({ go() {
  if (this.refused) return wx.openSetting()
  wx.getLocation({ fail: () => { this.refused = true; wx.showToast({ title: 'no' }) } })
} })`,
      wxml: tap,
      finds: [],
    },
    {
      is: 'a button leads there',
      js: located("() => wx.showToast({ title: 'no' })"),
      wxml: tap + settings,
      finds: [],
    },
  ],
  're-ask-loop': [
    {
      is: 'a modal that comes back until the user gives in',
      js: `Page({ go() { this.ask() }, ask() {
  wx.getLocation({ fail: () => wx.showModal({ title: 'Allow it', showCancel: false, success: () =>
    wx.openSetting({ success: () => this.ask() }) }) })
} })`,
      wxml: tap,
      finds: ['re-ask-loop pages/a/a.js:2'],
    },
    {
      is: 'one more try',
      js: `Page({ go() {
  wx.getLocation({ fail: () => wx.showModal({ title: 'Again?', success: ({ confirm }) => {
    if (confirm) wx.getLocation({ fail: () => wx.showToast({ title: 'no' }) })
  } }) })
} })`,
      wxml: tap + settings,
      finds: [],
    },
    {
      is: 'three calls at once, which the user closes one by one',
      js: `Page({ go() { this.ask(); this.ask(); this.ask() }, ask() {
  wx.getLocation({ success() {}, fail: () => wx.showToast({ title: 'no' }) })
} })`,
      wxml: tap + settings,
      finds: [],
    },
    {
      is: 'asked again with each tap',
      js: located("() => wx.showModal({ title: 'no' })"),
      wxml: tap + settings,
      finds: [],
    },
  ],
  'stuck-loading': [
    {
      is: 'hidden in success only',
      js: `Page({ go() { wx.showLoading({ title: 'x' })
  wx.getLocation({ success() { wx.hideLoading() }, fail: () => this.setData({ word: 'no' }) })
} })`,
      wxml: tap + word + settings,
      finds: ['stuck-loading pages/a/a.js:2'],
    },
    {
      is: 'hidden in complete',
      js: `Page({ go() { wx.showLoading({ title: 'x' })
  wx.getLocation({ complete() { wx.hideLoading() }, fail: () => this.setData({ word: 'no' }) })
} })`,
      wxml: tap + word + settings,
      finds: [],
    },
    {
      is: 'a toast takes its place',
      js: `Page({ go() { wx.showLoading({ title: 'x' })
  wx.getLocation({ success() { wx.hideLoading() }, fail() { wx.showToast({ title: 'no' }) } })
} })`,
      wxml: tap + settings,
      finds: [],
    },
  ],
  'empty-settings': [
    {
      is: 'the settings of somebody who was never asked',
      js: `Page({ go() { wx.getSetting({ success({ authSetting }) {
  if (!authSetting['scope.camera']) wx.openSetting()
} }) } })`,
      wxml: tap,
      finds: ['empty-settings pages/a/a.js:2'],
    },
    {
      is: 'only after a refusal',
      js: `Page({ go() { wx.getSetting({ success({ authSetting }) {
  if (authSetting['scope.camera'] === false) wx.openSetting()
} }) } })`,
      wxml: tap,
      finds: [],
    },
    {
      is: 'a button of the page',
      js: `Page({ data: { word: '' }, onLoad() { wx.getSetting({ success: ({ authSetting }) =>
  this.setData({ word: authSetting['scope.camera'] ? 'on' : 'off' }) }) }, go() { wx.openSetting() } })`,
      wxml: tap + word,
      finds: [],
    },
  ],
  'acts-while-asking': [
    {
      is: 'a modal while the popup is open',
      js: `Page({ go() { wx.getLocation({ fail: () => this.setData({ word: 'no' }) })
  wx.getSystemInfo({ success() { wx.showModal({ title: 'Hello' }) } })
} })`,
      wxml: tap + word + settings,
      finds: ['acts-while-asking pages/a/a.js:2'],
    },
    {
      is: 'a modal in the callback',
      js: located("() => wx.showModal({ title: 'no' })"),
      wxml: tap + word + settings,
      finds: [],
    },
    {
      is: 'a modal after complete',
      js: `Page({ go() {
  wx.getLocation({ complete() { setTimeout(() => wx.showModal({ title: 'x' }), 100) } })
} })`,
      wxml: tap + settings,
      finds: [],
    },
  ],
  'missing-handler': [
    {
      is: 'a camera whose error nobody hears',
      js: 'Page({ data: {} })',
      wxml: '<camera binderror="failed" />',
      finds: [
        'missing-handler pages/a/a.wxml:1',
        'asks-on-load pages/a/a.wxml:1',
        'no-fail-handler pages/a/a.wxml:1',
      ],
    },
    {
      is: 'the method is there',
      js: "Page({ data: { word: '' }, failed() { this.setData({ word: 'no' }) } })",
      wxml: `<camera binderror="failed" />${word}${settings}`,
      finds: ['asks-on-load pages/a/a.wxml:1'],
    },
    {
      is: 'a button that asks for nothing',
      js: 'Page({ data: {} })',
      wxml: '<button open-type="contact" bindcontact="nothing">Help</button>',
      finds: [],
    },
    {
      is: 'a missing handler that hears no refusal',
      js: "Page({ data: { word: 'x' } })",
      wxml: `<view bindtap="nothing">${word}</view>`,
      finds: [],
    },
    {
      is: 'on what one tap shows and the next one hides',
      js: toggles,
      wxml: `${tap}<button wx:if="{{on}}" open-type="getUserInfo" bindgetuserinfo="nothing">Name</button>${settings}`,
      finds: ['missing-handler pages/a/a.wxml:1'],
    },
  ],
  'open-type-misplaced': [
    {
      is: 'on a view',
      js: 'Page({ data: {} })',
      wxml: '<view open-type="openSetting">Settings</view>',
      finds: ['open-type-misplaced pages/a/a.wxml:1'],
    },
    { is: 'on a button', js: 'Page({ data: {} })', wxml: settings, finds: [] },
    {
      is: 'a navigator has one of its own',
      js: 'Page({ data: {} })',
      wxml: '<navigator open-type="navigateBack">Back</navigator>',
      finds: [],
    },
    {
      is: 'on what one tap shows and the next one hides',
      js: toggles,
      wxml: `${tap}<view wx:if="{{on}}" open-type="openSetting">Settings</view>`,
      finds: ['open-type-misplaced pages/a/a.wxml:1'],
    },
  ],
  'overridden-handler': [
    {
      is: 'a key written twice',
      js: `Page({ data: {},
  go() { wx.getLocation() },
  go() { wx.showToast({ title: 'x' }) },
})`,
      wxml: tap,
      finds: ['overridden-handler pages/a/a.js:2'],
    },
    {
      is: 'the first one holds no guarded call',
      js: `Page({ data: {},
  go() { wx.showToast({ title: 'y' }) },
  go() { wx.showToast({ title: 'x' }) },
})`,
      wxml: tap,
      finds: [],
    },
    {
      is: 'the same key in another object',
      js: `const other = { go() { wx.getLocation() } }
Page({ data: { other }, go() { wx.showToast({ title: 'x' }) } })`,
      wxml: tap,
      finds: [],
    },
  ],
  'asks-at-launch': [
    {
      is: 'in onLaunch',
      js: 'Page({ data: {} })',
      wxml: settings,
      app: "App({ onLaunch() { wx.getLocation({ fail() { wx.showToast({ title: 'no' }) } }) } })",
      finds: ['asks-at-launch app.js:1'],
    },
    {
      is: 'only what was decided is read',
      js: 'Page({ data: {} })',
      wxml: settings,
      app: 'App({ onLaunch() { wx.getSetting({ success() {} }) } })',
      finds: [],
    },
    {
      is: 'a function of the app that a tap calls',
      js: 'Page({ go() { getApp().locate() } })',
      wxml: tap + settings,
      app: "App({ locate() { wx.getLocation({ fail() { wx.showToast({ title: 'no' }) } }) } })",
      finds: [],
    },
  ],
  'asks-on-load': [
    {
      is: 'in onLoad',
      js: "Page({ onLoad() { wx.getLocation({ fail() { wx.showToast({ title: 'no' }) } }) } })",
      wxml: settings,
      finds: ['asks-on-load pages/a/a.js:1'],
    },
    { is: 'with a tap', js: located("() => wx.showToast({ title: 'no' })"), wxml: tap + settings, finds: [] },
    {
      is: 'after a modal that the user confirmed',
      js: `Page({ onLoad() { wx.showModal({ title: 'Near you?', success({ confirm }) {
  if (confirm) wx.getLocation({ fail() { wx.showToast({ title: 'no' }) } })
} }) } })`,
      wxml: settings,
      finds: [],
    },
  ],
  'no-usage-description': [
    {
      is: 'app.json says nothing of it',
      js: located("() => wx.showToast({ title: 'no' })"),
      wxml: tap + settings,
      json: { permission: undefined },
      finds: ['no-usage-description app.json:1'],
    },
    {
      is: 'no location is needed',
      js: "Page({ go() { wx.chooseAddress({ fail() { wx.showToast({ title: 'no' }) } }) } })",
      wxml: tap + settings,
      json: { permission: undefined },
      finds: [],
    },
    {
      is: 'app.json says it',
      js: located("() => wx.showToast({ title: 'no' })"),
      wxml: tap + settings,
      finds: [],
    },
  ],
}
