import type { SentenceKey } from '../../guide/sentences.ts'
import type { Answer } from '../../machine/state.ts'
import { quoted, whole } from '../../text/quoted.ts'
import type { WalkthroughTexts } from '../texts.ts'
import { scopes } from './scopes.ts'

const button = whole('<button open-type="getUserInfo">')

/** The sentences of WeChat's guide in Chinese, 用户授权. */
const guide: Readonly<Record<SentenceKey, string>> = {
  practice: '在真正需要使用授权接口时，才向用户发起授权申请，并在授权申请中说明清楚要使用该功能的理由。',
  description: '需要授权 scope.userLocation 时必须配置地理位置用途说明。',
  button: `wx.authorize({scope: "scope.userInfo"})，不会弹出授权窗口，请使用 ${whole('<button open-type="getUserInfo"/>')}`,
  tap: `请使用 ${whole('<button open-type="getUserInfo"/>')}`,
  undecided: '如果用户未接受或拒绝过此权限，会弹窗询问用户，用户点击同意后方可调用接口。',
  accepted: '如果用户已授权，可以直接调用接口。',
  rejected: '如果用户已拒绝授权，则不会出现弹窗，而是直接进入接口 fail 回调。',
  openSetting: '开发者可以调用 wx.openSetting 打开设置界面，引导用户开启授权。',
  settings: '用户可以在小程序设置界面（右上角 - 关于 - 右上角 - 设置）中控制对该小程序的授权状态。',
  validity: '一旦用户明确同意或拒绝过授权，其授权关系会记录在后台，直到用户主动删除小程序。',
}

const devicesDiffer = '各机型的拒绝文案不一样，所以要把 errMsg 的几种写法都判断到。'
const meanings = 'authSetting 里，true 表示已授权，false 表示已拒绝，没有这个 key 表示还没有决定。'

/** At the end of a way: what the user does in the other one. */
const offer = (what: string, how: string) => `这条路走完了。要看看${what}会怎样吗？这次${how}。`
const offers: Readonly<Record<Answer, string>> = {
  accept: offer('用户允许', '点“允许”'),
  reject: offer('用户拒绝', '点“拒绝”'),
  dismiss: offer('用户关闭弹窗', '按 Esc'),
}

