import process from 'node:process'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createWxAuth } from '../../src/wx/create.ts'
import { temporaryHome } from '../support/temporary-home.ts'

beforeEach(() => {
  process.env.WXAUTH_HOME = temporaryHome()
})
afterEach(() => {
  vi.useRealTimers()
  delete process.env.WXAUTH_HOME
})

const scopes = ['scope.camera', 'scope.record', 'scope.werun', 'scope.address', 'scope.invoice'] as const

test.each([
  ['real', () => undefined],
  [
    'faked after the library was loaded',
    () => vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'Date', 'performance'] }),
  ],
])('Concurrent users of one profile lose no decision: timers %s', async (_, arrange) => {
  arrange()
  const users = scopes.map(scope => [scope, createWxAuth({ profile: 'shared', answers: 'accept' })] as const)
  await Promise.all(users.map(([scope, { wx }]) => wx.authorize({ scope })))
  const { authSetting } = await createWxAuth({ profile: 'shared' }).wx.getSetting()
  expect(Object.keys(authSetting).toSorted()).toEqual([...scopes].toSorted())
})
