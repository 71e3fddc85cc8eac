import { quoted, whole } from '../../text/quoted.ts'
import type { ExploreTexts } from '../texts.ts'

type Target = Parameters<ExploreTexts['steps']['tapped']['tap']>[0]

/** 一步操作的元素；只知道事件处理函数时为 `undefined`。 */
function target({ text, handler, tag, at }: Target): string | undefined {
  if (text !== '') return `${quoted(text)}（${whole(handler)}）`
  if (tag !== undefined && at !== undefined) return `${whole(at)} 的 <${whole(tag)}>（${whole(handler)}）`
  return undefined
}

/** 遍历小程序时说的话。 */
export const explore: ExploreTexts = {
  severities: { error: '错误', warning: '警告', info: '提示' },

  rules: {
    'asks-user-info': {
      title: '用 wx.authorize 请求用户信息',
      message: () => '对 scope.userInfo 调用 wx.authorize 不会弹窗，总是失败。',
      says: 'wx.authorize({ scope: "scope.userInfo" }) 不会弹窗。',
      suffers: '用户从来看不到弹窗，页面却当作用户已经拒绝。',
      fix: '在页面上放 <button open-type="getUserInfo">，由用户点击。',
    },
    'settings-without-tap': {
      title: '没有点击就打开设置页',
      message: () => '这里调用 wx.openSetting 时没有点击，真机上会失败。',
      says: 'wx.openSetting 只能在点击事件里，或 wx.showModal 的 success 回调里调用。',
      suffers: '设置页打不开，用户再也改不了当初的拒绝。',
      fix: '先用 wx.showModal 询问，或放一个 <button open-type="openSetting">。',
    },
    'refusal-exception': {
      title: '拒绝之后抛出异常',
      message: ({ message = '' }) => `拒绝之后这里抛出异常：${quoted(message)}。`,
      says: '只有用户拒绝或取消时，代码才会抛出这个异常。',
      suffers: '后面的代码不再执行，页面可能空白，或只显示一半。',
      fix: '用 --replay 再走一遍这条路径，改好这一行。拒绝的路径也要测试。',
    },
    'never-settles': {
      title: 'Promise 一直没有结果',
      message: ({ api = '' }) => `拒绝或取消之后，${api} 外面的 Promise 一直没有结果。`,
      says: '拒绝或取消之后，有一个 Promise 一直停在等待中。',
      suffers: '等它的代码再也不往下走，用户点了没有反应。',
      fix: '在 fail 回调里调用 reject，或用 resolve 说明被拒绝了。',
    },
    'unhandled-rejection': {
      title: 'Promise 失败后没有处理',
      message: ({ api = '' }) => `${api} 的 Promise 失败了，没有代码处理。`,
      says: '用户拒绝或取消后 Promise 失败，没有代码处理。',
      suffers: '用户点了没有反应，后面的代码也不再执行。',
      fix: '用 try/catch 或 .catch() 处理，并告诉用户不授权时能做什么。',
    },
    'no-fail-handler': {
      title: '拒绝之后没有回调',
      message: ({ api = '' }) => `${api} 遭到拒绝，但没有任何回调。`,
      says: '调用遭到拒绝，却既没有 fail 也没有 complete。录音要有 onError，camera 要有 binderror。',
      suffers: '用户拒绝后什么也没发生，以后每次点击都没有反应。',
      fix: '加上 fail 回调（录音用 onError，camera 用 binderror）：告诉用户不授权时能做什么，并给出去设置页的入口。',
    },
    'silent-refusal': {
      title: '用户看不到拒绝的结果',
      message: ({ api = '' }) => `${api} 遭到拒绝，用户却什么也看不到。`,
      says: '代码知道用户拒绝了，页面却没有任何变化：没有提示、弹窗，也没有跳转。',
      suffers: '用户觉得点了没有反应。',
      fix: '在页面上说明缺了什么，并给一个去设置页的按钮。',
    },
    'no-way-back': {
      title: '没有去设置页的入口',
      message: ({ api = '' }) => `${api} 遭到拒绝之后，页面上没有去设置页的入口。`,
      says: '页面提示了拒绝，但页面上和再次点击之后都没有去设置页的入口。',
      suffers: '用户改了主意，却找不到开关。',
      fix: '放一个 <button open-type="openSetting">，或在点击事件里调用 wx.openSetting。',
    },
    're-ask-loop': {
      title: '反复询问同一件事',
      message: ({ api = '', wayOut = '' }) =>
        wayOut === 'false'
          ? `拒绝 ${api} 之后反复询问，只有同意才能结束。`
          : `拒绝 ${api} 之后，用户没有点击也会反复询问。`,
      says: '用户没有点击，程序却反复询问同一件事。',
      suffers: '不同意就用不了页面。微信审核也不会通过。',
      fix: '只问一次。之后展示不授权也能用的内容，等用户点击再问。',
    },
    'stuck-loading': {
      title: '加载提示一直不消失',
      message: ({ api = '' }) => `拒绝或取消 ${api} 之后，加载提示一直不消失。`,
      says: '拒绝或取消之后，wx.showLoading 或导航栏的加载动画没有关闭。',
      suffers: '页面好像一直在加载；有遮罩时什么都点不了。',
      fix: '在 complete 或 finally 里关闭加载提示，不要只写在 success 里。',
    },
    'empty-settings': {
      title: '设置页里没有这个开关',
      message: ({ scope = '' }) => `打开的设置页里没有 ${scope} 的开关：还从来没有询问过。`,
      says: '设置页只列出询问过的授权，这里打开得太早。',
      suffers: '用户找不到要打开的开关。',
      fix: 'authSetting 里没有这个 scope 时直接调用接口，它会弹窗；用户拒绝之后再打开设置页。',
    },
    'acts-while-asking': {
      title: '授权弹窗还开着就有别的动作',
      message: ({ act = '' }) =>
        `授权弹窗还开着，${{ modal: '又弹出了对话框', page: '页面就跳转了' }[act] ?? '又打开了设置页'}。`,
      says: '授权弹窗等待回答时，程序又弹出对话框、跳转页面或打开设置页。',
      suffers: '两个弹窗互相遮挡，或者回答时页面已经不在了。',
      fix: '后面的动作写在这次调用的回调里。',
    },
    'missing-handler': {
      title: '事件处理函数不存在',
      message: ({ handler = '', event = '' }) =>
        `bind${event} 写的是 ${quoted(handler)}，页面里没有这个方法。`,
      says: 'WXML 里用来接收拒绝的处理函数，页面里没有。',
      suffers: '用户拒绝后什么也没发生。',
      fix: '加上这个方法，或改正 WXML 里的名字。',
    },
    'open-type-misplaced': {
      title: 'open-type 写错了地方',
      message: ({ tag = '', openType = '' }) =>
        `open-type="${whole(openType)}" 只对 <button> 有效，写在 <${whole(tag)}> 上没有作用。`,
      says: 'open-type="openSetting" 和 open-type="getUserInfo" 只对 <button> 有效。',
      suffers: '用户点了没有反应。',
      fix: '把这个元素改成 <button>。',
    },
    'overridden-handler': {
      title: '同一个方法写了两次',
      message: ({ key = '', line = '' }) => `第 ${line} 行又写了一次 ${quoted(key)}，这里的代码不会执行。`,
      says: '页面或组件里同一个键写了两次，前面那个含有需要授权的调用。',
      suffers: '源码里看得到的调用，其实从来不会发生。',
      fix: '删掉其中一个，或改个名字。',
    },
    'asks-at-launch': {
      title: '启动时就请求授权',
      message: ({ api = '' }) => `小程序刚启动，${api} 就弹窗了。`,
      says: '在 App.onLaunch 或 App.onShow 里弹窗。',
      suffers: '用户还不知道用来做什么，多半会拒绝，之后也不会再弹窗。',
      fix: '等用户点击需要授权的功能时再请求。',
    },
    'asks-on-load': {
      title: '打开页面就请求授权',
      message: ({ api = '' }) => `用户还没有任何操作，${api} 就弹窗了。`,
      says: '在页面的 onLoad、onShow 或 onReady 里弹窗。',
      suffers: '用户还不知道用来做什么。',
      fix: '等用户点击需要授权的功能时再请求，或先在页面上说明用途。',
    },
    'no-usage-description': {
      title: '没有用途说明',
      message: ({ problem = '' }) =>
        problem === 'misplaced'
          ? 'scope.userLocation 的用途说明写错了位置，微信读不到。'
          : '用到了 scope.userLocation，app.json 里却没有用途说明。',
      says: '使用 scope.userLocation 必须在 app.json 里写用途说明。',
      suffers: '每次调用都直接失败，不会弹窗；用户允许过也一样。',
      fix: '在 app.json 里加上 permission["scope.userLocation"].desc。',
    },
  },

  fixes: {
    'no-fail-handler': {
      callbacks: '加上 fail 回调：告诉用户不授权时能做什么，并给出去设置页的入口。',
      'RecorderManager.start': '给录音管理器加上 onError：告诉用户不授权时能做什么，并给出去设置页的入口。',
      camera: '给 <camera> 加上 binderror：告诉用户不授权时能做什么，并给出去设置页的入口。',
      button: '给按钮加上 bindgetuserinfo，告诉用户不授权时能做什么。再次点击按钮会重新询问。',
      privacy: '加上 fail 回调：告诉用户不授权时能做什么。',
    },
    'silent-refusal': {
      button: '在页面上说明缺了什么。再次点击按钮会重新询问。',
      privacy: '在页面上说明缺了什么。',
    },
  },

  notices: {
    always: ({ rule = '', message }) => {
      if (message === undefined) return `全部允许时这里也有 ${rule} 的问题，与授权无关。`
      const what = rule === 'unhandled-rejection' ? '有 Promise 失败' : '抛出异常'
      return `全部允许时这里也会${what}，与授权无关：${quoted(message)}`
    },
    'endless-loop': ({ replay = '' }) => `程序在这里停不下来。重现：${whole(replay)}`,
    'ignore-without-reason': ({ rule = '' }) =>
      `这条注释没有写原因，不起作用。请写成 // wxauth-ignore ${whole(rule)}: 原因。`,
    'ignore-unknown-rule': ({ rule = '' }) => `没有 ${quoted(rule)} 这条规则，这条注释不起作用。`,
    'ignore-unused': ({ rule = '' }) => `这里没有 ${whole(rule)} 的问题，请删掉这条注释。`,
    'page-not-opened': ({ page = '', reason = '' }) => `页面 ${whole(page)} 打不开：${quoted(reason)}`,
  },

  steps: {
    opened: page => `打开 ${whole(page)}`,
    tapped: {
      tap: on => (target(on) === undefined ? `执行 ${whole(on.handler)}` : `点击 ${target(on)}`),
      press: on => `长按 ${target(on) ?? whole(on.handler)}`,
      type: on => `输入 ${target(on) ?? whole(on.handler)}`,
      move: on => `拖动或滚动 ${target(on) ?? whole(on.handler)}`,
    },
    popup: { accept: '允许', reject: '拒绝', dismiss: '不选择，直接关闭' },
    asked: (scope, answer) => `${scope} 的弹窗：${answer}`,
    consent: (scope, answer) => `${scope} 的按钮：${answer}`,
    modal: (texts, answer) => `对话框 ${quoted(texts.join('：'))}：${answer}`,
    modalAnswers: { confirm: '确定', cancel: '取消' },
    sheet: item => `操作菜单：选择 ${quoted(item)}`,
    sheetCanceled: '操作菜单：取消',
    picker: (api, answer) => `${api}：${answer}`,
    pickerAnswers: { pick: '选一项', cancel: '取消' },
    settings: {
      leave: '设置页：不改，直接返回',
      on: scope => `设置页：打开 ${scope}`,
      off: scope => `设置页：关闭 ${scope}`,
    },
    toast: title => `提示框 ${quoted(title)}`,
    navigated: page => `打开了页面 ${whole(page)}`,
  },

  report: {
    fix: text => `修改：${text}`,
    replay: command => `重现：${command}`,
    startsRejected: '用户之前拒绝了所有授权。',
    own: place => `发生在 ${place}。`,
    hidden: '没有看到能走到这里的元素。',
    guessed: '只有用猜测的数据时才出现。',
    also: rules => `同时违反 ${rules}。`,
    counts: (errors, warnings, infos) => `${errors} 个错误，${warnings} 个警告，${infos} 个提示。`,
    more: infos => `其中 ${infos} 个提示没有列出，用 --verbose 查看。`,
    clean: '没有发现问题。',
    cleanSoFar: '没有发现问题，但还有没试到的地方。',
    nothingNew: known => `没有新问题：${known} 个已知问题不计入。`,
    noPages: '这一部分没有页面。',
    unloaded: pages => `没能加载：${pages.join('、')}。`,
    endless: units => `${units} 个操作停不下来，后面的没有试到。`,
    ignored: rules => `按 --ignore 没有检查：${rules}。`,
    walked: (loaded, pages, units, asking, paths) =>
      `${pages} 个页面，加载了 ${loaded} 个；试了 ${units} 个操作，其中 ${asking} 个需要授权；走了 ${paths} 条路径。`,
    cut: cut => `有 ${cut} 条路径超出限制，没有走：可调大 --max-depth 或 --max-paths。`,
    reached: (reached, written) => `源码里 ${written} 处需要授权的调用，执行到 ${reached} 处。`,
    reachedLittle: reached =>
      reached === 0
        ? '需要授权的调用一处也没有执行到，这个结果什么也说明不了。'
        : '大部分需要授权的调用没有执行到，这个结果说明不了它们的情况。',
    always: always => `还有 ${always} 处即使用户全部允许也会出错，用 --verbose 列出。`,
    nothingGuarded: '遍历到的部分不需要任何授权。',
    unreached: '没有执行到：',
    baseline: known => `${known} 个已知问题不计入。`,
    gone: gone => `基线里有 ${gone} 个问题已经没有了，用 --update-baseline 更新基线。`,
    notices: '注意：',
    moreNotices: number => `还有 ${number} 条没有列出，用 --verbose 查看。`,
  },

  replay: {
    notOpened: page => `${whole(page)} 现在打不开了。`,
    notShown: handler => `现在没有能执行 ${whole(handler)} 的元素。`,
    otherChoice: (at, expected, met) => `第 ${at} 次选择原来是${expected}，现在是${met}。`,
    otherOptions: (at, answer, options) => `第 ${at} 次选择不能再选 ${quoted(answer)}，只能选 ${options}。`,
    noChoice: (at, expected) => `第 ${at} 次选择（${expected}）现在不出现了。`,
    kinds: {
      popup: '授权弹窗',
      consent: '授权按钮',
      modal: '对话框',
      sheet: '操作菜单',
      picker: '选择器',
      settings: '设置页',
    },
  },

  progress: (done, of, paths, findings) => `${done} / ${of} 个页面，${paths} 条路径，${findings} 个问题`,
  wrote: path => `已写入 ${whole(path)}`,
  belowThreshold: (percent, threshold) => `源码里的授权调用只执行到 ${percent}%，低于 ${threshold}%。`,
  failed: findings => `有 ${findings} 个必须修改的问题。`,
  differs: text => `程序和这条路径不一样了：${text}`,

  explain: {
    heading: (rule, severity, title) => `${rule}（${severity}）：${title}`,
    says: '规则',
    suffers: '用户',
    fix: '修改',
  },

  html: {
    title: app => `每一种拒绝：${app}`,
    heading: '每一种拒绝',
    kicker: '微信小程序授权',
    contents: '目录',
    summary: '概要',
    findings: '问题',
    trees: '用户的选择',
    treesLead: '每个操作里用户能做的选择。结局不好的用 ✘ 标出。',
    notices: '注意',
    unreached: '没有执行到的调用',
    where: '位置',
    how: '怎样看到',
    replay: '重现',
    user: '用户会遇到什么',
    fix: '怎样修改',
    rule: '规则',
    starts: { undecided: '还没有做过选择的用户', rejected: '拒绝了所有授权的用户' },
    opened: page => `打开 ${page}`,
    tapped: handler => `点击 ${handler}`,
    good: '✔ 正常结束',
    bad: rules => `✘ ${rules}`,
    shown: '这时的页面',
    facts: {
      app: '小程序',
      pages: '页面',
      units: '操作',
      paths: '路径',
      calls: '执行到的授权调用',
    },
    of: (part, whole) => `${part} / ${whole}`,
    footer: '在终端里再试一次：',
  },
}
