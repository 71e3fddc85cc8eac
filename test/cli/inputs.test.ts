import { mkdirSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { errorOf, inWorld, snapshot, type World } from '../support/cli-world.ts'
import type { RunOptions } from '../support/run-cli.ts'
import { shell, spawnCli } from '../support/spawn-cli.ts'

/** A way for JSON to come in: how it is put there, and the command that reads it. */
interface Door {
  readonly args: (content: string) => readonly string[]
  /** The file, in the folder of the world. */
  readonly file?: string
  readonly isInput?: boolean
  readonly exit: 2 | 4
}

const call = ['call', 'camera', '--accept']
const doors: Readonly<Record<string, Door>> = {
  'a profile that is read': { file: 'profiles/default.json', args: () => ['get-setting'], exit: 4 },
  'a profile that is changed': {
    file: 'profiles/default.json',
    args: () => ['set', 'all=accepted'],
    exit: 4,
  },
  'project.config.json': { file: 'work/project.config.json', args: () => call, exit: 2 },
  'project.private.config.json': { file: 'work/project.private.config.json', args: () => call, exit: 2 },
  'app.json': { file: 'work/app.json', args: () => call, exit: 2 },
  params: { args: content => [...call, content], exit: 2 },
  'params of @FILE': { file: 'work/data.json', args: () => [...call, '@data.json'], exit: 2 },
  'params of standard input': { isInput: true, args: () => [...call, '-'], exit: 2 },
  'a reply': { args: content => [...call, '--reply', content], exit: 2 },
  'a reply of @FILE': { file: 'work/data.json', args: () => [...call, '--reply', '@data.json'], exit: 2 },
  'a reply of standard input': { isInput: true, args: () => [...call, '--reply', '-'], exit: 2 },
}

/** Runs the door's command with this content, and nothing may change. */
async function refusal(world: World, { args, file, isInput, exit }: Door, content: string) {
  world.write('work/project.config.json', { appid: 'wx1' })
  if (file !== undefined) world.write(file, content)
  const before = snapshot(world.directory)
  const options: RunOptions = isInput ? { input: content } : {}
  const run = await world.run([...args(content), '--json'], options)
  expect(run).toMatchObject({ code: exit, stdout: '' })
  expect(snapshot(world.directory)).toEqual(before)
  return errorOf(run)
}

const arrays = (levels: number) =>
  `{"version":1,"apps":{},"note":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`

describe.each(Object.entries(doors))('%s', (_name, door) => {
  test.concurrent.each([101, 5_000, 200_000])('of %i levels is too deep', levels =>
    inWorld(async world => {
      const { message } = await refusal(world, door, arrays(levels))
      expect(message).toContain('nested more than 100 levels deep')
      if (door.file !== undefined) expect(message).toContain(door.file.split('/').at(-1))
    }),
  )

  test.concurrent('of more than 16 MiB is too large', () =>
    inWorld(async world => {
      const { message } = await refusal(world, door, `{"version":1,"apps":{}}${' '.repeat(16 * 1024 * 1024)}`)
      expect(message).toContain('larger than 16 MiB')
    }))

  test.concurrent('that is not JSON has a place', () =>
    inWorld(async world => {
      const { message } = await refusal(world, door, '\ufeff{\n  "a": 1,\n}')
      expect(message).toMatch(/:3:1: .*not valid JSON|not valid JSON at line 3, column 1/)
    }))

  test.concurrent('of 100 levels, after a byte order mark, is fine', () =>
    inWorld(async world => {
      world.write('work/project.config.json', { appid: 'wx1' })
      const content = `\ufeff${arrays(100)}`
      if (door.file !== undefined) world.write(door.file, content)
      const run = await world.run(door.args(content), door.isInput ? { input: content } : {})
      expect(run.code).toBe(0)
    }))
})

describe.runIf(process.platform === 'linux')('A file that is no JSON file', () => {
  const places = {
    profile: { file: 'profiles/default.json', args: ['set', 'all=accepted'], exit: 4 },
    'project file': { file: 'work/project.config.json', args: ['get-setting'], exit: 2 },
    '@FILE': { file: 'work/data.json', args: [...call, '@data.json'], exit: 2 },
  } as const
  const kinds: readonly (readonly [
    kind: string,
    put: (path: string) => unknown,
    matter: string | RegExp,
    hint: RegExp,
  ])[] = [
    ['a directory', path => mkdirSync(path), 'it is a directory', /Move it away|Name a file/],
    ['a socket', socketAt, 'it is not a regular file', /Move it away|Name a file/],
    ['a link to itself', path => symlinkSync(path, path), 'links form a loop', /the symbolic link/],
    [
      'a link into nowhere',
      path => symlinkSync('nowhere/x', path),
      /does not exist|no such file/,
      /symbolic link/,
    ],
  ]

  test.concurrent.each(
    Object.entries(places).flatMap(([place, row]) => kinds.map(kind => [place, kind[0], row, kind] as const)),
  )('as a %s: %s', (_place, _kind, { file, args, exit }, [, put, matter, hint]) =>
    inWorld(async world => {
      const path = join(world.directory, file)
      mkdirSync(dirname(path), { recursive: true })
      const made = await put(path)
      const run = await world.run([...args, '--json'])
      expect(run.code).toBe(exit)
      expect(errorOf(run).message).toContain(path)
      expect(errorOf(run).message).toMatch(matter)
      expect(errorOf(run).hint).toMatch(hint)
      if (isClosable(made)) made.close()
    }),
  )

  const isClosable = (made: unknown): made is { close(): void } =>
    typeof made === 'object' && made !== null && 'close' in made

  function socketAt(path: string) {
    return new Promise(resolve => {
      const server = createServer().listen(path, () => resolve(server))
    })
  }
})

describe.runIf(process.platform === 'linux')('An input that never ends', () => {
  test.concurrent.each([
    '"$0" "$1" call camera - --accept </dev/zero',
    'yes | "$0" "$1" call camera - --accept',
    '"$0" "$1" call camera @/dev/zero --accept',
    '"$0" "$1" call camera @<(yes) --accept',
    '"$0" "$1" call camera --reply - --accept </dev/zero',
  ])('is refused: %s', line =>
    inWorld(async world => {
      const { code, stderr } = await shell(line, world)
      expect(code).toBe(2)
      expect(stderr).toContain('larger than 16 MiB')
    }),
  )
})

test
  .runIf(process.platform === 'linux')
  .concurrent('A folder that cannot be created is refused at once, in /proc too', () =>
    inWorld(async world => {
      const env = { WXAUTH_HOME: '/proc/nope' }
      const run = await spawnCli({ world, args: ['set', 'all=accepted'], env })
      expect(run).toMatchObject({ code: 4, signal: null, stdout: '' })
      expect(run.stderr).toContain('/proc/nope/default.json cannot be written: no such file or directory')
    }),
  )
