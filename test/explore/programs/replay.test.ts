import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Path } from '../../../src/explore/path.ts'
import { differenceFrom } from '../../../src/explore/replay.ts'
import { parseToken } from '../../../src/explore/token.ts'
import { written } from '../../pages/support/open.ts'
import { explorerOf } from './explore-written.ts'

const files = {
  'app.json': '{ "pages": ["pages/a/a"], "permission": { "scope.userLocation": { "desc": "Near" } } }',
  'pages/a/a.wxml': '<button bindtap="go">Go</button><view>{{word}}</view>',
  'pages/a/a.js': `Page({ data: { word: '' }, go() {
  wx.chooseLocation({
    success: () => this.setData({ word: 'here' }),
    fail: () => wx.showModal({ title: 'Allow?', success: ({ confirm }) => confirm && wx.openSetting() }),
  })
} })`,
}

const refused = join(import.meta.dirname, '../../pages/programs/refused')

test.each([
  { page: 'pages/a/a', directory: () => written(files) },
  { page: 'pages/a/a', directory: () => refused },
  { page: 'pages/b/b', directory: () => refused },
  { page: 'pages/c/c', directory: () => refused },
])(
  'Every path that is walked plays itself again, and ends alike: $page',
  async ({ page, directory }) => {
    const tokens: string[] = []
    const ask = explorerOf(directory(), {}, message => {
      if (message.type === 'path') tokens.push(message.token)
    })
    const { result } = await ask({ type: 'walk', page, endless: [] }, 'walked')
    expect(tokens.length).toBeGreaterThan(result.walked.paths / 2)
    for (const token of tokens) {
      const path = parseToken(token, '') as Path
      const first = await ask({ type: 'replay', path }, 'replayed')
      expect(differenceFrom(path, first.observation), token).toBeUndefined()
      const again = await ask({ type: 'replay', path: first.observation.path }, 'replayed')
      expect(again.observation, token).toEqual(first.observation)
    }
  },
  60_000,
)
