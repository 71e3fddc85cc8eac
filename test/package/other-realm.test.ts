import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, describe, expect, test } from 'vitest'
import { temporaryHome } from '../support/temporary-home.ts'
import { loadInNewRealm } from './new-realm.ts'

afterEach(() => {
  delete process.env.WXAUTH_HOME
})

describe('In a new realm, as in Jest,', () => {
  const scopes = ['scope.camera', 'scope.record', 'scope.werun', 'scope.address', 'scope.invoice'] as const

  test('calls are answered', async () => {
    const { wx, auth } = loadInNewRealm().createWxAuth({
      answers: { 'scope.userLocation': ['reject'] },
    })
    await expect(wx.getLocation({})).rejects.toMatchObject({ errMsg: 'getLocation:fail auth deny' })
    await expect(wx.chooseAddress()).rejects.toMatchObject({ code: 'ERR_UNANSWERED' })
    await auth.set({ 'scope.userInfo': 'accepted' })
    await expect(wx.getUserInfo({})).resolves.toMatchObject({ signature: expect.any(String) })
  })

  test('concurrent users of one profile lose no decision', async () => {
    process.env.WXAUTH_HOME = temporaryHome()
    const { createWxAuth } = loadInNewRealm()
    const calls = scopes.map(scope =>
      createWxAuth({ profile: 'shared', answers: 'accept' }).wx.authorize({ scope }),
    )
    await Promise.all(calls)
    const { authSetting } = await createWxAuth({ profile: 'shared' }).wx.getSetting()
    expect(Object.keys(authSetting).toSorted()).toEqual([...scopes].toSorted())
  })

  test('a missing folder is reported', async () => {
    const home = temporaryHome()
    const { createWxAuth } = loadInNewRealm()
    await expect(createWxAuth({ project: join(home, 'nowhere') }).wx.getSetting()).rejects.toMatchObject({
      code: 'ERR_PROJECT_MISSING',
    })
    process.env.WXAUTH_HOME = join(home, 'file')
    writeFileSync(join(home, 'file'), '')
    await expect(createWxAuth({ profile: 'alice' }).wx.getSetting()).rejects.toMatchObject({
      code: 'ERR_PROFILE_UNREADABLE',
      message: expect.stringContaining('not a directory'),
    })
  })
})
