import type { Texts } from '../texts.ts'

export const popup: Texts['popup'] = {
  applying: '申请获取以下权限：',
  title: (description, scope) => `${description}（${scope}）`,
  why: '用途',
  askedBy: '来源',
  labeled: (label, text) => `${label}：${text}`,
  noReason: '没有说明',
  withPrivacy: '☑ 允许即表示同意《隐私保护指引》。',
  sheet: {
    title: '用户隐私保护提示',
    asking: contract => `同意后才能继续使用，请仔细阅读：${contract}`,
    choices: { accept: '同意', reject: '拒绝' },
    results: {
      accept: '已同意隐私保护指引。',
      reject: '已拒绝隐私保护指引。',
      dismiss: '已关闭隐私弹窗，未做选择。',
      closed: '没有回答隐私弹窗，没有记录任何选择。',
      dropped: '已在别处同意隐私保护指引。',
    },
  },
  button: '用户点击按钮',
  choices: { accept: '允许', reject: '拒绝' },
  keys: [
    '按 r 或 a，或用 ← → 选择后按回车 · Esc 关闭，不做选择',
    'r 或 a，或 ← → 加回车 · Esc 关闭',
    'r / a / Esc',
  ],
  notices: {
    early: ['之前按的键不算数，请再按一次。', '请再按一次。'],
    several: ['一次按了多个键，不算数。请只按一个键。', '请只按一个键。'],
    'choose-first': ['还没有选择，先用 ← → 选择。', '先用 ← → 选择。'],
    unknown: ['这个键在这里没有作用，请按 r、a 或 Esc。', '请按 r、a 或 Esc。'],
  },
  results: {
    accept: (description, scope) => [
      `已允许：${description}（${scope}）。`,
      `已允许：${description}。`,
      '已允许。',
    ],
    reject: (description, scope) => [
      `已拒绝：${description}（${scope}）。`,
      `已拒绝：${description}。`,
      '已拒绝。',
    ],
    dismiss: (description, scope) => [
      `已关闭，未做选择：${description}（${scope}）。`,
      `已关闭，未做选择：${description}。`,
      '已关闭，未做选择。',
    ],
    closed: (description, scope) => [
      `未回答：${description}（${scope}）。没有记录任何选择。`,
      '未回答，没有记录任何选择。',
      '没有记录任何选择。',
    ],
    dropped: (description, scope) => [
      `已在别处决定：${description}（${scope}）。`,
      `已在别处决定：${description}。`,
      '已在别处决定。',
    ],
  },
  change: (result, command) => `${result}要更改，请运行：${command}`,
}
