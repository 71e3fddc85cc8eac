import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { inWorld } from '../support/cli-world.ts'
import { onTerminal } from '../support/terminal-cli.ts'

type Environment = Readonly<Record<string, string>>

const introducer = '\u001b['
const rows: readonly [flag: string, env: Environment, onPipe: boolean, onTerminal: boolean][] = [
  ['', {}, false, true],
  ['--no-color', {}, false, false],
  ['--color', {}, true, true],
  ['', { NO_COLOR: '1' }, false, false],
  ['', { NO_COLOR: '' }, false, true],
  ['', { TERM: 'dumb' }, false, false],
  ['', { FORCE_COLOR: '1' }, true, true],
  ['', { FORCE_COLOR: '0' }, false, false],
  ['', { FORCE_COLOR: '1', NO_COLOR: '1' }, true, true],
  ['', { FORCE_COLOR: '1', TERM: 'dumb' }, true, true],
  ['', { FORCE_COLOR: '0', NO_COLOR: '' }, false, false],
  ['--color', { NO_COLOR: '1', FORCE_COLOR: '0', TERM: 'dumb' }, true, true],
  ['--no-color', { FORCE_COLOR: '3' }, false, false],
]
const words = (command: string, flag: string) => `${command} ${flag}`.trim()

describe('color', () => {
  test.concurrent.each(rows)(
    'with "%s" and %o is %s on a pipe, and %s on a terminal',
    (flag, env, expectedOnPipe, expectedOnTerminal) =>
      inWorld(async world => {
        const run = await world.run(words('list-scopes', flag), { env })
        expect(run.stdout.includes(introducer)).toBe(expectedOnPipe)
        expect(run.stderr.includes(introducer)).toBe(expectedOnPipe)
        expect(run.stderr).not.toContain('Warning')
        // BSD's `script` takes other flags.
        if (process.platform !== 'linux') return
        const { code, screen } = await onTerminal(world, words('list-scopes', flag), { env }).end
        expect(code).toBe(0)
        expect(screen.includes(introducer)).toBe(expectedOnTerminal)
        // Node itself warns about contradicting variables.
        expect(screen).not.toContain('Warning')
      }),
  )

  test.concurrent('--json is never colored', () =>
    inWorld(async world => {
      const { stdout } = await world.run('list-scopes --json --color')
      expect(stdout).not.toContain(introducer)
    }))

  test.concurrent('also works with the flag before the command', () =>
    inWorld(async world => {
      expect((await world.run('--color list-scopes')).stdout).toContain(introducer)
      expect((await world.run('--color frobnicate')).stderr).toContain(introducer)
      expect((await world.run('--no-color frobnicate', { env: { FORCE_COLOR: '1' } })).stderr).not.toContain(
        introducer,
      )
    }))
})
