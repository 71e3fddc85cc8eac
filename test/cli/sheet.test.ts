import { expect, test } from 'vitest'
import { inWorld } from '../support/cli-world.ts'
import { documentOf } from '../support/run-cli.ts'
import { onTerminal } from '../support/terminal-cli.ts'

const env = { WXAUTH_EDITION: 'today' }
const toFile = { env, stdoutToFile: true }

test.concurrent('a person agrees to the privacy sheet, and is not asked again', () =>
  inWorld(async world => {
    const terminal = onTerminal(world, 'call chooseLocation --json', toFile)
    await terminal.waitFor('User privacy protection notice')
    await terminal.press('a')
    const { code, screen, stdout } = await terminal.end
    expect(code).toBe(0)
    expect(screen).toContain('Agreed to the privacy guideline.')
    expect(documentOf({ code, signal: null, stdout, stderr: '' })).toMatchObject({
      popup: null,
      popups: [{ kind: 'privacy', scope: null, answer: 'accept' }],
    })
    expect(world.profile().apps.touristappid?.privacy).toMatchObject({ state: 'agreed', by: 'popup' })
    expect((await world.run('call chooseLocation --expect no-popup', { env })).code).toBe(0)
  }))

test.concurrent('a person answers a popup of both in Chinese', () =>
  inWorld(async world => {
    const terminal = onTerminal(world, 'call camera --lang zh-CN', { env })
    await terminal.waitFor('允许即表示同意')
    await terminal.press('a')
    expect((await terminal.end).code).toBe(0)
    const record = world.profile().apps.touristappid
    expect(record).toMatchObject({
      scopes: { 'scope.camera': { state: 'accepted' } },
      privacy: { state: 'agreed' },
    })
  }))

test.concurrent('a person chooses all three in the row of locations, one after the other', () =>
  inWorld(async world => {
    await world.run('set scope.userLocation=rejected', { env })
    const terminal = onTerminal(world, 'open-setting --json', toFile)
    for (const choice of [
      'Do not allow',
      'While the Mini Program is used',
      'While it is used and after leaving it',
    ]) {
      await terminal.waitFor(choice)
      await terminal.press(choice.includes('leaving') ? '\r' : ' ')
    }
    const { code, stdout } = await terminal.end
    expect(code).toBe(0)
    expect(documentOf({ code, signal: null, stdout, stderr: '' })).toMatchObject({
      result: { authSetting: { 'scope.userLocation': true, 'scope.userLocationBackground': true } },
    })
  }))
