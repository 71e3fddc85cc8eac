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
import { lease, namelessLease } from '../../src/locks/liveness.ts'
import { type Lock, type LockOptions, type NamedHolder, takeLock } from '../../src/locks/lock.ts'
import { type Owner, ownerHere } from '../../src/locks/owner.ts'
import { here } from '../support/here.ts'
import { temporaryHome } from '../support/temporary-home.ts'
import { fakeClock } from './fake-clock.ts'

const nonceOf = (word: string) => word.padEnd(20, '0')

const self: Owner = { ...ownerHere(here), nonce: nonceOf('self') }
const dead = (nonce = 'deaddeaddeaddeaddead'): Owner => ({ ...self, pid: deadPid, nonce })
const deadPid = spawnSync(process.execPath, ['-e', '0']).pid
const stranger: Owner = { ...self, machine: 'elsewhere id', nonce: nonceOf('stranger') }

const patience = 2_000

/** A directory with room for a lock, and a clock on which waiting takes no time. */
function place() {
  const directory = temporaryHome()
  const path = join(directory, 'lock')
  const clock = fakeClock()
  const options: LockOptions = { host: here, patience, clock }
  return {
    path,
    clock,
    options,
    names: () => readdirSync(directory).sort(),
    hold: (owner: Owner) => writeFileSync(path, JSON.stringify(owner)),
    owner: (): unknown => JSON.parse(readFileSync(path, 'utf8')),
  }
}

async function taken(lock: ReturnType<typeof takeLock>): Promise<Lock> {
  const result = await lock
  if ('holder' in result) throw new Error(`Busy: ${JSON.stringify(result.holder)}`)
  return result
}

/** Takes a lock in twenty places at once, and expects that nobody else has it meanwhile. */
async function crowd(path: string, options: LockOptions): Promise<void> {
  let inside = 0
  const visit = async () => {
    // Each of them moves the clock on for all.
    const lock = await taken(takeLock(path, { ...options, totalPatience: 100 * patience }))
    inside += 1
    await new Promise(resolve => setImmediate(resolve))
    expect(inside).toBe(1)
    inside -= 1
    lock.release()
  }
  await Promise.all(Array.from({ length: 20 }, visit))
}

const noLinks = () => {
  throw Object.assign(new Error('EPERM: operation not permitted, link'), { code: 'EPERM', syscall: 'link' })
}
const ways: [string, Pick<LockOptions, 'link'>][] = [
  ['with hard links', {}],
  ['without hard links', { link: noLinks }],
]

describe.each(ways)('A lock %s', (_how, way) => {
  test('is one file that names its owner, and is gone when it is released', async () => {
    const { path, options, names, owner } = place()
    const lock = await taken(takeLock(path, { ...options, ...way }))
    expect(names()).toEqual(['lock'])
    expect(owner()).toEqual({ ...ownerHere(here), nonce: lock.nonce })
    expect(lock.isHeld()).toBe(true)
    lock.release()
    expect(names()).toEqual([])
    expect(lock.isHeld()).toBe(false)
  })

  test('is held by one at a time', async () => {
    const { path, options, names } = place()
    await crowd(path, { ...options, ...way })
    expect(names()).toEqual([])
  })

  test('of a dead owner is taken at once', async () => {
    const { path, options, clock, names, hold } = place()
    hold(dead())
    const lock = await taken(takeLock(path, { ...options, ...way }))
    expect(clock.slept()).toBe(0)
    expect(names()).toEqual(['lock'])
    expect(lock.isHeld()).toBe(true)
  })

  test('of a dead owner is taken by one of many', async () => {
    const { path, options, names, hold } = place()
    hold(dead())
    await crowd(path, { ...options, ...way })
    expect(names()).toEqual([])
  })

  test('is broken even if those who were breaking it died too', async () => {
    const { path, options, clock, names, hold } = place()
    const [first, second, third] = [nonceOf('first'), nonceOf('second'), nonceOf('third')]
    hold(dead(first))
    writeFileSync(`${path}.${first}.break`, JSON.stringify(dead(second)))
    writeFileSync(`${path}.${second}.break`, JSON.stringify(dead(third)))
    const lock = await taken(takeLock(path, { ...options, ...way }))
    expect(clock.slept()).toBeLessThan(100)
    lock.release()
    expect(names()).toEqual([])
  })

  test('is not broken while a living process is breaking it', async () => {
    const { path, options, hold, owner } = place()
    hold(dead())
    writeFileSync(`${path}.deaddeaddeaddeaddead.break`, JSON.stringify(self))
    expect(await takeLock(path, { ...options, ...way })).toHaveProperty('holder')
    expect(owner()).toEqual(dead())
  })

  test('that its living holder does not release is busy, and leaves no litter', async () => {
    const { path, options, clock, names } = place()
    await takeLock(path, { ...options, ...way })
    const busy = { holder: { kind: 'process', pid: process.pid } }
    expect(await takeLock(path, { ...options, ...way })).toEqual(busy)
    expect(clock.slept()).toBeGreaterThan(patience * 0.99)
    expect(clock.slept()).toBeLessThan(patience * 1.1)
    expect(names()).toEqual(['lock'])
  })
})

