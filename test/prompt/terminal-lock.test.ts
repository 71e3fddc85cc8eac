import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeLock } from '../../src/prompt/terminal/terminal-lock.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wxauth-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Processes by pid; waiting takes no time. */
function world(...alive: readonly number[]) {
  const waits: number[] = []
  const living = new Set(alive)
  const take = (pid: number, patience = 1000, onPoll = () => {}) =>
    takeLock(join(folder, 'lock'), {
      patience,
      signals: {
        pid,
        on() {},
        off() {},
        kill(whom) {
          if (!living.has(whom)) throw Object.assign(new Error('no such process'), { code: 'ESRCH' })
        },
      },
      onWait: owner => waits.push(owner),
      after(_milliseconds, run) {
        onPoll()
        setImmediate(run)
        return () => {}
      },
    })
  return { take, waits, living }
}
const released = async (lock: ReturnType<ReturnType<typeof world>['take']>) => {
  const release = await lock
  if (release === 'busy') throw new Error('busy')
  release()
}

test('the second waits for the first, and says so once', async () => {
  const { take, waits } = world(900_001, 900_002)
  const first = await take(900_001)
  let polls = 0
  const second = take(900_002, 1000, () => {
    polls += 1
    if (polls === 3 && first !== 'busy') first()
  })
  await released(second)
  expect(waits).toEqual([900_001])
  expect(readdirSync(folder)).toEqual([])
})
test('it does not wait for ever', async () => {
  const { take } = world(900_001, 900_002)
  await take(900_001)
  expect(await take(900_002)).toBe('busy')
  expect(readFileSync(join(folder, 'lock'), 'utf8')).toContain('900001')
})
test('nobody waits for the dead', async () => {
  const { take, waits, living } = world(900_001, 900_002)
  await take(900_001)
  living.delete(900_001)
  await released(take(900_002))
  expect(waits).toEqual([])
  expect(readdirSync(folder)).toEqual([])
})
test('a pid that passed on to another process is dead', async () => {
  const { take } = world(process.pid, 900_002)
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: process.pid, start: '1' }))
  await released(take(900_002))
})
test('a lock that was never written to the end is waited for briefly, then broken', async () => {
  const { take } = world(900_001)
  const path = join(folder, 'lock')
  writeFileSync(path, '')
  const lock = take(900_001, 100_000, () => utimesSync(path, new Date(0), new Date(0)))
  await released(lock)
})
test('only its owner gives it back', async () => {
  const { take } = world(900_001, 900_002)
  const first = await take(900_001)
  rmSync(join(folder, 'lock'))
  await take(900_002)
  if (first !== 'busy') first()
  expect(readFileSync(join(folder, 'lock'), 'utf8')).toContain('900002')
})
test('where no file can be made there is no lock, and no error', async () => {
  const { take } = world(900_001)
  rmSync(folder, { recursive: true })
  await released(take(900_001))
})
