import process from 'node:process'
import { expect, test } from 'vitest'
import { hostOf } from '../../src/locks/host.ts'

test.each([
  ['ESRCH', false],
  ['EPERM', true],
  ['EINVAL', true],
])('where kill fails with %s, that a process is alive is %s', (code, alive) => {
  const kill = () => {
    throw Object.assign(new Error(code), { code })
  }
  expect(hostOf({ platform: 'linux', pid: 1, kill }).isAlive(2)).toBe(alive)
})

test('a process is alive for itself', () => {
  const { platform, pid, isAlive } = hostOf(process)
  expect({ platform, pid }).toEqual({ platform: process.platform, pid: process.pid })
  expect(isAlive(process.pid)).toBe(true)
})
