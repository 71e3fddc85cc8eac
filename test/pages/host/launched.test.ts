import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { guideCatalogue } from '../../../src/catalogue/editions/guide.ts'
import { createHost, type HostOptions } from '../../../src/pages/host/create.ts'
import { launchProgram, prepareProgram } from '../../../src/pages/launch.ts'
import type { HostEvent } from '../../../src/pages/ports.ts'
import { demoMiniProgram } from '../../../src/project/declared.ts'
import { answersOf } from '../../../src/session/answers.ts'
import { memoryStore } from '../../../src/store/memory-store.ts'
import { today } from '../../../src/wx/today/today.ts'
import { walker } from './walker.ts'

const near = {
  'app.json': '{ "pages": ["pages/near/index", "pages/map/index"] }',
  'app.js': 'App({})',
  'pages/near/index.wxml': `<view>{{ text }}</view>
<button bindtap="locate">Show what is near</button>
<button wx:if="{{ refused }}" bindtap="settings">Settings</button>
<button bindtap="map">Map</button>
<button open-type="openSetting" bindopensetting="opened">Open</button>
<camera wx:if="{{ film }}" binderror="noCamera"></camera>
<button bindtap="film">Film</button>
<button bindtap="refresh">Refresh</button>
<picker range="{{ ['a', 'b'] }}" bindchange="picked"><view>Pick</view></picker>
`,
  'pages/near/index.js': `Page({
  data: { text: 'nothing', refused: false, film: false },
  onShow() { this.shows = (this.shows || 0) + 1 },
  locate() {
    wx.getLocation({
      success: () => this.setData({ text: 'here' }),
      fail: r => this.setData({ text: r.errMsg, refused: true }),
    })
  },
  settings() {
    wx.openSetting({ success: () => this.setData({ text: 'shown ' + this.shows }) })
  },
  map() {
    wx.navigateTo({
      url: '../map/index?id=1',
      events: { chosen: name => this.setData({ text: name }) },
      success: ({ eventChannel }) => eventChannel.emit('hello', { from: 'near' }),
    })
  },
  opened({ detail }) { this.setData({ text: detail.errMsg }) },
  onPullDownRefresh() { this.setData({ text: 'refreshed' }) },
  refresh() { wx.startPullDownRefresh() },
  film() { this.setData({ film: true }) },
  noCamera({ detail }) { this.setData({ text: detail.errMsg }) },
  picked({ detail }) { this.setData({ text: 'picked ' + detail.value }) },
})
`,
  'pages/map/index.wxml': '<view>{{ text }}</view><button bindtap="back">Choose</button>',
  'pages/map/index.js': `Page({
  data: { text: '' },
  onLoad({ id }) {
    this.channel = this.getOpenerEventChannel()
    this.channel.on('hello', ({ from }) => this.setData({ text: id + ' from ' + from }))
  },
  back() {
    this.channel.emit('chosen', 'the park')
    wx.navigateBack()
  },
})
`,
}

