import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inWorld, type World } from '../support/cli-world.ts'
import { packageCopy } from '../support/package-copy.ts'
import { spawnCli } from '../support/spawn-cli.ts'

const cachesIn = (dist: string) => readdirSync(dist).filter(name => name.includes('.cache'))

/** A copy of the package, and one command of it, which works whatever is in the caches. */
function installed(world: World) {
  const { entry, dist } = packageCopy(world)
  return {
    dist,
    /** Runs the command, and returns what it prints. */
    async start(env: Readonly<Record<string, string>> = {}) {
      const run = await spawnCli({ world, entry, args: ['list-scopes'], env })
      expect(run).toMatchObject({ code: 0, signal: null, stdout: expect.stringContaining('scope.userInfo') })
      return run.stdout
    },
    /** The path of the cache of the entry, by far the largest. */
    cache: () => join(dist, cachesIn(dist).find(name => name.startsWith('main.cjs.')) ?? ''),
  }
}

const atEach = (part: number, change: (bytes: Buffer, at: number) => void) => (bytes: Buffer) => {
  for (let at = Math.floor(bytes.length / part); at < bytes.length; at += Math.floor(bytes.length / part))
    change(bytes, at)
  return bytes
}

/** Replaces functions of node:fs for the caches in a process: each call throws this code. */
const failing = (codes: Readonly<Record<string, string>>) => `
  const fs = require('node:fs')
  const isCache = file => String(file).includes('.cache')
  const drafts = new Set()
  const openSync = fs.openSync
  fs.openSync = (...args) => {
    const file = openSync(...args)
    if (isCache(args[0])) drafts.add(file)
    return file
  }
  for (const [name, code] of Object.entries(${JSON.stringify(codes)})) {
    const call = fs[name]
    fs[name] = (file, ...rest) => {
      if (!isCache(file) && !drafts.has(file)) return call(file, ...rest)
      throw Object.assign(new Error(code), { code })
    }
  }`

describe('the cache of compiled code', () => {
  test.concurrent('is written at the first start, whole, and read from then on', () =>
    inWorld(async world => {
      const { dist, start, cache } = installed(world)
      await start()
      expect(cachesIn(dist)).toEqual([expect.stringMatching(/^main\.cjs\..*\.cache$/)])
      const { ino } = statSync(cache())
      await start()
      expect(statSync(cache()).ino).toBe(ino)
    }))

  test.concurrent('is not used under NODE_DISABLE_COMPILE_CACHE', () =>
    inWorld(async world => {
      const { dist, start } = installed(world)
      await start({ NODE_DISABLE_COMPILE_CACHE: '1' })
      expect(cachesIn(dist)).toEqual([])
    }))

  // V8 does not check the code itself: it would crash.
  test.concurrent.each<[damage: string, change: (bytes: Buffer) => Buffer]>([
    ['one block of zeros', bytes => bytes.fill(0, 40_960, 45_056)],
    ['a flipped bit in many places', atEach(40, (bytes, at) => bytes.writeUInt8((bytes[at] ?? 0) ^ 4, at))],
    ['a byte more', bytes => Buffer.concat([bytes, Buffer.of(0)])],
    ['only its first half', bytes => bytes.subarray(0, bytes.length / 2)],
    ['only its first bytes', bytes => bytes.subarray(0, 3)],
    ['only zeros', bytes => bytes.fill(0)],
    ['four zeros', () => Buffer.alloc(4)],
    ['its parts in another order', bytes => Buffer.concat([bytes.subarray(9), bytes.subarray(0, 9)])],
    ['nothing', () => Buffer.alloc(0)],
  ])('is written again if it holds %s', (_damage, change) =>
    inWorld(async world => {
      const { dist, start, cache } = installed(world)
      await start()
      const whole = readFileSync(cache())
      writeFileSync(cache(), change(Buffer.from(whole)))
      await start()
      const { ino, size } = statSync(cache())
      expect(size).toBeGreaterThan(whole.length / 2)
      await start()
      // It is used: another run writes no other.
      expect(statSync(cache()).ino).toBe(ino)
      expect(cachesIn(dist)).toHaveLength(1)
    }),
  )

  test.concurrent('is written again if the source has changed, even to one of the same length', () =>
    inWorld(async world => {
      const { dist, start, cache } = installed(world)
      await start()
      const before = readFileSync(cache())
      const main = join(dist, 'main.cjs')
      writeFileSync(main, readFileSync(main, 'utf8').replaceAll('scope.userLocation', 'scope.userLocatiom'))
      expect(await start()).toContain('scope.userLocatiom')
      expect(readFileSync(cache())).not.toEqual(before)
    }))

  // As in the archives of Yarn's Plug'n'Play, on a full disk, and in other folders where little is possible.
  test.concurrent.each<[what: string, codes: Readonly<Record<string, string>>, left: number]>([
    ['written', { openSync: 'EROFS', unlinkSync: 'EROFS', rmSync: 'EROFS' }, 0],
    ['written whole', { writeFileSync: 'ENOSPC' }, 0],
    ['renamed', { renameSync: 'EPERM' }, 0],
    ['renamed or removed', { renameSync: 'EPERM', unlinkSync: 'EPERM', rmSync: 'EPERM' }, 1],
  ])('does not matter if it cannot be %s', (_what, codes, left) =>
    inWorld(async world => {
      const { dist, start } = installed(world)
      const preload = world.write('failing.cjs', failing(codes))
      await start({ NODE_OPTIONS: `--require ${preload}` })
      expect(cachesIn(dist)).toHaveLength(left)
    }),
  )

  test.concurrent('leaves the draft of another process alone', () =>
    inWorld(async world => {
      const { dist, start } = installed(world)
      // Every draft exists already, whatever its name.
      const preload = world.write(
        'existing.cjs',
        `const fs = require('node:fs'), { openSync } = fs
        fs.openSync = (path, flags, ...rest) => {
          if (flags === 'wx') fs.writeSync(openSync(path, 'w'), 'of another process')
          return openSync(path, flags, ...rest)
        }`,
      )
      await start({ NODE_OPTIONS: `--require ${preload}` })
      const [draft = ''] = cachesIn(dist)
      expect(readFileSync(join(dist, draft), 'utf8')).toBe('of another process')
    }))
})
