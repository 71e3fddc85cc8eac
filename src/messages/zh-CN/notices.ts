import { quoted, whole } from '../../text/quoted.ts'
import type { RunTexts } from '../texts.ts'

const because = (reason: string | undefined) =>
  reason === undefined ? '。' : `：${whole(reason, { most: 200 })}`

export const notices: RunTexts['notices'] = {
  'broken-json': () => '这不是有效的 JSON。能读出来的部分仍然有效。',
  'conflict-markers': () => '文件里有 git 的冲突标记。能读出来的部分仍然有效。',
  'page-missing': ({ subject }) => `app.json 声明了页面 ${whole(subject)}，但没有它的文件。`,
  'private-info-missing': ({ subject }) =>
    `requiredPrivateInfos 里没有 ${whole(subject)}，真机上 wx.${whole(subject)} 会失败。这里当作已经声明，继续往下走。`,
  'script-missing': ({ subject }) => `${whole(subject)} 没有脚本。`,
  'template-missing': ({ subject }) => `${whole(subject)} 没有模板。`,
  'component-missing': ({ subject }) => `没有组件 ${whole(subject)}，它的位置不显示任何内容。`,
  'package-missing': ({ subject }) =>
    `没有安装 npm 包 ${whole(subject)}，用一个什么都不做的对象代替。请运行 npm install，再在开发者工具里“构建 npm”。`,
  'module-missing': ({ subject }) => `没有模块 ${whole(subject)}。`,
  'outside-project': ({ subject }) => `${whole(subject)} 在项目目录之外，不会读取。`,
  'module-threw': ({ subject, reason }) => `模块 ${whole(subject)} 加载时抛出了异常${because(reason)}`,
  'script-syntax': ({ reason }) => `这个脚本有语法错误${because(reason)}`,
  'unusable-template': ({ reason }) => `这个模板无法使用${because(reason)}`,
  'unusable-wxs': ({ reason }) => `这个 wxs 脚本无法使用${because(reason)}`,
  'unusable-definition': ({ reason }) => `这个定义里有一处无法使用${because(reason)}`,
  unsupported: ({ subject }) => `wxauth 不支持 ${whole(subject)}，其余部分照常运行。`,
  'handler-missing': ({ reason = '' }) => `没有处理这个事件的方法 ${quoted(reason)}，不会有任何反应。`,
  'api-not-emulated': ({ subject }) => `${whole(subject)} 在这里不做任何事，只返回 ${quoted('ok')}。`,
  'too-many-turns': () => '程序一直停不下来。时间停在这里，之后的定时器没有执行。',
}
