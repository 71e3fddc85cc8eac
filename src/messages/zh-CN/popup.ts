import type { Texts } from '../texts.ts'

export const popup: Texts['popup'] = {
  applying: '申请获取以下权限',
  why: '用途',
  noReason: '没有说明用途',
  askedBy: '来自',
  button: '用户点击按钮',
  choices: { accept: '允许', reject: '拒绝' },
  keys: ['← → 选择，回车确认，或按 r / a · Esc 关闭，不做选择', '← → 回车，r / a，Esc 关闭', 'r / a / Esc'],
  notices: {
    early: ['弹窗出现前的输入不算数，请再按一次。', '请再按一次。'],
    several: ['一次按了多个键，不算数：请只按一个键。', '请只按一个键。'],
    'choose-first': ['还没有选择：先用 ← → 选择。', '先用 ← → 选择。'],
    unknown: ['这个键在这里没有作用：请按 r、a 或 Esc。', '请按 r、a 或 Esc。'],
  },
  results: {
    accept: '已允许',
    reject: '已拒绝',
    dismiss: '已关闭，未做选择',
    closed: '未回答',
    dropped: '已在别处决定',
  },
  change: command => `要更改：${command}`,
  countsForNothing: '这次回答不算数。',
  asksAgain: '没有记录任何选择，下次会重新询问。',
  staysRejected: '没有记录任何选择，仍为已拒绝。',
  nothingRecorded: '没有记录任何选择。',
}
