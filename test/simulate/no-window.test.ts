// @vitest-environment node
import { expect, test } from 'vitest'
import { createWxAuth } from '../../src/index.ts'
import { install } from '../../src/simulate/index.ts'
import { simulate } from './opened-page.ts'

test('Without a DOM, install says how to get one', () => {
  expect(() => install({ ...createWxAuth(), simulate })).toThrow(
    expect.objectContaining({
      code: 'ERR_NO_WINDOW',
      message: expect.stringContaining('// @vitest-environment jsdom'),
    }),
  )
  expect(globalThis).not.toHaveProperty('Page')
})

test('With an auth in Chinese, install and load speak Chinese', () => {
  const { wx, auth } = createWxAuth({ language: 'zh-CN' })
  expect(() => install({ wx, auth, simulate })).toThrow('miniprogram-simulate 需要 DOM，但现在没有 window。')
  expect(() => install({ wx, auth, simulate: {} as never })).toThrow(
    'simulate 应为 miniprogram-simulate 1.6，实际是 object。',
  )
})
