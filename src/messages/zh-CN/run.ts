import type { EditionReason } from '../../pages/edition.ts'
import type { Phase } from '../../pages/ports.ts'
import { quoted, whole } from '../../text/quoted.ts'
import { visibleText } from '../../text/visible-text.ts'
import type { RunTexts } from '../texts.ts'
import { notices } from './notices.ts'

const editionReasons: Readonly<Record<EditionReason, (libVersion: string) => string>> = {
  flag: () => '由 --edition 指定',
  environment: () => '由 $WXAUTH_EDITION 指定',
  'lib-version': version => `基础库 ${whole(version)} 不低于 2.32.3`,
  'old-lib-version': version => `基础库 ${whole(version)} 低于 2.32.3`,
  'lib-version-word': word => `libVersion ${whole(word)} 不是版本号，可用 --edition 指定`,
  'no-lib-version': () => 'project.config.json 没有写基础库版本',
}

const listenersMissing: Readonly<Record<string, string>> = {
  'RecorderManager.start': '录音管理器没有写 onError',
  camera: '<camera> 没有写 binderror',
}

const phases: Readonly<Record<Phase, string>> = {
  load: '加载代码时',
  launch: '启动时',
  open: '打开页面时',
  tap: '用户操作之后',
  later: '之后继续运行时',
}

const unusedWords = {
  popup: '弹窗',
  modal: '模态对话框',
  sheet: '操作菜单',
  pick: '选择器',
  settings: '设置页',
}

export const run: RunTexts = {
  notices,

  edition: (edition, why, libVersion) => `版本 ${edition}：${editionReasons[why](libVersion)}`,
  heading: name => visibleText(name),

  labels: {
    opened: '打开',
    tapped: '点击',
    pressed: '长按',
    dragged: '拖动',
    typed: '输入',
    called: '调用',
    received: '收到',
    unheard: '漏接',
    asked: '询问',
    answered: '回答',
    shown: '显示',
    moved: '跳转',
    threw: '抛出',
  },

  tapped: (text, handler) =>
    [text === '' ? undefined : quoted(text), handler === undefined ? undefined : `→ ${whole(handler)}`]
      .filter(part => part !== undefined)
      .join(' ') || '没有文字的元素',
  typed: (value, into) => (into === '' ? quoted(value) : `在 ${quoted(into)} 里输入 ${quoted(value)}`),
  unheard: (errMsg, api) =>
    `"${visibleText(errMsg)}"：${listenersMissing[api] ?? '这次调用没有写 fail，也没有写 complete'}`,
  popup: (request, scope) => `用户：${request}（${scope}）`,
  privacy: '用户：同意隐私保护指引',
  answers: { accept: '允许', reject: '拒绝', dismiss: '关闭弹窗，未做选择', unanswered: '没有人回答' },
  modal: (title, content) =>
    `对话框：${[title, content]
      .filter(text => text !== '')
      .map(text => quoted(text))
      .join(' ')}`,
  modalAnswers: { confirm: '确定', cancel: '取消' },
  sheet: items => `操作菜单：${items.map(item => quoted(item)).join(' ')}`,
  sheetAnswer: item => (item === undefined ? '取消' : quoted(item)),
  picker: api => `选择内容：${whole(api)}`,
  pickAnswers: { ok: '选好了', cancel: '取消' },
  settings: '设置页',
  switches: (on, off) =>
    [
      ...(on.length > 0 ? [`开：${on.join('、')}`] : []),
      ...(off.length > 0 ? [`关：${off.join('、')}`] : []),
    ].join(' · ') || '还没有开关',
  toast: title => `提示框：${quoted(title)}`,
  loading: title => (title === '' ? '加载中……' : `加载中：${quoted(title)}`),
  loadingEnds: '加载结束',
  error: ({ kind, message }) =>
    `${kind === 'rejection' ? '没有处理的 rejection：' : ''}${whole(message, { most: 300 })}`,

  pageShows: page => `${whole(page)} 显示`,
  nothingShown: '（没有内容）',
  canTapToo: '还可以点击',
  unnamed: tag => `<${visibleText(tag)}>`,

  endlessLoop: '代码一直没有结束，wxauth 终止了它。',
  outOfMemory: '代码用完了内存，wxauth 终止了它。',
  askedAgain: (caller, scope, times) => `用户什么都没做，${caller} 却请求了 ${times} 次 ${scope}。`,

  complaints: {
    threw: (errors, phase) =>
      errors === 1 ? `程序在${phases[phase]}出错。` : `程序出错 ${errors} 次，第一次在${phases[phase]}。`,
    threwHint: '位置见上面的“抛出”。',
    noTarget: (target, page, isInput) =>
      `${whole(page)} 上没有${isInput ? '可以输入的' : ''}元素符合 ${quoted(target)}。`,
    noTargetHint: (words, isInput) =>
      words.length === 0
        ? `那里没有可以${isInput ? '输入' : '点击'}的元素。`
        : `可以${isInput ? '输入' : '点击'}：${words.map(word => quoted(word)).join('、')}`,
    notOpened: page => `页面 ${whole(page)} 打不开。`,
    notOpenedHint: file => `请检查 ${whole(file)}`,
    popup: '预期出现弹窗，实际上没有出现。',
    popupHint: '已经决定过的 scope 不再弹窗；不写 --profile 就是什么都没决定过的用户。',
    noPopup: scope => `预期不出现弹窗，实际上出现了 ${scope} 的弹窗。`,
    noText: text => `预期显示 ${quoted(text)}，实际上没有显示。`,
    text: text => `预期不显示 ${quoted(text)}，实际上显示了。`,
    shownInstead: (page, text) =>
      text === '' ? `${whole(page)} 没有显示任何内容。` : `${whole(page)} 显示的是 ${quoted(text)}。`,
    page: (expected, page) => `预期停在页面 ${whole(expected)}，实际上是 ${whole(page)}。`,
  },
  unused: (flag, what) => `${whole(flag)} 没有用到：没有出现${unusedWords[what]}。`,
  noItem: (flag, item, items) =>
    `${whole(flag)}：操作菜单没有第 ${item} 项，只有 ${items} 项（从 0 数起），选了最后一项。`,
  several: (target, count) => `${quoted(target)} 对应 ${count} 个元素，用了第一个。`,

  interactive: {
    menu: {
      keys: ['↑ ↓ 移动 · 回车选择 · q 离开', '↑ ↓ 回车，q 离开'],
      notices: {
        early: ['之前按的键不算数，请再按一次。', '请再按一次。'],
        several: ['一次按了多个键，不算数。请只按一个键。', '请只按一个键。'],
        unknown: ['这个键在这里没有作用。', '没有这个键。'],
      },
    },
    chooseElement: '用户点击哪里？',
    typeInto: text => `在 ${quoted(text)} 里输入`,
    typeTitle: text => `用户在 ${quoted(text)} 里输入什么？`,
    sheetTitle: '程序显示了操作菜单：',
    cancel: '取消',
    back: '返回上一页',
    confirm: '确定',
    pickTitle: api => `${whole(api)} 让用户选择内容：`,
    pick: '选一个',
    leave: '没有可以点击的元素。离开吗？',
    leaveItem: '离开',
  },
}