describe('A lock file', () => {
  const makeOlder = (path: string, ms: number) => {
    const at = new Date(Date.now() - ms)
    lutimesSync(path, at, at)
  }

  test.each<[what: string, content: string, age: number, result: 'taken' | 'busy']>([
    ['an owner of unknown liveness, young', JSON.stringify(stranger), lease / 2, 'busy'],
    ['an owner of unknown liveness, after its lease', JSON.stringify(stranger), lease + 1_000, 'taken'],
    ['a living owner, however old', JSON.stringify({ ...self, nonce: nonceOf('other') }), 3_600_000, 'busy'],
    ['nothing in it, old', '', namelessLease + 1_000, 'taken'],
    ['half an owner, old', '{"machine":', namelessLease + 1_000, 'taken'],
  ])('with %s', async (_what, content, age, result) => {
    const { path, options, clock } = place()
    writeFileSync(path, content)
    makeOlder(path, age)
    const lock = await takeLock(path, options)
    expect('holder' in lock ? 'busy' : 'taken').toBe(result)
    if (result === 'taken') expect(clock.slept()).toBe(0)
  })

  test.each([
    ['nothing in it', (path: string) => writeFileSync(path, '')],
    ['nothing behind it', (path: string) => symlinkSync('nowhere', path)],
  ])('with %s holds nobody up for longer than the lease of the nameless', async (_what, put) => {
    const { path, options, clock } = place()
    put(path)
    makeOlder(path, namelessLease - 500)
    await taken(takeLock(path, options))
    expect(clock.slept()).toBeGreaterThan(300)
    expect(clock.slept()).toBeLessThan(1_000)
  })

  test('that is a directory is not waited for forever', async () => {
    const { path, options, clock } = place()
    mkdirSync(path)
    expect(await takeLock(path, options)).toEqual({ holder: { kind: 'unknown' } })
    expect(clock.slept()).toBeLessThan(patience * 1.1)
  })

  test('names the machine of an owner of unknown liveness', async () => {
    const { path, options, hold } = place()
    hold(stranger)
    expect(await takeLock(path, options)).toMatchObject({
      holder: { kind: 'elsewhere', pid: process.pid, machine: 'elsewhere' },
    })
  })

  test.each([0, 12_000])(
    'of an owner of unknown liveness says when it can be broken: after %i ms',
    async age => {
      const { path, options, hold } = place()
      hold(stranger)
      makeOlder(path, age)
      const busy = await takeLock(path, options)
      const { freeIn } =
        'holder' in busy && busy.holder.kind === 'elsewhere' ? busy.holder : { freeIn: Number.NaN }
      // The clock of this test is not that of the disk: they differ by the second in which the claim file stays as it is.
      expect(freeIn + age).toBeGreaterThan(lease - 1_500)
      expect(freeIn + age).toBeLessThanOrEqual(lease)
      makeOlder(path, age + freeIn + 1_500)
      await taken(takeLock(path, options))
    },
  )

  test('is as old as the end of the waiting for the lock, not as its beginning', async () => {
    const { path, options, clock, hold } = place()
    hold(self)
    let isFirst = true
    const link = (from: string, to: string) => {
      if (isFirst) utimesSync(from, new Date(0), new Date(0))
      isFirst = false
      if (clock.slept() > 1_500) unlinkSync(path)
      linkSync(from, to)
    }
    await taken(takeLock(path, { ...options, link }))
    expect(Date.now() - statSync(path).mtimeMs).toBeLessThan(60_000)
  })
})

