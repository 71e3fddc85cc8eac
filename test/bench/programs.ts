/** The files of a program, by path. */
type Files = Readonly<Record<string, string>>

export const route = 'pages/bench/bench'

const app = (json: object) => ({
  'app.json': JSON.stringify({ pages: [route], ...json }),
  'app.js': "App({ globalData: { user: null }, onLaunch() { this.globalData.user = 'wxauth' } })",
})

const rows = Array.from({ length: 6 }, (_, id) => ({
  id,
  name: `Shop ${id}`,
  far: `${id * 120} m`,
  open: id % 2 === 0,
}))

/** A page of 25 elements, as a program's first page is: a head, a list, a few buttons. */
export const lightProgram: Files = {
  ...app({}),
  [`${route}.json`]: '{}',
  [`${route}.wxml`]: `
<view class="head"><text>{{title}}</text><text>{{shops.length}} shops</text><image src="{{picture}}" mode="aspectFill" /></view>
<view class="list">
  <view wx:for="{{shops}}" wx:key="id" class="row {{item.open ? 'open' : ''}}" data-id="{{item.id}}" bindtap="choose">
    <text>{{item.name}}</text><text class="far">{{item.far}}</text>
  </view>
</view>
<view wx:if="{{isEmpty}}"><text>Nothing is near.</text></view>
<button type="primary" bindtap="locate">Show what is near</button>
<button open-type="openSetting">Settings</button>`,
  [`${route}.js`]: `
Page({
  data: { title: 'Near', picture: '/near.png', isEmpty: false, shops: ${JSON.stringify(rows)} },
  onLoad(options) { this.options = options },
  onShow() {},
  onReady() {},
  locate() { wx.getLocation({ success: ({ latitude }) => this.setData({ title: String(latitude) }) }) },
  choose(event) { wx.navigateTo({ url: '/pages/shop/shop?id=' + event.currentTarget.dataset.id }) },
})`,
}

/** A program with the same page many times, each with files of its own. */
export function manyPages(program: Files, count: number): Files {
  const routes = Array.from({ length: count }, (_, number) => `pages/bench${number}/bench`)
  const files = ['json', 'wxml', 'js']
  return {
    ...program,
    ...app({ pages: routes }),
    ...Object.fromEntries(
      routes.flatMap(own => files.map(kind => [`${own}.${kind}`, program[`${route}.${kind}`] ?? ''])),
    ),
  }
}

const count = 27
const inside = 3

/** A page with 27 components, each its own, nested by threes: as a page is that is made of a library's. */
export const heavyProgram: Files = {
  ...app({}),
  [`${route}.json`]: using([0, 1, 2]),
  [`${route}.wxml`]: `<view class="page">${[0, 1, 2].map(use).join('')}</view>`,
  [`${route}.js`]:
    "Page({ data: { label: 'heavy' }, onLoad() {}, onPart(event) { this.part = event.detail } })",
  ...Object.assign({}, ...Array.from({ length: count }, (_, number) => component(number))),
}

function component(number: number): Files {
  const parts = [1, 2, 3].map(part => number * inside + part + 2).filter(part => part < count)
  const path = `components/part${number}/part${number}`
  return {
    [`${path}.json`]: using(parts),
    [`${path}.wxml`]: `
<view class="part {{isOn ? 'on' : ''}}" bindtap="toggle">
  <text>{{label}}</text><text wx:if="{{isOn}}">{{count}}</text>
  ${parts.map(use).join('')}
  <slot />
</view>`,
    [`${path}.js`]: `
Component({
  options: { multipleSlots: false },
  properties: { label: { type: String, value: '' }, count: { type: Number, value: ${number} }, items: { type: Array, value: [] } },
  data: { isOn: true },
  observers: { 'label, count'(label, count) { this.last = label + count } },
  lifetimes: { attached() { this.begun = true }, ready() {} },
  methods: { toggle() { this.setData({ isOn: !this.data.isOn }); this.triggerEvent('part', ${number}) } },
})`,
  }
}

function using(parts: readonly number[]): string {
  const paths = parts.map(part => [`part-${part}`, `/components/part${part}/part${part}`])
  return JSON.stringify({ component: true, usingComponents: Object.fromEntries(paths) })
}

function use(part: number): string {
  return `<part-${part} label="{{label}}" count="{{${part}}}" bindpart="onPart"><view>in ${part}</view></part-${part}>`
}
