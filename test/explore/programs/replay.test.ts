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

async function tokensOf(directory: string): Promise<readonly string[]> {
  const tokens: string[] = []
  const ask = explorerOf(directory, {}, message => {
    if (message.type === 'path') tokens.push(message.token)
  })
  await ask({ type: 'walk', page: 'pages/a/a', endless: [] }, 'walked')
  return tokens
}

test.each([
  { is: 'nobody reads', back: '() => {}', turned: ['on:userLocation'] },
  {
    is: 'is read in the end',
    back: "({ authSetting }) => this.setData({ word: authSetting['scope.camera'] ? 'a' : 'b' })",
    turned: ['on:camera', 'on:userLocation'],
  },
])('A switch of the settings is turned only where it makes a difference: one that $is', async row => {
  const directory = written({
    ...files,
    'pages/a/a.js': `Page({ data: { word: '' }, go() {
  wx.getLocation({ fail: () => wx.showModal({ title: 'Allow?', success: () => wx.openSetting({ success: ${row.back} }) }) })
}, other() { wx.authorize({ scope: 'scope.camera' }); wx.chooseAddress() } })`,
  })
  const ways = (await tokensOf(directory)).flatMap(token => token.match(/on:\w+/g) ?? [])
  expect([...new Set(ways)].toSorted()).toEqual(row.turned)
})

test('A thread that explores is watched only once its program is read: nothing of it can loop before', async () => {
  const seen: string[] = []
  const hear = ({ type }: { readonly type: string }) => seen.push(type)
  const ask = explorerOf(written(files), {}, hear, () => seen.push('ready'))
  await ask({ type: 'walk', page: 'pages/a/a', endless: [] }, 'walked')
  await ask({ type: 'read' }, 'read')
  expect(seen.slice(0, 2)).toEqual(['ready', 'path'])
  expect(seen.filter(one => one === 'ready')).toHaveLength(1)
})

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
