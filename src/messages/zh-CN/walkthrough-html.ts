import { whole } from '../../text/quoted.ts'
import type { HtmlTexts } from '../texts.ts'

/** What only the page of `wxauth walkthrough --html` says. */
export const html: HtmlTexts = {
  written: path => `已写入 ${whole(path)}`,

  title: subject => `一步一步看 ${subject}`,
  titleOfAll: '一步一步看 scope 列表',
  kicker: '微信小程序用户授权',
  headingOfAll: '一步一步看 scope 列表',
  lead: '用户每一种选择下，用户看到什么，你的代码收到什么。',
  leadOfAll: '指南里的每一个 scope：用户每一种选择下，用户看到什么，你的代码收到什么。',
  facts: { scope: 'scope', guards: '对应接口', app: '小程序' },
  component: name => `${name} 组件`,
  separator: '、',
  contents: '目录',

  states: '三种状态',
  statesOfButton: '三种状态，以及按钮',
  summary: {
    heading: '小结',
    user: '用户',
    received: '你的代码收到',
    next: '下一次',
    answers: { accept: '点“允许”', reject: '点“拒绝”', dismiss: '关闭弹窗' },
  },

  beginning: '弹窗之前',
  branches: { accept: '如果用户允许', reject: '如果用户拒绝', dismiss: '如果用户关闭弹窗' },
  number: number => `${number}.`,

  user: '用户看到什么',
  received: '你的代码收到什么',
  sameCode: number => `代码和第 ${number} 步相同`,

  popup: '弹窗',
  settings: '设置页',
  chosen: '，用户选了这个',
  closed: '没有选择，直接关闭',
  moved: (before, after) => `${before} → ${after}`,

  footer: '在终端里试一试：',

  diagram: {
    title: '一个 scope 的三种状态',
    verdicts: { ask: '弹窗询问', proceed: '直接执行', refuse: '直接失败' },
    arrows: {
      popup: { accept: '允许', reject: '拒绝', dismiss: '关闭' },
      button: { accept: '按钮：允许', reject: '按钮：拒绝', dismiss: '按钮：关闭' },
      settings: { on: '打开开关', off: '关闭开关' },
      deleted: '删除',
    },
    state: (state, verdict) => `${state}：${verdict}。`,
    arrow: (from, to, label) => `从${from}到${to}：${label}。`,
    legend: [
      '允许、拒绝、关闭，是用户对弹窗的回答。关闭弹窗不会留下记录。',
      '打开开关、关闭开关：在 wx.openSetting 打开的设置页上。',
      '删除：用户删除小程序。wxauth reset 效果相同。',
      '测试时，可以用 wxauth set 从任何状态变到任何状态。',
    ],
    legendOfButton: '按钮：点击 <button open-type="getUserInfo">，拒绝过之后也会再次询问。',
  },
}
