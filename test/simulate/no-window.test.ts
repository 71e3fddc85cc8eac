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
