import { readdirSync, readFileSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { test as base, describe, expect } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { namelessLease } from '../../src/locks/liveness.ts'
import { confStore } from '../../src/store/conf-store.ts'
import { here } from '../support/here.ts'
import { temporaryFolder } from '../support/temporary-home.ts'
import { storm } from './storm.ts'
import { writers } from './writers.ts'

const posix = process.platform !== 'win32'

/** A test with a profile of its own. */
const test = base.extend('profile', 'default').extend('place', ({ profile }, { onCleanup }) => {
  const { path: directory, remove } = temporaryFolder()
  onCleanup(remove)
  const path = join(directory, `${profile}.json`)
  const appids = () => Object.keys(JSON.parse(readFileSync(path, 'utf8')).apps).sort()
  return {
    directory,
    path,
    lock: `${path}.lock`,
    appids,
    store: confStore({ directory, name: profile, catalogue: guideCatalogue, host: here }),
  }
})

describe('many processes on one profile', { concurrent: true, timeout: 60_000 }, () => {
  const start = writers()

  // Alone: these keep every core busy.
  test.sequential('keep every change: 8 processes of 50 changes', async ({
    place: { directory, appids },
  }) => {
    const all = Array.from({ length: 8 }, (_, index) => start('write', directory, `w${index}`, 50))
    const lines = (await Promise.all(all.map(writer => writer.ended))).flat().sort()
    expect(lines).toHaveLength(400)
    expect(appids()).toEqual(lines)
    expect(readdirSync(directory)).toEqual(['default.json'])
  })

  test.runIf(posix)(
    'keep every change that was reported, while they are killed and stopped at random',
    async ({ place: { directory, store, appids, path } }) => {
      const { appids: reported, slowest } = await storm(
        id => start('write', directory, id, 1_000_000),
        store,
        ({ kills, reads, appids }) => kills >= 20 && reads >= 200 && appids.length >= 60,
      )
      const kept = new Set(appids())
      expect(reported.filter(appid => !kept.has(appid))).toEqual([])
      // Nobody waited until a lock that names no owner runs out.
      expect(slowest).toBeLessThan(namelessLease)
      expect(statSync(path).mode & 0o777).toBe(0o600)
      // A claim that names nobody may be that of a process about to write it, for as long.
      const before = new Date(Date.now() - namelessLease - 1_000)
      for (const name of readdirSync(directory)) utimesSync(join(directory, name), before, before)
      await store.update(profile => ({ ...profile, last: true }))
      expect(readdirSync(directory)).toEqual(['default.json'])
    },
  )

  test.runIf(posix)(
    'wait for one that is stopped, and lose neither its change nor theirs',
    async ({ place }) => {
      const { directory, store, lock, appids } = place
      const holder = start('stop', directory, 'stopped')
      await holder.hasWritten('held')
      // However long it has been: it lives.
      const longAgo = new Date(Date.now() - 3_600_000)
      utimesSync(lock, longAgo, longAgo)
      const waiting = start('write', directory, 'waiting', 1)
      await sleep(1_000)
      expect(waiting.lines).toEqual([])
      expect(store.read().apps).toEqual({})
      holder.process.kill('SIGCONT')
      await Promise.all([holder.ended, waiting.ended])
      expect(appids()).toEqual(['stopped', 'waiting-0'])
    },
  )

  test.runIf(posix)('give up on one that does not let go, and say who it is', async ({ place }) => {
    const { directory, appids } = place
    const holder = start('stop', directory, 'stopped')
    await holder.hasWritten('held')
    const began = performance.now()
    const waiting = start('write', directory, 'waiting', 1, { patience: 500 })
    expect(await waiting.ended).toEqual([`ERR_PROFILE_LOCKED: process ${holder.process.pid}`])
    expect(performance.now() - began).toBeGreaterThan(500)
    holder.process.kill('SIGCONT')
    await holder.ended
    expect(appids()).toEqual(['stopped'])
    expect(readdirSync(directory)).toEqual(['default.json'])
  })

  test('do not wait for one that was killed', async ({ place: { directory, store, lock } }) => {
    const holder = start('hold', directory, 'killed', 60_000)
    await holder.hasWritten('held')
    holder.process.kill('SIGKILL')
    await holder.ended
    expect(statSync(lock).isFile()).toBe(true)
    const began = performance.now()
    await store.update(profile => ({ ...profile, mine: true }))
    // A holder that might live is waited for for ten seconds, one that cannot be looked for longer.
    expect(performance.now() - began).toBeLessThan(2_000)
    expect(store.read()).toEqual({ version: 1, apps: {}, mine: true })
    expect(readdirSync(directory)).toEqual(['default.json'])
  })
})
