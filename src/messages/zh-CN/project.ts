import type { ProjectNote } from '../../project/notes.ts'
import { whole } from '../../text/quoted.ts'
import { shown } from './shown.ts'

/** Notes about the Mini Program. */
export function projectNote(note: ProjectNote): string {
  switch (note.kind) {
    case 'demo':
      return '没有找到 project.config.json，使用内置的示例小程序。'
    case 'no-config':
      return `没有 ${whole(note.path)}，appid 按 touristappid 处理。`
    case 'no-appid':
      return `${whole(note.path)} 里没有 appid，按 touristappid 处理。`
    case 'bad-appid':
      return `${whole(note.path)}：appid ${shown(note.appid)} 不合规则，应为 1 到 64 个字母、数字、点、下划线或连字符。按 touristappid 处理。`
    case 'no-app-json':
      return `${whole(note.path)} 不存在。如果它由编译生成，请先编译小程序。`
    case 'long-purpose':
      return `${whole(note.path)}：${note.scope} 的用途说明有 ${note.length} 个字符，微信最多允许 ${note.limit} 个。`
  }
}
