import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { draw } from './svg.ts'

/** The command and the key for the pictures, and the size of the terminal. */
export const scene = {
  command: 'wxauth call wx.getLocation',
  key: 'r',
  columns: 84,
  rows: 24,
  project: {
    'project.config.json': { appid: 'touristappid', projectname: '附近好店' },
    'app.json': {
      pages: ['pages/index/index'],
      requiredPrivateInfos: ['getLocation'],
      permission: { 'scope.userLocation': { desc: '用于显示附近的门店' } },
    },
  },
}

/** A picture for each README: what its file names end with, its title, and what is on the screen while the popup is. */
export const pictures = [
  {
    language: 'en',
    end: '',
    title: `wxauth in a terminal: the popup of wx.getLocation, and what the fail callback receives after ${scene.key}`,
    open: 'Esc closes',
  },
  {
    language: 'zh-CN',
    end: '.zh-CN',
    title: `终端里的 wxauth：wx.getLocation 的弹窗，以及按下 ${scene.key} 之后 fail 回调收到什么`,
    open: 'Esc',
  },
] as const
type Picture = (typeof pictures)[number]

/** The picture of the two screens recorded in this folder. */
export function drawRecorded(folder: string, { end, title }: Picture): string {
  const read = (name: string) => readFileSync(join(folder, `${name}${end}.ansi`), 'utf8')
  return draw({
    title,
    columns: scene.columns,
    before: read('before'),
    key: scene.key,
    after: read('after'),
  })
}
