import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, rmdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { errorOf, inWorld, linesOf } from '../support/cli-world.ts'
import { packageCopy } from '../support/package-copy.ts'
import { bin, spawnCli } from '../support/spawn-cli.ts'

describe('ERR_INTERNAL', () => {
  const rows: readonly {
    readonly is: string
    readonly damage: (dist: string) => void
    readonly names: string
    readonly flags?: readonly string[]
    /** Default: to install it again. */
    readonly hint?: RegExp
  }[] = [
    {
      is: 'missing',
      damage: dist => rmSync(dist, { recursive: true }),
      names: 'wxauth could not be loaded: ',
    },
    {
      is: 'not JavaScript',
      damage: dist => writeFileSync(join(dist, 'main.cjs'), 'oops('),
      names: 'could not be loaded: ',
    },
    {
      is: 'empty',
      damage: dist => writeFileSync(join(dist, 'main.cjs'), ''),
      names: 'wxauth could not be loaded: ',
    },
    {
      is: 'throwing while it loads',
      damage: dist => writeFileSync(join(dist, 'main.cjs'), 'throw new Error("spoilt")'),
      names: 'spoilt',
    },
    {
      is: 'throwing while it runs',
      damage: dist =>
        writeFileSync(
          join(dist, 'main.cjs'),
          'exports.terminalOf = () => 0; exports.main = async () => { throw "spoilt" }; setInterval(() => 0, 1000)',
        ),
      names: 'wxauth failed: spoilt.',
      hint: /^This is a bug in wxauth/,
    },
    {
      is: 'only its main file',
      damage: dist => {
        for (const file of readdirSync(dist))
          if (file !== 'main.cjs') rmSync(join(dist, file), { recursive: true })
      },
      names: '.cjs is missing.',
    },
    {
      is: 'without a file that is loaded late',
      damage: dist => rmSync(join(dist, 'change.cjs')),
      names: 'change.cjs is missing.',
    },
    {
      is: 'cut off in such a file',
      damage: dist => truncateSync(join(dist, 'change.cjs'), 4000),
      names: 'change.cjs: ',
    },
    {
      is: 'full of zeros in such a file',
      damage: dist => writeFileSync(join(dist, 'change.cjs'), Buffer.alloc(4096)),
      names: 'change.cjs: ',
    },
    {
      is: 'a folder in place of such a file',
      damage: dist => {
        rmSync(join(dist, 'change.cjs'))
        mkdirSync(join(dist, 'change.cjs'))
      },
      names: 'change.cjs: EISDIR',
    },
    {
      is: 'without what colors the error',
      damage: dist => {
        for (const file of ['change.cjs', 'source.cjs']) rmSync(join(dist, file))
      },
      names: 'source.cjs is missing.',
      flags: ['--color'],
    },
  ]

  test.concurrent.each(rows)(
    'is exit 70 with a package whose code is $is',
    ({ damage, names, flags = [], hint = /^Install it again; / }) =>
      inWorld(async world => {
        const { entry, dist } = packageCopy(world)
        damage(dist)
        const run = (...more: string[]) =>
          spawnCli({ world, entry, args: ['call', 'camera', '--accept', ...flags, ...more] })
        const [text, json] = await Promise.all([run(), run('--json')])
        expect(text).toMatchObject({ code: 70, stdout: '' })
        expect(json).toMatchObject({ code: 70, stdout: '' })
        expect(linesOf(text.stderr).at(-2)).toMatch(/^error: /)
        expect(linesOf(text.stderr).at(-2)).toContain(names)
        expect(linesOf(text.stderr).at(-1)?.replace('hint: ', '')).toMatch(hint)
        expect(text.stderr).not.toMatch(/^ +at /m)
        expect(errorOf(json)).toEqual({
          code: 'ERR_INTERNAL',
          message: expect.stringContaining(names),
          hint: expect.stringMatching(hint),
        })
      }),
  )

  test.concurrent.each(['prompt.cjs', 'dist.cjs'])('leaves the terminal as it was if %s is missing', file =>
    inWorld(async world => {
      const { entry, dist } = packageCopy(world)
      rmSync(join(dist, file))
      const line = `stty -g; '${process.execPath}' '${entry}' call camera; echo exit $?; stty -g`
      const env = { PATH: process.env.PATH, WXAUTH_HOME: world.home, TERM: 'xterm' }
      const { stdout } = await promisify(execFile)('script', ['-qefc', line, '/dev/null'], { env })
      const lines = stdout.split('\r\n').slice(0, -1)
      expect(lines).toContain('exit 70')
      expect(stdout).toContain(`${file} is missing.`)
      expect(lines.at(-1)).toBe(lines[0])
    }),
  )

  test.concurrent('has a stack under --verbose', () =>
    inWorld(async world => {
      const { entry, dist } = packageCopy(world)
      rmSync(dist, { recursive: true })
      const { code, stderr } = await spawnCli({ world, entry, args: ['--verbose', 'reset'] })
      expect(code).toBe(70)
      expect(stderr).toMatch(/^ *at /m)
    }))

  test.concurrent('is the last line of stderr under --json, after the stack of --verbose', () =>
    inWorld(async world => {
      const { entry, dist } = packageCopy(world)
      rmSync(dist, { recursive: true })
      const run = await spawnCli({ world, entry, args: ['reset', '--json', '--verbose'] })
      expect(run.stderr).toMatch(/^ *at /m)
      expect(errorOf(run).code).toBe('ERR_INTERNAL')
    }))

  test.concurrent('is printed without control characters', () =>
    inWorld(async world => {
      const { entry, dist } = packageCopy(world)
      writeFileSync(join(dist, 'main.cjs'), 'throw new Error("spoilt\\u001b[2J\\u202e")')
      for (const flag of ['--json', '--no-color', '--verbose']) {
        const { stderr } = await spawnCli({ world, entry, args: ['reset', flag] })
        expect(stderr).toContain('spoilt')
        expect(stderr).not.toMatch(/[^\P{C}\n]/u)
      }
    }))

  test.concurrent('is not the error for a working directory that was removed', () =>
    inWorld(async world => {
      const cwd = join(world.directory, 'work')
      const script = `require('node:fs').rmdirSync(${JSON.stringify(cwd)}); process.argv.splice(1, 1); require(process.argv[1])`
      const entry = world.write('gone.cjs', script)
      const path = await spawnCli({ world, entry, args: [bin, 'profile', 'path'], cwd })
      // $WXAUTH_HOME is absolute, so the working directory does not matter.
      expect(path).toMatchObject({ code: 0, stdout: `${world.path()}\n` })
      expect(() => rmdirSync(cwd)).toThrow('ENOENT')
    }))
})