export const walkthrough: WalkthroughTexts = {
  scopeName: scopes.name,
  guide: key => guide[key],
  heading: (api, scope) => `${api} 请求授权 ${scope}：一步一步看会发生什么`,
  copy: '这里用的是 profile 的副本，你自己的 profile 不会变。',
  decidedInProfile: (scope, state) =>
    `你的 profile 里，${scope} 是“${state === 'accepted' ? '已授权' : '已拒绝'}”。演示从“未决定”开始。`,
  chooseApi: '想看哪个接口？',

  before: {
    popup: '现在你是用户，请回答弹窗：',
    switchOn: description => `现在你是用户，请打开“${description}”，再关闭页面：`,
    switchOff: description => `现在你是用户，请关掉“${description}”，再关闭页面：`,
  },
  kept: '只在这次演示里有效。',

  bar: { next: '下一步', back: '上一步', more: '详细说明', leave: '退出', other: '另一条路' },
  menu: {
    keys: ['↑ ↓ 移动 · 回车选择 · q 退出', '↑ ↓ 回车，q 退出'],
    notices: {
      early: ['之前按的键不算数，请再按一次。', '请再按一次。'],
      several: ['一次按了多个键，不算数。请只按一个键。', '请只按一个键。'],
      unknown: ['这个键在这里没有作用。', '没有这个键。'],
    },
  },
  offers,
  allSeen: '三条路都看过了：用户允许、拒绝、关闭弹窗。',

  labels: {
    guide: '官方指南：',
    user: '界面：',
    received: '你的代码：',
    lesson: '要点：',
    more: '详细说明：',
  },
  codeTitles: {
    js: '页面的 JavaScript：',
    wxml: '页面的 WXML：',
    json: '在 app.json 里：',
  },

  receives: (from, by) =>
    by === 'success' || by === 'fail' ? `${from} 的 ${by} 回调收到` : `${from} 的 ${by} 收到 event.detail`,
  receivesNothing: '没有代码执行。',

  titles: {
    prepare: '请求授权之前',
    declare: '在 app.json 里说明为什么需要位置信息',
    authorize: 'wx.authorize 不会询问 scope.userInfo',
    ask: {
      call: api => `页面第一次调用 ${api}`,
      button: () => '用户第一次点击按钮',
      component: () => '页面第一次显示 camera 组件',
    },
    askAgain: {
      call: api => `页面再次调用 ${api}`,
      button: () => '用户再次点击按钮',
      component: () => '页面再次显示 camera 组件',
    },
    refused: {
      call: api => `用户拒绝之后，页面调用 ${api}`,
      button: api => `用户拒绝之后，页面调用 ${api}`,
      component: () => '用户拒绝之后，页面显示 camera 组件',
    },
    allowed: {
      call: api => `用户允许之后，页面调用 ${api}`,
      button: api => `用户允许之后，页面调用 ${api}`,
      component: () => '用户允许之后，页面显示 camera 组件',
    },
    tapAgain: '用户再次点击按钮',
    openSettings: '页面引导用户打开设置页',
    settingsByHand: '用户自己打开设置页',
    notRecorded: '没有记录任何选择',
    reset: '用户删除小程序后重新进入',
  },

  user: {
    prepare: '用户在页面上看到这个功能的用途，还没有弹窗。',
    noPopup: '没有弹窗。',
    undescribed: 'app.json 里没有用途说明，不会出现弹窗。',
    popup: {
      accept: '出现弹窗，用户点“允许”。',
      reject: '出现弹窗，用户点“拒绝”。',
      dismiss: '出现弹窗，用户没有选择就关闭了。',
    },
    switchedOn: description => `打开设置页，用户打开“${description}”的开关。`,
    leftOff: '打开设置页，用户没有打开开关就关闭了。',
    switchedOff: description => `用户点“关于”，再点“设置”，关掉“${description}”的开关。`,
    leftOn: '用户点“关于”，再点“设置”，没有改动开关。',
    notRecorded: '用户继续使用页面。',
    reset: '小程序就像从来没有用过一样。',
  },

  lessons: {
    prepare: '用户需要这个功能时再请求授权，并说明用途。不要一启动就请求。',
    declared: app => `${quoted(app)} 写了用途说明，下一个弹窗会显示它。没有它，每次调用都会这样失败。`,
    lacking: appJson =>
      `${whole(appJson)} 没有用途说明，所以每次调用都会这样失败。加上下面几行。后面的步骤当作已经加上了。`,
    authorize: `用户没有决定之前，这个调用总是失败，只有 ${button} 会询问。`,
    accept: {
      call: api => `${api} 执行，success 回调收到结果。用户的选择已记录。`,
      button: () => '事件处理函数收到用户信息。用户的选择已记录。',
      component: () => '摄像头启动，触发 bindinitdone。用户的选择已记录。',
    },
    reject: {
      call: api => `${api} 不执行，进入 fail 回调。拒绝已记录。`,
      button: () => '事件处理函数收不到 userInfo。拒绝已记录。',
      component: () => '摄像头不启动。组件没有 fail 回调，触发的是 binderror。拒绝已记录。',
    },
    dismiss: {
      call: api => `${api} 不执行，进入 fail 回调。没有记录任何选择，下次调用会重新询问。`,
      button: () => '事件处理函数收不到 userInfo。没有记录任何选择，下次点击会重新询问。',
      component: () => '摄像头不启动，触发 binderror。没有记录任何选择，下次显示组件会重新询问。',
    },
    refused: {
      call: () => '之后每次调用都直接进入 fail 回调，不会再询问。',
      button: () => '之后每次调用这个接口都直接失败，不会再询问。',
      component: () => '之后每次显示组件都直接触发 binderror，不会再询问，所以要给用户别的办法。',
    },
    allowed: {
      call: api => `${api} 直接执行，不再询问。`,
      button: api => `${api} 直接执行，不再询问。`,
      component: () => '摄像头直接启动，不再询问。',
    },
    switchedOn: '用户关闭设置页后，wx.openSetting 会返回新的授权状态。这时再调用一次。',
    leftOff: '用户仍然不同意。没有这个权限，页面也要能用。',
    switchedOff: '页面不会收到通知。每次 onShow 都用 wx.getSetting 查一下。',
    leftOn: '这次没有变化，但下次可能有。每次 onShow 都用 wx.getSetting 查一下。',
    notRecorded: 'authSetting 里没有这个 scope：用户既没有同意，也没有拒绝。下次使用会重新询问。',
    reset: '所有授权记录都已清除，authSetting 是空的，下次使用会重新询问。',
  },

  more: {
    prepare:
      '看不懂的弹窗，多数用户会拒绝。先让用户点一下按钮，他就知道为什么是现在、为什么要这个权限。拒绝之后不再弹窗，所以第一次弹窗也是唯一的一次。',
    declare:
      '写在 app.json 的 permission["scope.userLocation"].desc 里，最多 30 个字符，弹窗会显示它。微信先检查它：没有它，即使用户已经允许，也会得到这个错误。其他 scope 不需要用途说明。',
    authorize: `对其他 scope，wx.authorize 会提前询问，不调用接口。对 scope.userInfo，它返回“scope unauthorized”。请在页面上放 ${button}，让用户来点。`,
    ask: '一次选择对这个 scope 的所有接口都有效。“允许”和“拒绝”会一直保留，直到用户在设置页更改，或删除小程序。',
    askAgain:
      '“auth canceled”不是拒绝。只有“允许”和“拒绝”才算决定，关闭弹窗之后这个 scope 仍是“未决定”。保留按钮，让用户可以再试。',
    tapAgain: '点击这个按钮是用户主动的要求，所以拒绝过也会再次询问。其他 scope 只能靠设置页。',
    refused: {
      call: `${devicesDiffer}不要反复请求：先提供不需要这个权限的功能，再放一个去设置页的按钮。`,
      button: `${devicesDiffer}先提供不需要这个权限的功能，并保留按钮，它可以再次询问。`,
      component: `${devicesDiffer}把摄像头藏起来，让用户手动输入或选一张图片，再放一个去设置页的按钮。`,
    },
    allowed:
      '重新启动之后也一样，直到用户在设置页更改，或删除小程序。用户随时可以这样做，所以 fail 回调要保留。',
    openSettings:
      'wx.openSetting 要由点击触发：在按钮的事件处理函数里调用，或使用 <button open-type="openSetting">。设置页只列出询问过的权限。在页面上告诉用户打开哪个开关、有什么用。',
    settingsByHand:
      '用户随时可以从右上角的“关于”进入设置页，更改自己的决定。页面要靠 wx.getSetting，或下一次失败的调用，才能知道。',
    notRecorded: `${meanings}wx.getSetting 从不询问。`,
    reset: `${meanings}在你自己的 profile 里，wxauth reset 的效果一样。`,
  },

  comments: {
    wording: '各机型的文案不一样',
    without: '没有权限也能继续，并引导去设置页',
    tapOnly: '只能在点击事件里调用',
    values: '没有 key：用户还没有决定',
  },
  openSettingsButton: '去设置',

  reasons: {
    'scope.userInfo': { why: '评论旁会显示你的昵称和头像', button: '使用微信昵称' },
    'scope.userLocation': { why: '用于向你展示附近的内容', button: '看看附近' },
    'scope.address': { why: '我们会寄到你的地址', button: '选择收货地址' },
    'scope.invoiceTitle': { why: '发票会使用这个抬头', button: '选择发票抬头' },
    'scope.invoice': { why: '把这张发票加到报销单', button: '选择发票' },
    'scope.werun': { why: '你的步数会计入本周的挑战', button: '用步数参加' },
    'scope.record': { why: '好友会听到你的语音', button: '录一段语音' },
    'scope.writePhotosAlbum': { why: '海报会保存到你的相册', button: '保存海报' },
    'scope.camera': { why: '用摄像头扫描桌上的二维码', button: '扫码' },
  },
}
