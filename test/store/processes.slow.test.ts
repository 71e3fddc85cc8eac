import { readdirSync, readFileSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { test as base, describe, expect } from 'vitest'
import { namelessLease } from '../../src/locks/liveness.ts'
import { confStore } from '../../src/store/conf-store.ts'
import { temporaryFolder } from '../support/temporary-home.ts'
import { here } from './running.ts'
import { storm } from './storm.ts'
import { writers } from './writers.ts'

const posix = process.platform !== 'win32'

/** A test with its own profile. */
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
    store: confStore({ directory, name: profile, host: here }),
  }
})

describe('many processes on one profile', { concurrent: true }, () => {
  const start = writers()

  // Not concurrent: these processes keep every core busy.
  test.sequential('keep every change: 8 processes of 50 changes', async ({
    place: { directory, appids },
  }) => {
    const all = Array.from({ length: 8 }, (_, index) => start('write', directory, `w${index}`, 50))
    const reports = (await Promise.all(all.map(writer => writer.end))).flat().sort()
    expect(reports).toHaveLength(400)
    expect(appids()).toEqual(reports)
    expect(readdirSync(directory)).toEqual(['default.json'])
  })

  test.runIf(posix)(
    'keep every change that they reported, while they are killed and stopped at random',
    async ({ place: { directory, store, appids, path } }) => {
      const { reports, slowest } = await storm(
        id => start('write', directory, id, 1_000_000),
        store,
        ({ kills, reads, reports }) => kills >= 20 && reads >= 200 && reports.length >= 60,
      )
      const saved = new Set(appids())
      expect(reports.filter(appid => !saved.has(appid))).toEqual([])
      // No process waited for the lease of a lock without an owner.
      expect(slowest).toBeLessThan(namelessLease)
      expect(statSync(path).mode & 0o777).toBe(0o600)
      // Within that lease, a claim file without an owner may belong to a process that is about to write it.
      const before = new Date(Date.now() - namelessLease - 1_000)
      for (const name of readdirSync(directory)) utimesSync(join(directory, name), before, before)
      await store.update(profile => ({ ...profile, last: true }))
      expect(readdirSync(directory)).toEqual(['default.json'])
    },
  )

  test.runIf(posix)(
    'wait for a stopped process, and lose neither its change nor their own',
    async ({ place }) => {
      const { directory, store, lock, appids } = place
      const holder = start('stop', directory, 'stopped')
      await holder.waitFor('locked')
      // The age of the lock does not matter, because its owner lives.
      const longAgo = new Date(Date.now() - 3_600_000)
      utimesSync(lock, longAgo, longAgo)
      const waiting = start('write', directory, 'waiting', 1)
      await sleep(1_000)
      expect(waiting.lines).toEqual([])
      expect(store.read().apps).toEqual({})
      holder.process.kill('SIGCONT')
      await Promise.all([holder.end, waiting.end])
      expect(appids()).toEqual(['stopped', 'waiting-0'])
    },
  )

  test.runIf(posix)('give up on a process that does not release the lock, and name it', async ({ place }) => {
    const { directory, appids } = place
    const holder = start('stop', directory, 'stopped')
    await holder.waitFor('locked')
    const beginning = performance.now()
    const waiting = start('write', directory, 'waiting', 1, { patience: 500 })
    expect(await waiting.end).toEqual([`ERR_PROFILE_LOCKED: process ${holder.process.pid}`])
    expect(performance.now() - beginning).toBeGreaterThan(500)
    holder.process.kill('SIGCONT')
    await holder.end
    expect(appids()).toEqual(['stopped'])
    expect(readdirSync(directory)).toEqual(['default.json'])
  })

  test('do not wait for a killed process', async ({ place: { directory, store, lock } }) => {
    const holder = start('hold', directory, 'killed', 60_000)
    await holder.waitFor('locked')
    holder.process.kill('SIGKILL')
    await holder.end
    expect(statSync(lock).isFile()).toBe(true)
    const beginning = performance.now()
    await store.update(profile => ({ ...profile, mine: true }))
    // They would wait ten seconds for a process that may live, and longer for one on another machine.
    expect(performance.now() - beginning).toBeLessThan(2_000)
    expect(store.read()).toEqual({ version: 1, apps: {}, mine: true })
    expect(readdirSync(directory)).toEqual(['default.json'])
  })
})
