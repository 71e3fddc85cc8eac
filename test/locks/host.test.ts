import process from 'node:process'
import { expect, test } from 'vitest'
import { hostOf } from '../../src/locks/host.ts'

test.each([
  ['ESRCH', false],
  ['EPERM', true],
  ['EINVAL', true],
])('if kill fails with %s, isAlive is %s', (code, expected) => {
  const kill = () => {
    throw Object.assign(new Error(code), { code })
  }
  expect(hostOf({ platform: 'linux', pid: 1, kill }).isAlive(2)).toBe(expected)
})

test('this process is alive', () => {
  const { platform, pid, isAlive } = hostOf(process)
  expect({ platform, pid }).toEqual({ platform: process.platform, pid: process.pid })
  expect(isAlive(process.pid)).toBe(true)
})
