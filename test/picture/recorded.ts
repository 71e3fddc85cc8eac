import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { draw } from './svg.ts'

/** The command and the key for the picture, and the size of the terminal. */
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

/** The picture of the two screens recorded in this folder. */
export function drawRecorded(folder: string): string {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  return draw({
    title: `wxauth in a terminal: the popup of wx.getLocation, and what the fail callback receives after ${scene.key}`,
    columns: scene.columns,
    before: read('before.ansi'),
    key: scene.key,
    after: read('after.ansi'),
  })
}
