import { join } from 'node:path'
import type { World } from './cli-world.ts'

/** A small Mini Program that asks for the location, and its files. */
export const nearProgram: Readonly<Record<string, string>> = {
  'project.config.json': JSON.stringify({
    appid: 'wx0123456789abcdef',
    projectname: 'Near',
    miniprogramRoot: 'miniprogram/',
  }),
  'miniprogram/app.json': JSON.stringify({
    pages: ['pages/near/index', 'pages/map/index', 'pages/gone/index'],
    permission: { 'scope.userLocation': { desc: 'To show what is near' } },
  }),
  'miniprogram/app.js': 'App({})\n',
  'miniprogram/pages/near/index.wxml': `<view class="text">{{ text }}</view>
<input id="name" placeholder="Your name" bindinput="named" />
<button bindtap="locate">Show what is near</button>
<button wx:if="{{ refused }}" bindtap="settings">Show the settings</button>
<button bindtap="ask">Ask first</button>
<button bindtap="choose">Choose</button>
<button bindtap="again">Again and again</button>
<button bindtap="boom">Boom</button>
<button bindtap="promise">Promise</button>
<button bindtap="loop">Loop</button>
<button bindtap="microtasks">Microtasks</button>
<navigator url="../map/index?id=7">Map</navigator>
`,
  'miniprogram/pages/near/index.js': `Page({
  data: { text: 'Nothing yet', refused: false },
  locate() {
    wx.getLocation({
      success: () => this.setData({ text: 'You are here' }),
      fail: () => {
        wx.showToast({ title: 'No location' })
        this.setData({ refused: true })
      },
    })
  },
  settings() { wx.openSetting() },
  named({ detail }) { this.setData({ text: 'Hello ' + detail.value }) },
  ask() {
    wx.showModal({ title: 'Sure?', content: 'Really', success: ({ confirm }) => this.setData({ text: confirm ? 'yes' : 'no' }) })
  },
  choose() {
    wx.showActionSheet({
      itemList: ['tea', 'coffee'],
      success: ({ tapIndex }) => this.setData({ text: ['tea', 'coffee'][tapIndex] }),
      fail: () => this.setData({ text: 'nothing to drink' }),
    })
  },
  again() { wx.getLocation({ fail: () => this.again() }) },
  boom() {
    const shop = undefined
    this.setData({ text: shop.name })
  },
  promise() { Promise.reject(new Error('lost')) },
  loop() {
    let turns = 0
    for (;;) turns += 1
  },
  microtasks() {
    const next = () => Promise.resolve().then(next)
    next()
  },
})
`,
  'miniprogram/pages/map/index.wxml': '<view>The map of {{ id }}</view><view>{{ shops }}</view>\n',
  'miniprogram/pages/map/index.js': `Page({
  data: { id: '', shops: '' },
  onLoad({ id }) {
    this.setData({ id, shops: wx.getStorageSync('shops') })
    wx.request({ url: 'https://example.com/api/shops', success: ({ data }) => this.setData({ shops: data }) })
  },
})
`,
}

/** Puts the program, with other files if need be, where the commands of the world look for one. */
export function writeNear(world: World, folder = '.', others: Readonly<Record<string, string>> = {}): void {
  for (const [file, text] of Object.entries({ ...nearProgram, ...others }))
    world.write(join('work', folder, file), text)
}