async function launch(options: Partial<HostOptions> = {}, program: Readonly<Record<string, string>> = near) {
  const directory = mkdtempSync(join(tmpdir(), 'wxauth-launched-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  for (const [file, text] of Object.entries(program)) {
    mkdirSync(dirname(join(directory, file)), { recursive: true })
    writeFileSync(join(directory, file), text)
  }
  const events: HostEvent[] = []
  const faults: unknown[] = []
  const app = launchProgram({
    prepared: prepareProgram(directory),
    host: parts =>
      createHost(
        {
          app: demoMiniProgram,
          catalogue: guideCatalogue,
          store: memoryStore(),
          answers: answersOf(guideCatalogue, 'reject'),
          language: 'en',
          edition: 'guide',
          onFault: fault => faults.push(fault),
          ...options,
        },
        parts,
      ),
    rejections: process,
    observe: event => events.push(event),
  })
  await app.open('pages/near/index')
  async function tap(text: string): Promise<string> {
    const element = app.elements().find(element => element.text === text && element.tag !== 'view')
    if (element === undefined) throw new Error(`${text} is not among ${app.text()}`)
    await app.tap(element)
    return app.text()
  }
  return { app, tap, events, faults }
}

const editionToday = {
  edition: 'today',
  today,
  catalogue: today.catalogue,
  app: {
    ...demoMiniProgram,
    declares: { requiredPrivateInfos: ['getLocation', 'chooseLocation'], requiredBackgroundModes: [] },
  },
} as const

describe('a program that is launched with its host', () => {
  test('a tap asks, and the page shows the refusal', async () => {
    const { app, tap, events } = await launch()
    expect(await tap('Show what is near')).toContain('getLocation:fail auth deny')
    expect(events).toContainEqual({
      kind: 'called',
      api: 'wx.getLocation',
      call: 1,
      tap: true,
      listeners: { fail: true, complete: false, promise: false },
      at: { file: 'pages/near/index.js', line: 5, column: 8 },
    })
    expect([app.errors(), app.notices()]).toEqual([[], []])
  })

  test('the settings page covers the page, which is shown again before the callback', async () => {
    const { tap } = await launch()
    await tap('Show what is near')
    expect(await tap('Settings')).toContain('shown 2')
  })

  test('the user turns the scope on, and the next tap succeeds', async () => {
    const { tap } = await launch({ settings: { 'scope.userLocation': true } })
    await tap('Show what is near')
    await tap('Settings')
    expect(await tap('Show what is near')).toContain('here')
  })

  test.each([
    ['guide', {}],
    ['today', editionToday],
  ])('nothing that the program reaches was made outside, in the edition %s', async (_name, edition) => {
    const { app, tap } = await launch(
      { answers: answersOf(guideCatalogue, 'accept'), ...edition },
      {
        ...near,
        'app.js': `${walker}
          walk(globalThis, 'global')
          App({ onLaunch(options) { walk(this, 'app'); walk(options, 'launch options'); walk(getApp(), 'getApp()') } })`,
        'pages/near/index.js': `
          const look = name => function (...args) { walk(this, name); for (const arg of args) walk(arg, name) }
          walk([require, module, exports], 'module')
          walk(Behavior({}), 'Behavior()')
          Page({
            data: { text: '', refused: true, film: true },
            onLoad: look('onLoad'), onShow: look('onShow'), onReady: look('onReady'), onHide: look('onHide'),
            locate: look('tap'), picked: look('change'), opened: look('opensetting'), noCamera: look('error'),
            map() { walk(getCurrentPages(), 'getCurrentPages()'); this.setData({ text: String(foreign) + count }) },
          })`,
      },
    )
    for (const text of ['Show what is near', 'Pick', 'Open']) await tap(text)
    expect(await tap('Map')).toMatch(/^\d{4,}\n/)
    expect(app.errors()).toEqual([])
  })

  test('pages talk through their channel', async () => {
    const { app, tap } = await launch()
    expect(await tap('Map')).toContain('1 from near')
    expect(await tap('Choose')).toContain('the park')
    expect(app.stack.pages().map(({ route }) => route)).toEqual(['pages/near/index'])
  })

  test.each([
    ['Open', 'openSetting:ok'],
    ['Refresh', 'refreshed'],
    ['Film', 'insertCamera:fail auth deny'],
    ['Pick', 'picked 1'],
  ])('%s does what WeChat does', async (element, text) => {
    const { tap, faults } = await launch()
    expect(await tap(element)).toContain(text)
    expect(faults).toEqual([])
  })
})

describe('today', () => {
  const own = {
    ...near,
    'pages/near/index.wxml': `<view>{{ text }}</view>
<button bindtap="choose">Choose</button>
<view wx:if="{{ asks }}">
  <button id="yes" open-type="{{ agree }}" bindagreeprivacyauthorization="agreed" bindgetphonenumber="phone">Agree</button>
  <button bindtap="refuse">Refuse</button>
</view>
<button bindtap="show" data-what="map">Map</button>
<map wx:if="{{ what === 'map' }}" show-location binderror="broke" />
<button bindtap="show" data-what="bare">Bare map</button>
<map wx:if="{{ what === 'bare' }}" binderror="broke" />
<button bindtap="show" data-what="pusher">Pusher</button>
<live-pusher wx:if="{{ what === 'pusher' }}" enable-camera="{{ false }}" binderror="broke" />
<button bindtap="show" data-what="room">Room</button>
<voip-room wx:if="{{ what === 'room' }}" binderror="broke" />`,
    'pages/near/index.js': `Page({
  data: { text: 'nothing', asks: false, agree: 'agreePrivacyAuthorization', what: '' },
  onLoad({ agree }) {
    if (agree) this.setData({ agree })
    wx.onNeedPrivacyAuthorization((resolve, { referrer }) => {
      this.resolve = resolve
      this.setData({ asks: true, text: 'for ' + referrer })
    })
  },
  choose() { wx.chooseLocation({ complete: r => this.setData({ text: r.errMsg }) }) },
  agreed() { this.setData({ asks: false }); this.resolve({ event: 'agree', buttonId: 'yes' }) },
  phone({ detail }) { this.data.code = detail.code },
  refuse() { this.setData({ asks: false }); this.resolve({ event: 'disagree' }) },
  show({ currentTarget }) { this.setData({ what: currentTarget.dataset.what, text: 'shown' }) },
  broke({ detail }) { this.setData({ text: detail.errMsg }) },
})`,
  }
  const launchToday = (answers: unknown) =>
    launch({ ...editionToday, answers: answersOf(today.catalogue, answers) }, own)

  test.each([
    ['Agree', 'chooseLocation:ok'],
    ['Refuse', 'chooseLocation:fail privacy permission is not authorized'],
  ])('a page asks for privacy with a sheet of its own: %s', async (button, text) => {
    const { tap, events, faults } = await launchToday([])
    expect(await tap('Choose')).toContain('for chooseLocation')
    expect(await tap(button)).toContain(text)
    expect(events.filter(({ kind }) => kind === 'popup')).toEqual([])
    expect(faults).toEqual([])
  })

  test('a button agrees, and does something else as well', async () => {
    const { app, tap } = await launchToday([])
    await app.open('pages/near/index', { agree: 'getPhoneNumber|agreePrivacyAuthorization' })
    await tap('Choose')
    expect(await tap('Agree')).toContain('chooseLocation:ok')
    expect(app.data()).toMatchObject({ code: 'wxauth-demo-code' })
  })

  test.each([
    ['Map', ['scope.userLocation'], 'fail auth deny'],
    ['Bare map', [], 'shown'],
    ['Pusher', ['scope.record'], 'fail auth deny'],
    ['Room', ['scope.record'], 'fail auth deny'],
  ])('%s asks when it appears', async (button, scopes, text) => {
    const { tap, events, faults } = await launchToday('reject')
    expect(await tap(button)).toContain(text)
    expect(events.flatMap(event => (event.kind === 'popup' ? [event.scope] : []))).toEqual(scopes)
    expect(faults).toEqual([])
  })

  test('the guide’s edition asks for none of it', async () => {
    const { tap, events } = await launch({}, own)
    for (const button of ['Map', 'Pusher', 'Room']) expect(await tap(button)).toContain('shown')
    expect(await tap('Choose')).toContain('chooseLocation:fail auth deny')
    expect(events.filter(({ kind }) => kind === 'popup')).toHaveLength(1)
  })
})
