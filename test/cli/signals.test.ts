import { statSync } from 'node:fs'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { inWorld, profileWith, snapshot } from '../support/cli-world.ts'
import { documentOf } from '../support/run-cli.ts'
import { onTerminal } from '../support/terminal-cli.ts'

const popupText = 'Allow'
const ctrlC = '\u0003'
const ctrlD = '\u0004'

describe.runIf(process.platform === 'linux')('on a terminal', () => {
  // ERR_INTERRUPTED: an interruption has an exit code but no message.
  const ends = [
    { by: 'Ctrl-C', end: { key: ctrlC }, code: 130 },
    { by: 'SIGINT', end: { signal: 'SIGINT' }, code: 130 },
    { by: 'SIGTERM', end: { signal: 'SIGTERM' }, code: 143 },
    { by: 'SIGHUP', end: { signal: 'SIGHUP' }, code: 129 },
  ] as const

  test.concurrent.each(ends)(
    '$by while a popup is open is exit code $code, and nothing is recorded',
    ({ end: interruption, code }) =>
      inWorld(async world => {
        const terminal = onTerminal(world, 'call camera --json', { stdoutToFile: true })
        await terminal.waitFor(popupText)
        if ('key' in interruption) await terminal.press(interruption.key)
        else terminal.signal(interruption.signal)
        const { stdout, screen, ...end } = await terminal.end
        expect(end.code).toBe(code)
        expect(stdout).toBe('')
        expect(screen).not.toContain('ERR_INTERRUPTED')
        expect(() => statSync(world.home)).toThrow('ENOENT')
      }),
  )

  test.concurrent('Ctrl-D while a popup is open is exit code 3, and nothing is recorded', () =>
    inWorld(async world => {
      const terminal = onTerminal(world, 'call camera --json', { stdoutToFile: true })
      await terminal.waitFor(popupText)
      await terminal.press(ctrlD)
      const { code, stdout, screen } = await terminal.end
      expect(code).toBe(3)
      expect(JSON.parse(stdout)).toMatchObject({ callback: null, result: null, popup: 'unanswered' })
      expect(screen).toContain('ERR_UNANSWERED')
      expect(() => statSync(world.home)).toThrow('ENOENT')
    }))

  const keys = [
    { key: 'a', popup: 'accept', code: 0, errMsg: 'insertCamera:ok' },
    { key: 'r', popup: 'reject', code: 1, errMsg: 'insertCamera:fail auth deny' },
    { key: '\u001b', popup: 'dismiss', code: 1, errMsg: 'insertCamera:fail auth canceled' },
  ] as const
  test.concurrent.each(keys)(
    'a person can answer $popup in the popup while stdout goes to a file',
    ({ key, code, popup, errMsg }) =>
      inWorld(async world => {
        const terminal = onTerminal(world, 'call camera --json', { stdoutToFile: true })
        await terminal.waitFor(popupText)
        await terminal.press(key)
        const end = await terminal.end
        expect(end.code).toBe(code)
        expect(documentOf({ ...end, signal: null, stderr: end.screen })).toMatchObject({
          popup,
          result: { errMsg },
        })
        expect(snapshot(world.home) === undefined).toBe(popup === 'dismiss')
      }),
  )

  test.concurrent('the settings page records each move at once', () =>
    inWorld(async world => {
      world.write('profiles/default.json', profileWith({ 'scope.camera': 'rejected' }))
      const terminal = onTerminal(world, 'open-setting --json', { stdoutToFile: true })
      await terminal.waitFor('Settings')
      await terminal.press(' ')
      await terminal.waitFor('Saved.')
      await terminal.press('\r')
      const { code, stdout } = await terminal.end
      expect(code).toBe(0)
      expect(JSON.parse(stdout).result.authSetting).toEqual({ 'scope.camera': true })
      expect(world.profile().apps.touristappid?.scopes['scope.camera']?.by).toBe('settings')
    }))

  const unasked = [
    { flag: '--no-input', env: {} },
    { flag: '-q', env: { WXAUTH_NO_INPUT: '1' } },
    { flag: '-q', env: { CI: 'true' } },
    { flag: '-q', env: { CI: '1' } },
  ]
  test.concurrent.each(unasked)('nobody is asked with $flag and $env', ({ flag, env }) =>
    inWorld(async world => {
      const { code, screen } = await onTerminal(world, `call camera ${flag}`, { env }).end
      expect(code).toBe(3)
      expect(screen).not.toContain(popupText)
      expect(screen).toContain('--accept')
    }),
  )

  const asking = [{ CI: 'false' }, { CI: '0' }, { CI: '' }, { WXAUTH_NO_INPUT: '' }]
  test.concurrent.each(asking)('the person is asked with %o', env =>
    inWorld(async world => {
      const terminal = onTerminal(world, 'call camera', { env })
      await terminal.waitFor(popupText)
      await terminal.press(ctrlC)
      expect((await terminal.end).code).toBe(130)
    }),
  )

  test.concurrent('keys typed before the popup appears do not answer it', () =>
    inWorld(async world => {
      const terminal = onTerminal(world, 'call camera')
      await terminal.press('y\raaaa\r')
      await terminal.waitFor(popupText)
      await terminal.press(ctrlC)
      expect((await terminal.end).code).toBe(130)
      expect(() => statSync(world.home)).toThrow('ENOENT')
    }))
})
