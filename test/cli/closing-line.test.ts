import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { inWorld } from '../support/cli-world.ts'
import { onTerminal } from '../support/terminal-cli.ts'

// Lines of this narrow terminal wrap within words, so spaces are removed.
const withoutSpaces = (screen: string) => stripVTControlCharacters(screen).replace(/\s+/g, '')

// The line has the result of the answer, so it is drawn after the profile was written.
describe.runIf(process.platform === 'linux')('the line that stays after the popup', () => {
  test.concurrent.each([
    { key: 'r', name: 'Reject', meanwhile: 'accepted', errMsg: 'insertCamera:ok', untrue: 'Rejected' },
    {
      key: 'a',
      name: 'Allow',
      meanwhile: 'rejected',
      errMsg: 'insertCamera:fail auth deny',
      untrue: 'Allowed',
    },
    {
      key: '\u001b',
      name: 'Esc',
      meanwhile: 'rejected',
      errMsg: 'insertCamera:fail auth deny',
      untrue: 'Closedwithoutchoosing',
    },
  ])('says that $name does not count if the scope is $meanwhile elsewhere, even under --quiet', row =>
    inWorld(async world => {
      const terminal = onTerminal(world, '-q call camera')
      await terminal.waitFor('Allow')
      expect((await world.run(`set scope.camera=${row.meanwhile}`)).code).toBe(0)
      await terminal.press(row.key)
      const screen = withoutSpaces((await terminal.end).screen)
      expect(screen).toContain('Alreadydecidedelsewhere')
      expect(screen).toContain(`scope.camerabecame${row.meanwhile}elsewhere`)
      expect(screen).toContain(row.errMsg.replaceAll(' ', ''))
      expect(screen).not.toContain(row.untrue)
    }),
  )

  test.concurrent('says once that the answer does not count, and no hint says that no popup appeared', () =>
    inWorld(async world => {
      const terminal = onTerminal(world, 'call camera')
      await terminal.waitFor('Allow')
      await world.run('set scope.camera=rejected')
      await terminal.press('a')
      const screen = withoutSpaces((await terminal.end).screen)
      const after = screen.slice(screen.lastIndexOf('Alreadydecidedelsewhere'))
      expect(after.split('wasignored')).toHaveLength(2)
      expect(after).not.toContain('nopopupappears')
      expect(after).toContain('hint:Fromnowonscope.cameraisrefusedwithoutapopup.')
    }))

  test.concurrent.each([
    { key: 'r', closing: 'Rejected', once: 'wxauthopen-setting--enablescope.camera' },
    { key: '\u001b', closing: 'Closedwithoutchoosing', once: 'Nothingwasrecorded' },
    { key: '\u0004', closing: 'Notanswered', once: 'Nothingwasrecorded' },
  ])('says only what happened, and a hint says once what comes next, after $key', ({ key, closing, once }) =>
    inWorld(async world => {
      const terminal = onTerminal(world, 'call camera')
      await terminal.waitFor('Allow')
      await terminal.press(key)
      const screen = withoutSpaces((await terminal.end).screen)
      const after = screen.slice(screen.lastIndexOf(closing))
      expect(after.split(once)).toHaveLength(2)
      expect(after.split('hint:')).toHaveLength(2)
    }),
  )

  test.concurrent('does not claim an answer that could not be recorded', () =>
    inWorld(async world => {
      const terminal = onTerminal(world, 'call camera')
      await terminal.waitFor('Allow')
      // Not even root can write below a regular file.
      rmSync(world.home, { recursive: true, force: true })
      writeFileSync(world.home, '')
      await terminal.press('a')
      const end = await terminal.end
      const [code, screen] = [end.code, withoutSpaces(end.screen)]
      expect(code).toBe(4)
      expect(screen).toContain('Notanswered')
      expect(screen).not.toContain('Allowed')
      rmSync(world.home)
      mkdirSync(world.home)
    }))
})
