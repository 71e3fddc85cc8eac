import { readdirSync, readFileSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { confStore } from '../../src/store/conf-store.ts'
import { temporaryHome } from '../support/temporary-home.ts'
import { here } from './running.ts'
import { type Writer, writers } from './writers.ts'

const posix = process.platform !== 'win32'

function place() {
  const directory = temporaryHome()
  const path = join(directory, 'default.json')
  const lock = `${path}.lock`
  const appids = () => Object.keys(JSON.parse(readFileSync(path, 'utf8')).apps).sort()
  return { directory, path, lock, appids, store: confStore({ directory, name: 'default', machine: here }) }
}

describe('many processes on one profile', () => {
  const start = writers()

  it('keep every change: 8 processes of 50 changes', async () => {
    const { directory, appids } = place()
    const all = Array.from({ length: 8 }, (_, index) => start('write', directory, `w${index}`, 50))
    const said = (await Promise.all(all.map(writer => writer.ended))).flat().sort()
    expect(said).toHaveLength(400)
    expect(appids()).toEqual(said)
    expect(readdirSync(directory)).toEqual(['default.json'])
  })

  it.runIf(posix)(
    'keep every change that was made known, while they are killed and stopped at random',
    async () => {
      const { directory, store, appids, path } = place()
      const known: string[] = []
      const writing = new Set<Writer>()
      let started = 0
      const enlist = () => {
        started += 1
        const writer = start('write', directory, `w${started}`, 1_000_000)
        writing.add(writer)
        void writer.ended.then(said => {
          known.push(...said)
          writing.delete(writer)
        })
      }
      const anyone = () =>
        [...writing].filter(({ said }) => said.length > 0)[Math.floor(Math.random() * writing.size)]

      let [kills, reads, slowest] = [0, 0, 0]
      const until = performance.now() + 6_000
      while (performance.now() < until) {
        while (writing.size < 5) enlist()
        const victim = anyone()
        const kill = Math.random() < 0.7
        victim?.process.kill(kill ? 'SIGKILL' : 'SIGSTOP')
        if (victim !== undefined && kill) kills += 1
        if (victim !== undefined && !kill)
          void sleep(Math.random() * 200).then(() => victim.process.kill('SIGCONT'))
        for (let count = 0; count < 5; count += 1) {
          store.read()
          reads += 1
          await sleep(Math.random() * 6)
        }
        const others = known.length + [...writing].reduce((sum, { said }) => sum + said.length, 0)
        if (others > 0 && victim !== undefined && kill && kills % 10 === 0) {
          const began = performance.now()
          await store.update(profile => ({
            ...profile,
            apps: { ...profile.apps, [`t${kills}`]: { name: '', scopes: {} } },
          }))
          slowest = Math.max(slowest, performance.now() - began)
          known.push(`t${kills}`)
        }
      }
      const last = [...writing]
      for (const { process } of last) process.kill('SIGKILL')
      await Promise.all(last.map(({ ended }) => ended))

      const kept = new Set(appids())
      expect(known.filter(appid => !kept.has(appid))).toEqual([])
      expect(kills).toBeGreaterThan(5)
      expect(reads).toBeGreaterThan(50)
      expect(known.length).toBeGreaterThan(20)
      expect(slowest).toBeLessThan(3_000)
      expect(statSync(path).mode & 0o777).toBe(0o600)
      // A claim that names nobody may be that of a process about to write it, for five seconds.
      const before = new Date(Date.now() - 6_000)
      for (const name of readdirSync(directory)) utimesSync(join(directory, name), before, before)
      await store.update(profile => ({ ...profile, last: true }))
      expect(readdirSync(directory)).toEqual(['default.json'])
    },
  )

  it.runIf(posix)('wait for one that is stopped, and lose neither its change nor theirs', async () => {
    const { directory, store, lock, appids } = place()
    const holder = start('hold', directory, 'stopped', 100)
    await holder.heard('held')
    holder.process.kill('SIGSTOP')
    // However long it has been: it lives.
    const longAgo = new Date(Date.now() - 3_600_000)
    utimesSync(lock, longAgo, longAgo)
    const waiting = start('write', directory, 'waiting', 1)
    await sleep(1_000)
    expect(waiting.said).toEqual([])
    expect(store.read().apps).toEqual({})
    holder.process.kill('SIGCONT')
    await Promise.all([holder.ended, waiting.ended])
    expect(appids()).toEqual(['stopped', 'waiting-0'])
  })

  it.runIf(posix)('give up on one that does not let go, and say who it is', async () => {
    const { directory, appids } = place()
    const holder = start('hold', directory, 'stopped', 100)
    await holder.heard('held')
    holder.process.kill('SIGSTOP')
    const began = performance.now()
    const waiting = start('write', directory, 'waiting', 1)
    expect(await waiting.ended).toEqual([`ERR_PROFILE_LOCKED: process ${holder.process.pid}`])
    expect(performance.now() - began).toBeGreaterThan(4_900)
    holder.process.kill('SIGCONT')
    await holder.ended
    expect(appids()).toEqual(['stopped'])
    expect(readdirSync(directory)).toEqual(['default.json'])
  })

  it('do not wait for one that was killed', async () => {
    const { directory, store, lock } = place()
    const holder = start('hold', directory, 'killed', 60_000)
    await holder.heard('held')
    holder.process.kill('SIGKILL')
    await holder.ended
    expect(statSync(lock).isFile()).toBe(true)
    const began = performance.now()
    await store.update(profile => ({ ...profile, mine: true }))
    expect(performance.now() - began).toBeLessThan(500)
    expect(store.read()).toEqual({ version: 1, apps: {}, mine: true })
    expect(readdirSync(directory)).toEqual(['default.json'])
  })
})
