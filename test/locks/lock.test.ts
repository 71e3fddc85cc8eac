import { spawnSync } from 'node:child_process'
import {
  existsSync,
  linkSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { type LockOptions, lockPath, namelessLease, takeLock } from '../../src/locks/lock.ts'
import type { Clock } from '../../src/locks/lock-files.ts'
import type { Owner } from '../../src/locks/lock-owner.ts'
import { ownerHere } from '../../src/locks/process-facts.ts'
import { here } from '../store/running.ts'
import { temporaryHome } from '../support/temporary-home.ts'

/** Time that passes only while somebody sleeps. */
function fakeClock(): Clock & { readonly slept: () => number } {
  let now = 0
  return {
    now: () => now,
    async sleep(ms) {
      now += ms
      await new Promise(resolve => setImmediate(resolve))
    },
    slept: () => now,
  }
}

const self: Owner = { ...ownerHere(here), nonce: 'selfselfself' }
const dead = (nonce = 'deaddeaddead'): Owner => ({ ...self, pid: deadPid, nonce })
const deadPid = spawnSync(process.execPath, ['-e', '0']).pid
const stranger: Owner = { ...self, machine: 'elsewhere id', nonce: 'strangerstranger' }

function place() {
  const directory = temporaryHome()
  const file = join(directory, 'default.json')
  const clock = fakeClock()
  const options: LockOptions = { machine: here, clock, random: Math.random }
  return { directory, file, lock: lockPath(file), clock, options, names: () => readdirSync(directory).sort() }
}

const noLinks = () => {
  throw Object.assign(new Error('EPERM: operation not permitted, link'), { code: 'EPERM', syscall: 'link' })
}
const ways: [string, Partial<LockOptions>][] = [
  ['with hard links', {}],
  ['without hard links', { link: noLinks }],
]

describe.each(ways)('a lock %s', (_how, way) => {
  test('is one file that names its owner, and is gone when released', async () => {
    const { file, lock, options, names } = place()
    const held = await takeLock(file, { ...options, ...way })
    expect(names()).toEqual(['default.json.lock'])
    expect(JSON.parse(readFileSync(lock, 'utf8'))).toEqual({ ...ownerHere(here), nonce: held.nonce })
    expect(held.isHeld()).toBe(true)
    held.release()
    expect(names()).toEqual([])
    expect(held.isHeld()).toBe(false)
  })

  test('is held by one at a time', async () => {
    const { file, options } = place()
    let inside = 0
    const visit = async () => {
      const held = await takeLock(file, { ...options, ...way })
      inside += 1
      await new Promise(resolve => setImmediate(resolve))
      expect(inside).toBe(1)
      inside -= 1
      held.release()
    }
    await Promise.all(Array.from({ length: 20 }, visit))
  })

  test('of a dead owner is taken at once', async () => {
    const { file, lock, options, clock, names } = place()
    writeFileSync(lock, JSON.stringify(dead()))
    const held = await takeLock(file, { ...options, ...way })
    expect(clock.slept()).toBe(0)
    expect(names()).toEqual(['default.json.lock'])
    expect(held.isHeld()).toBe(true)
  })

  test('of a dead owner is taken by one of many', async () => {
    const { file, lock, options } = place()
    writeFileSync(lock, JSON.stringify(dead()))
    let inside = 0
    const visit = async () => {
      const held = await takeLock(file, { ...options, ...way })
      inside += 1
      await new Promise(resolve => setImmediate(resolve))
      expect(inside).toBe(1)
      inside -= 1
      held.release()
    }
    await Promise.all(Array.from({ length: 20 }, visit))
  })

  test('is broken even if those who were breaking it died too', async () => {
    const { file, lock, options, clock, names } = place()
    writeFileSync(lock, JSON.stringify(dead('firstfirst')))
    writeFileSync(`${lock}.firstfirst.break`, JSON.stringify(dead('secondsecond')))
    writeFileSync(`${lock}.secondsecond.break`, JSON.stringify(dead('thirdthird')))
    const held = await takeLock(file, { ...options, ...way })
    expect(clock.slept()).toBeLessThan(100)
    held.release()
    expect(names()).toEqual([])
  })

  test('is not broken while somebody living is breaking it', async () => {
    const { file, lock, options } = place()
    writeFileSync(lock, JSON.stringify(dead()))
    writeFileSync(`${lock}.deaddeaddead.break`, JSON.stringify(self))
    await expect(takeLock(file, { ...options, ...way })).rejects.toThrow(/locked too long/)
    expect(JSON.parse(readFileSync(lock, 'utf8'))).toEqual(dead())
  })

  test('of a living holder ends in a fault that names it, and leaves no litter', async () => {
    const { file, lock, options, clock, names } = place()
    await takeLock(file, { ...options, ...way })
    await expect(takeLock(file, { ...options, ...way })).rejects.toMatchObject({
      code: 'ERR_PROFILE_LOCKED',
      facts: { path: file, holder: `process ${process.pid}`, lock },
    })
    expect(clock.slept()).toBeGreaterThan(9_900)
    expect(clock.slept()).toBeLessThan(11_000)
    expect(names()).toEqual(['default.json.lock'])
  })
})

describe('a lock', () => {
  const old = (path: string, ageMs: number) => {
    const at = new Date(Date.now() - ageMs)
    utimesSync(path, at, at)
  }

  test.each<[what: string, content: string, ageMs: number, taken: boolean]>([
    ['an owner that cannot be looked for, young', JSON.stringify(stranger), 15_000, false],
    ['an owner that cannot be looked for, after its lease', JSON.stringify(stranger), 31_000, true],
    ['a living owner, however old', JSON.stringify({ ...self, nonce: 'otherother' }), 3_600_000, false],
    ['no owner, old', '', 6_000, true],
    ['half an owner, old', '{"machine":', 6_000, true],
  ])('with %s', async (_what, content, ageMs, taken) => {
    const { file, lock, options, clock } = place()
    writeFileSync(lock, content)
    old(lock, ageMs)
    const result = await takeLock(file, options).then(
      () => true,
      error => error.code,
    )
    expect(result).toBe(taken || 'ERR_PROFILE_LOCKED')
    if (taken) expect(clock.slept()).toBeLessThan(100)
  })

  test.each([
    ['nothing in it', (path: string) => writeFileSync(path, '')],
    ['nothing behind it', (path: string) => symlinkSync('nowhere', path)],
  ])('with %s holds nobody for longer than five seconds', async (_what, put) => {
    const { file, lock } = place()
    put(lock)
    const at = Date.now() - namelessLease + 200
    lutimesSync(lock, new Date(at), new Date(at))
    await takeLock(file, { machine: here })
    const age = Date.now() - at
    expect(age).toBeGreaterThanOrEqual(namelessLease - 50)
    expect(age).toBeLessThan(namelessLease + 2_000)
  })

  test('that is a folder is not waited for for ever', async () => {
    const { file, lock, options, clock } = place()
    mkdirSync(lock)
    await expect(takeLock(file, options)).rejects.toMatchObject({ code: 'ERR_PROFILE_LOCKED' })
    expect(clock.slept()).toBeLessThan(11_000)
  })

  test('names the machine of an owner that cannot be looked for', async () => {
    const { file, lock, options } = place()
    writeFileSync(lock, JSON.stringify(stranger))
    await expect(takeLock(file, options)).rejects.toMatchObject({
      facts: { holder: `process ${process.pid} on elsewhere or in another container` },
    })
  })

  test('that changes hands is waited for anew', async () => {
    const { file, lock, options, clock } = place()
    const holders = Array.from({ length: 5 }, (_, index) => ({ ...self, nonce: `holder00${index}` }))
    const sleep = async (ms: number) => {
      await clock.sleep(10 * ms)
      const holder = holders[Math.floor(clock.now() / 8_000)]
      if (holder === undefined) return void (existsSync(lock) && writeFileSync(lock, JSON.stringify(dead())))
      writeFileSync(lock, JSON.stringify(holder))
    }
    writeFileSync(lock, JSON.stringify(holders[0]))
    await takeLock(file, { ...options, clock: { now: clock.now, sleep } })
    expect(clock.slept()).toBeGreaterThan(39_000)
  })

  test('that changes hands all the time is not waited for for ever', async () => {
    const { file, lock, options, clock } = place()
    let hands = 0
    const sleep = async (ms: number) => {
      await clock.sleep(50 * ms)
      hands += 1
      writeFileSync(lock, JSON.stringify({ ...self, nonce: `holder${100 + hands}` }))
    }
    writeFileSync(lock, JSON.stringify(self))
    const waited = takeLock(file, { ...options, clock: { now: clock.now, sleep } })
    await expect(waited).rejects.toMatchObject({ code: 'ERR_PROFILE_LOCKED' })
    expect(clock.slept()).toBeLessThan(65_000)
  })

  test('that somebody took while its dead owner was judged is not broken', async () => {
    const { file, lock, options } = place()
    writeFileSync(lock, JSON.stringify(dead()))
    const link = (from: string, to: string) => {
      if (to.endsWith('.break')) writeFileSync(lock, JSON.stringify({ ...self, nonce: 'quickerquicker' }))
      linkSync(from, to)
    }
    await expect(takeLock(file, { ...options, link })).rejects.toMatchObject({ code: 'ERR_PROFILE_LOCKED' })
    expect(JSON.parse(readFileSync(lock, 'utf8')).nonce).toBe('quickerquicker')
  })

  test('is as old as the end of the waiting for it, not as its beginning', async () => {
    const { file, lock, options } = place()
    writeFileSync(lock, JSON.stringify(self))
    const longAgo = new Date(0)
    let claims = 0
    const link = (from: string, to: string) => {
      claims += 1
      if (claims === 1) utimesSync(from, longAgo, longAgo)
      if (claims === 200) unlinkSync(lock)
      linkSync(from, to)
    }
    await takeLock(file, { ...options, link })
    expect(Date.now() - statSync(lock).mtimeMs).toBeLessThan(60_000)
  })

  test('that somebody else broke and took is not released', async () => {
    const { file, lock, options } = place()
    const held = await takeLock(file, options)
    writeFileSync(lock, JSON.stringify(stranger))
    expect(held.isHeld()).toBe(false)
    held.release()
    expect(JSON.parse(readFileSync(lock, 'utf8'))).toEqual(stranger)
  })

  test('is ours when a network drive made the link and said that it did not', async () => {
    const { file, lock, options } = place()
    const link = (from: string, to: string) => {
      writeFileSync(to, readFileSync(from), { flag: 'wx' })
      throw Object.assign(new Error('EEXIST'), { code: 'EEXIST', syscall: 'link' })
    }
    const held = await takeLock(file, { ...options, link })
    expect(held.isHeld()).toBe(true)
    expect(JSON.parse(readFileSync(lock, 'utf8')).nonce).toBe(held.nonce)
  })

  test('cannot be taken in a folder that is none', async () => {
    const { directory, options } = place()
    writeFileSync(join(directory, 'file'), '')
    await expect(takeLock(join(directory, 'file', 'default.json'), options)).rejects.toMatchObject({
      code: 'ENOTDIR',
    })
  })
})