describe('Waiting', () => {
  test.each([
    ['each holder gets the whole patience, as long as the total is not over', 6, 'taken'],
    ['all holders share the patience if no total is given', undefined, 'busy'],
  ])('%s', async (_what, factor, result) => {
    const { path, options, clock, hold } = place()
    const holders = Array.from({ length: 5 }, (_, index) => ({ ...self, nonce: nonceOf(`holder${index}`) }))
    const sleep = async (ms: number) => {
      await clock.sleep(ms)
      const holder = holders[Math.floor(clock.now() / (patience * 0.8))]
      if (holder !== undefined) hold(holder)
      else if (existsSync(path)) hold(dead())
    }
    hold(self)
    const total = factor === undefined ? {} : { totalPatience: factor * patience }
    const lock = await takeLock(path, { ...options, ...total, clock: { now: clock.now, sleep } })
    expect('holder' in lock ? 'busy' : 'taken').toBe(result)
    expect(clock.slept() / patience).toBeCloseTo(result === 'taken' ? 4 : 1, 0)
  })

  test('ends with the total, however often the lock changes hands', async () => {
    const { path, options, clock, hold } = place()
    let hands = 0
    let longest = 0
    const sleep = async (ms: number) => {
      longest = Math.max(longest, 50 * ms)
      await clock.sleep(50 * ms)
      hands += 1
      hold({ ...self, nonce: nonceOf(`holder${hands}`) })
    }
    hold(self)
    const waiting = { ...options, totalPatience: 6 * patience, clock: { now: clock.now, sleep } }
    expect(await takeLock(path, waiting)).toHaveProperty('holder')
    expect(clock.slept()).toBeGreaterThanOrEqual(6 * patience)
    expect(clock.slept()).toBeLessThan(6 * patience + longest)
  })

  /** @returns the holders that were announced */
  async function announced(owner: Owner | undefined, more: Partial<LockOptions> = {}) {
    const { path, options, clock, hold } = place()
    if (owner !== undefined) hold(owner)
    const holders: (NamedHolder & { readonly after: number })[] = []
    await takeLock(path, {
      ...options,
      onWait: holder => holders.push({ ...holder, after: clock.slept() }),
      ...more,
    })
    return holders
  }

  test('is announced once, and at once', async () => {
    expect(await announced(self)).toEqual([{ kind: 'process', pid: process.pid, after: 0 }])
  })

  test('for an owner of unknown liveness is announced too', async () => {
    expect(await announced(stranger)).toEqual([
      { kind: 'elsewhere', pid: process.pid, machine: 'elsewhere', freeIn: expect.any(Number), after: 0 },
    ])
  })

  test.each<[what: string, owner: Owner | undefined]>([
    ['nobody', undefined],
    ['the dead', dead()],
  ])('for %s is not announced, because it does not happen', async (_what, owner) => {
    expect(await announced(owner)).toEqual([])
  })

  test('is announced when the owner is known, not while the lock file is still empty', async () => {
    const { path, options, clock, hold } = place()
    const holders: NamedHolder[] = []
    writeFileSync(path, '')
    const sleep = async (ms: number) => {
      expect(holders).toHaveLength(clock.now() < 50 ? 0 : 1)
      await clock.sleep(ms)
      if (clock.now() >= 50) hold(self)
    }
    await takeLock(path, {
      ...options,
      clock: { now: clock.now, sleep },
      onWait: holder => holders.push(holder),
    })
    expect(holders).toEqual([{ kind: 'process', pid: process.pid }])
  })
})

describe('A lock', () => {
  test('that somebody took while its dead owner was judged is not broken', async () => {
    const { path, options, hold, owner } = place()
    hold(dead())
    const link = (from: string, to: string) => {
      if (to.endsWith('.break')) hold({ ...self, nonce: nonceOf('quicker') })
      linkSync(from, to)
    }
    expect(await takeLock(path, { ...options, link })).toHaveProperty('holder')
    expect(owner()).toMatchObject({ nonce: nonceOf('quicker') })
  })

  test('that somebody else broke and took is not released', async () => {
    const { path, options, hold, owner } = place()
    const lock = await taken(takeLock(path, options))
    hold(stranger)
    expect(lock.isHeld()).toBe(false)
    lock.release()
    expect(owner()).toEqual(stranger)
  })

  test('is ours if a network drive made the link and answered that it did not', async () => {
    const { path, options, owner } = place()
    const link = (from: string, to: string) => {
      writeFileSync(to, readFileSync(from), { flag: 'wx' })
      throw Object.assign(new Error('EEXIST'), { code: 'EEXIST', syscall: 'link' })
    }
    const lock = await taken(takeLock(path, { ...options, link }))
    expect(lock.isHeld()).toBe(true)
    expect(owner()).toMatchObject({ nonce: lock.nonce })
  })

  test('cannot be taken below a file', async () => {
    const { path, options } = place()
    writeFileSync(path, '')
    await expect(takeLock(join(path, 'lock'), options)).rejects.toMatchObject({ code: 'ENOTDIR' })
  })
})
