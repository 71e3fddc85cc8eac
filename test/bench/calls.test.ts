import { expect, test } from 'vitest'

interface CallFigure {
  readonly name: string
  readonly files: number
  readonly limit?: number
}

// Counted, not timed, so that a busy machine changes nothing: the times are left to `npm run bench`.
test('no command goes through more files of src than its limit', async () => {
  const module = './calls.mjs'
  const { callFigures } = (await import(module)) as { callFigures(): Promise<readonly CallFigure[]> }
  const limited = (await callFigures()).filter(({ limit }) => limit !== undefined)
  expect(limited.map(({ name }) => name)).toEqual([
    'call wx.getLocation',
    'call wx.getLocation --lang zh-CN',
    'call wx.getLocation --edition today',
  ])
  expect(limited.filter(({ files, limit = 0 }) => files > limit)).toEqual([])
})
