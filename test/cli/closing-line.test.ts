import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { inWorld } from '../support/cli-world.ts'
import { onTerminal } from '../support/terminal-cli.ts'

// This terminal is so narrow that lines wrap within words.
const asRead = (screen: string) => stripVTControlCharacters(screen).replace(/\s+/g, '')

// The line that stays tells what came of the answer, so it is drawn after the profile has answered.
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
      untrue: 'itwillaskagain',
    },
  ])('says that $name counts for nothing once the scope is $meanwhile, even under --quiet', row =>
    inWorld(async world => {
      const terminal = onTerminal(world, '-q call camera')
      await terminal.seen('Allow')
      expect((await world.run(`set scope.camera=${row.meanwhile}`)).code).toBe(0)
      await terminal.press(row.key)
      const screen = asRead((await terminal.ended).screen)
      expect(screen).toContain('Decidedelsewheremeanwhile')
      expect(screen).toContain(`scope.camerabecame${row.meanwhile}elsewhere`)
      expect(screen).toContain(row.errMsg.replaceAll(' ', ''))
      expect(screen).not.toContain(row.untrue)
    }),
  )

  test.concurrent('claims nothing that could not be recorded', () =>
    inWorld(async world => {
      const terminal = onTerminal(world, 'call camera')
      await terminal.seen('Allow')
      // Nobody can write below a regular file, whatever their rights.
      rmSync(world.home, { recursive: true, force: true })
      writeFileSync(world.home, '')
      await terminal.press('a')
      const ended = await terminal.ended
      const [code, screen] = [ended.code, asRead(ended.screen)]
      expect(code).toBe(4)
      expect(screen).toContain('Notanswered')
      expect(screen).not.toContain('Allowed')
      rmSync(world.home)
      mkdirSync(world.home)
    }))
})
