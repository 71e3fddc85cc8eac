import { closeSync, openSync, statSync } from 'node:fs'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { inWorld, linesOf, profileWith } from '../support/cli-world.ts'
import { shell, spawnCli } from '../support/spawn-cli.ts'

/** In ms. A start takes about 60; this is enough for a busy machine, but not for a wait for input. */
const atOnce = 5_000

describe('stdout is the answer and stderr everything else', () => {
  test.concurrent('notes, complaints and hints are on stderr, and the document is alone on stdout', () =>
    inWorld(async world => {
      const args = 'call camera --reject --answer scope.record=accept --expect success --verbose --json'
      const run = await world.run(args)
      expect(run.code).toBe(1)
      expect(JSON.parse(run.stdout)).toMatchObject({ popup: 'reject' })
      expect(run.stderr).toContain('demo Mini Program')
      expect(run.stderr).toContain('--reject answered the popup')
      expect(run.stderr).toContain('--answer scope.record=accept had no effect')
      expect(run.stderr).toContain(world.path())
      expect(run.stderr).toMatch(/^error: Expected the success callback/m)
      expect(run.stderr).toMatch(/^hint: .*wxauth open-setting --enable scope\.camera/m)
    }))

  const quiet = [
    { args: 'call camera --accept --answer scope.record=accept -q', stderr: '' },
    { args: 'list-scopes --quiet', stderr: '' },
    {
      args: 'call -q camera --accept --expect fail',
      stderr: /^error: Expected the fail callback.*\nhint: .*\n$/,
    },
    { args: 'call -q camera', stderr: /^error: camera asks for scope.camera.*\nhint: .*\n$/ },
  ]
  test.concurrent.each(quiet)('"$args" prints only errors', ({ args, stderr }) =>
    inWorld(async world => {
      expect((await world.run(args)).stderr).toEqual(stderr === '' ? '' : expect.stringMatching(stderr))
    }),
  )

  test.concurrent('--quiet also leaves out the hints of an answer', () =>
    inWorld(async world => {
      expect((await world.run('-q call camera --reject')).stderr).toBe('')
    }))

  test.concurrent('only --verbose prints the stack of a fault, before the last line', () =>
    inWorld(async world => {
      world.write('profiles/default.json', '{')
      const [plain, verbose, json] = await Promise.all([
        world.run('get-setting'),
        world.run('--verbose get-setting'),
        world.run('get-setting --verbose --json'),
      ])
      expect(plain.stderr).not.toMatch(/^\s*at /m)
      expect(verbose.stderr).toMatch(/^\s*at /m)
      expect(json.stderr).toMatch(/^\s*at /m)
      expect(JSON.parse(linesOf(json.stderr).at(-1) ?? '').error.code).toBe('ERR_PROFILE_CORRUPT')
    }))
})

describe('without a terminal', () => {
  const asking = [
    'call camera',
    'authorize scope.camera',
    'tap getUserInfo',
    'open-setting',
    'tap openSetting',
  ]

  test.concurrent.each(asking)('"%s" ends at once with 3 if stdin is an open pipe without data', args =>
    inWorld(async world => {
      const run = await spawnCli({ world, args: args.split(' ') })
      expect(run).toMatchObject({ code: 3, stdout: '' })
      expect(run.duration).toBeLessThan(atOnce)
    }),
  )

  test.concurrent('a popup ends with 3 if stdin is /dev/null or closed', () =>
    inWorld(async world => {
      const nullDevice = openSync('/dev/null', 'r')
      const options = { world, args: ['call', 'camera'] }
      expect((await spawnCli({ ...options, stdio: [nullDevice, 'pipe', 'pipe'] })).code).toBe(3)
      closeSync(nullDevice)
      expect(await shell(`"$0" "$1" call camera <&-`, world)).toMatchObject({ code: 3, stdout: '' })
    }))

  test.concurrent.each(['y\n', 'yes\n', 'a', 'accept\n', '\r', '\u001b'])(
    'a piped %j is not consent',
    input =>
      inWorld(async world => {
        expect(await world.run('call camera', { input })).toMatchObject({ code: 3, stdout: '' })
        expect(() => statSync(world.home)).toThrow('ENOENT')
      }),
  )

  test.concurrent('commands without a popup succeed if stdin is an open pipe without data', () =>
    inWorld(async world => {
      world.write('profiles/default.json', profileWith({ 'scope.camera': 'accepted' }))
      for (const args of ['call camera', 'call startRecord --accept', 'set all=accepted', 'list-scopes']) {
        const run = await spawnCli({ world, args: args.split(' ') })
        expect(run.code).toBe(0)
        expect(run.duration).toBeLessThan(atOnce)
      }
    }))
})

describe.runIf(process.platform !== 'win32')('a stdout', () => {
  const rows = [
    { is: 'closed by its reader', line: '"$0" "$1" list-scopes --json | true' },
    { is: 'closed by its reader, with help', line: '"$0" "$1" --help | head -n 0' },
    { is: 'closed from the start', line: '"$0" "$1" list-scopes >&-' },
  ]
  test.concurrent.each(rows)('that is $is ends quietly', ({ line }) =>
    inWorld(async world => {
      world.write('work/project.config.json', { appid: 'wx1' })
      expect(await shell(`set -o pipefail; ${line}`, world)).toEqual({ code: 0, stdout: '', stderr: '' })
    }),
  )

  test.concurrent('with a slow reader gets everything', () =>
    inWorld(async world => {
      const big = JSON.stringify({ big: 'x'.repeat(1_000_000) })
      world.write('work/reply.json', big)
      const line = '"$0" "$1" -q call camera --accept --reply @reply.json --json | (sleep 0.2; wc -c)'
      const { stdout } = await shell(line, world)
      expect(Number(stdout)).toBeGreaterThan(1_000_000)
    }))

  test.concurrent('that is full is an error', () =>
    inWorld(async world => {
      const run = await shell('"$0" "$1" list-scopes >/dev/full', world)
      expect(run.code).toBe(70)
      expect(run.stderr).toContain('stdout cannot be written: the disk is full')
      expect(run.stderr).toContain('hint: Free some space')
      expect((await shell('"$0" "$1" --help >/dev/full', world)).stderr).toContain('the disk is full')
      const json = await shell('"$0" "$1" list-scopes --json >/dev/full', world)
      expect(json.stderr).toContain('"code":"ERR_OUTPUT"')
    }))

  test.concurrent('gets the answer even if stderr is closed', () =>
    inWorld(async world => {
      const run = await shell('"$0" "$1" call camera --accept --json 2>&-', world)
      expect(run.code).toBe(0)
      expect(JSON.parse(run.stdout)).toMatchObject({ callback: 'success' })
    }))
})
