import type { Texts } from '../texts.ts'

export const settings: Texts['settings'] = {
  title: '设置',
  allowed: '允许该小程序使用：',
  nothing: '还没有授权记录。用户回答过弹窗，这里才会出现开关。',
  above: switches => `↑ 还有 ${switches} 项`,
  below: switches => `↓ 还有 ${switches} 项`,
  on: '开',
  off: '关',
  location: {
    never: '不允许',
    using: '仅在使用小程序期间',
    always: '使用小程序期间和离开小程序后',
  },
  keys: [
    '↑ ↓ 移动 · 空格切换开关 · 回车或 Esc 关闭',
    '↑ ↓ · 空格切换 · 回车关闭',
    '↑ ↓ 空格 · 回车关闭',
    '空格 / 回车',
  ],
  emptyKeys: ['按回车或 Esc 关闭', '回车关闭'],
  notices: {
    early: ['之前按的键不算数，请再按一次。', '请再按一次。'],
    several: ['一次按了多个键，不算数。请只按一个键。', '请只按一个键。'],
    unknown: ['这个键在这里没有作用，请按空格、回车或 Esc。', '请按空格或回车。'],
    saving: ['正在保存……'],
    busy: ['上一次改动还在保存，请稍后再试。', '还在保存。'],
    moved: ['已保存。'],
    stale: ['刚在别处改动过，现在显示的是最新状态。', '刚在别处改动过。'],
    missing: ['这个开关没有了，它的授权记录刚刚清除。', '授权记录刚刚清除。'],
  },
  closed: changes =>
    changes === 0 ? '设置页已关闭，没有改动。' : `设置页已关闭，保存了 ${changes} 处改动。`,
}
