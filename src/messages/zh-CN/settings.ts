import type { Texts } from '../texts.ts'

export const settings: Texts['settings'] = {
  title: '设置',
  allowed: '允许该小程序使用',
  nothing: '还没有决定过任何授权：回答过弹窗，这里才会出现开关。',
  above: switches => `  ↑ 还有 ${switches} 个`,
  below: switches => `  ↓ 还有 ${switches} 个`,
  on: '开',
  off: '关',
  keys: ['↑ ↓ 移动 · 空格切换开关 · 回车或 Esc 关闭', '↑ ↓ 空格，回车关闭', '空格 / 回车'],
  emptyKeys: ['按回车或 Esc 关闭', '回车关闭'],
  notices: {
    early: ['页面出现前的输入不算数，请再按一次。', '请再按一次。'],
    several: ['一次按了多个键，开关没有动：请只按一个键。', '请只按一个键。'],
    unknown: ['这个键在这里没有作用：请按空格、回车或 Esc。', '请按空格或回车。'],
    saving: ['正在记录……', '……'],
    moved: ['已记录。', '已记录。'],
    stale: ['开关刚在别处动过，现在显示的是最新状态。', '刚在别处动过。'],
    missing: ['这个开关没有了：刚在别处清除了记录。', '刚在别处清除了。'],
  },
  closed: moved => (moved === 0 ? '设置页已关闭：没有改动。' : `设置页已关闭：记录了 ${moved} 次改动。`),
}
