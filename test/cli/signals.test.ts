import { statSync } from 'node:fs'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { decided, inWorld, snapshot } from '../support/cli-world.ts'
import { documentOf } from '../support/run-cli.ts'
import { onTerminal } from '../support/terminal-cli.ts'

const isOpen = 'Allow'
const ctrlC = '\u0003'
const ctrlD = '\u0004'

describe.runIf(process.platform === 'linux')('on a terminal', () => {
  // ERR_INTERRUPTED: whoever pressed Ctrl-C knows, so nothing is said but the exit code.
  const ends = [
    { by: 'Ctrl-C', end: { key: ctrlC }, code: 130 },
    { by: 'SIGINT', end: { signal: 'SIGINT' }, code: 130 },
    { by: 'SIGTERM', end: { signal: 'SIGTERM' }, code: 143 },
    { by: 'SIGHUP', end: { signal: 'SIGHUP' }, code: 129 },
  ] as const

  test.concurrent.each(ends)(
    '$by while a popup is open is exit $code, and nothing is recorded',
    ({ end, code }) =>
      inWorld(async world => {
        const terminal = onTerminal(world, 'call camera --json', { apart: true })
        await terminal.seen(isOpen)
        if ('key' in end) await terminal.press(end.key)
        else terminal.signal(end.signal)
        const { stdout, screen, ...ended } = await terminal.ended
        expect(ended.code).toBe(code)
        expect(stdout).toBe('')
        expect(screen).not.toContain('ERR_INTERRUPTED')
        expect(() => statSync(world.home)).toThrow('ENOENT')
      }),
  )

  test.concurrent('Ctrl-D while a popup is open is exit 3, and nothing is recorded', () =>
    inWorld(async world => {
      const terminal = onTerminal(world, 'call camera --json', { apart: true })
      await terminal.seen(isOpen)
      await terminal.press(ctrlD)
      const { code, stdout, screen } = await terminal.ended
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
    'a person’s $popup is answered on the popup while stdout is piped',
    ({ key, code, popup, errMsg }) =>
      inWorld(async world => {
        const terminal = onTerminal(world, 'call camera --json', { apart: true })
        await terminal.seen(isOpen)
        await terminal.press(key)
        const ended = await terminal.ended
        expect(ended.code).toBe(code)
        expect(documentOf({ ...ended, signal: null, stderr: ended.screen })).toMatchObject({
          popup,
          result: { errMsg },
        })
        expect(snapshot(world.home) === undefined).toBe(popup === 'dismiss')
      }),
  )

  test.concurrent('a page of switches moves them one by one', () =>
    inWorld(async world => {
      world.write('profiles/default.json', decided({ 'scope.camera': 'rejected' }))
      const terminal = onTerminal(world, 'open-setting --json', { apart: true })
      await terminal.seen('Settings')
      await terminal.press(' ')
      await terminal.seen('Recorded.')
      await terminal.press('\r')
      const { code, stdout } = await terminal.ended
      expect(code).toBe(0)
      expect(JSON.parse(stdout).result.authSetting).toEqual({ 'scope.camera': true })
      expect(world.profile().apps.touristappid?.scopes['scope.camera']?.by).toBe('settings')
    }))

  const silenced = [
    { flag: '--no-input', env: {} },
    { flag: '-q', env: { WXAUTH_NO_INPUT: '1' } },
    { flag: '-q', env: { CI: 'true' } },
    { flag: '-q', env: { CI: '1' } },
  ]
  test.concurrent.each(silenced)('nobody is asked with $flag and $env', ({ flag, env }) =>
    inWorld(async world => {
      const { code, screen } = await onTerminal(world, `call camera ${flag}`, { env }).ended
      expect(code).toBe(3)
      expect(screen).not.toContain(isOpen)
      expect(screen).toContain('--accept')
    }),
  )

  const asked = [{ CI: 'false' }, { CI: '0' }, { CI: '' }, { WXAUTH_NO_INPUT: '' }]
  test.concurrent.each(asked)('somebody is asked with %o', env =>
    inWorld(async world => {
      const terminal = onTerminal(world, 'call camera', { env })
      await terminal.seen(isOpen)
      await terminal.press(ctrlC)
      expect((await terminal.ended).code).toBe(130)
    }),
  )

  test.concurrent('what was typed ahead answers nothing', () =>
    inWorld(async world => {
      const terminal = onTerminal(world, 'call camera')
      await terminal.press('y\raaaa\r')
      await terminal.seen(isOpen)
      await terminal.press(ctrlC)
      expect((await terminal.ended).code).toBe(130)
      expect(() => statSync(world.home)).toThrow('ENOENT')
    }))
})
