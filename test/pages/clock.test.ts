import { expect, test } from 'vitest'
import { createClock, startOfTime } from '../../src/pages/clock.ts'

const limits = { horizon: 10_000, turns: 100 }

function clockOf() {
  const ends: string[] = []
  const clock = createClock(
    () => {},
    () => ends.push('exhausted'),
    { limits },
  )
  return { clock, ends, log: [] as string[] }
}

test('Time jumps to the next timer once nothing else can run, and stops at the horizon', async () => {
  const { clock, log } = clockOf()
  clock.setTimer(() => log.push(`second ${clock.now() - startOfTime}`), 9_000)
  clock.setTimer(() => log.push('too late'), 11_000)
  clock.setTimer(() => log.push(`first ${clock.now() - startOfTime}`), 500)
  clock.later(() => log.push('queued'))
  await clock.run()
  expect(log).toEqual(['queued', 'first 500', 'second 9000'])
  await clock.run()
  expect(log).toContain('too late')
})

test('A popup is answered when nothing else can run, but before time moves on', async () => {
  const { clock, log } = clockOf()
  clock.setTimer(() => log.push('timer'), 1)
  clock.whenIdle(() => log.push('answer'))
  clock.later(() => Promise.resolve().then(() => clock.later(() => log.push('code'))))
  await clock.run()
  expect(log).toEqual(['code', 'answer', 'timer'])
})

test('While a person reads a popup, code runs and time stands still', async () => {
  const { clock, log } = clockOf()
  const release = clock.hold()
  clock.setTimer(() => log.push('timer'), 1)
  const run = clock.run()
  clock.later(() => log.push('code'))
  await new Promise(resolve => setTimeout(resolve, 20))
  expect(log).toEqual(['code'])
  release()
  await run
  expect(log).toEqual(['code', 'timer'])
})

test('A program that always queues another turn is stopped at the limit, and that is said', async () => {
  const { clock, ends } = clockOf()
  const again = () => void clock.later(again)
  again()
  await clock.run()
  expect(ends).toEqual(['exhausted'])
})

test('A cleared timer does not run, and an interval runs until it is cleared', async () => {
  const { clock, log } = clockOf()
  clock.clearTimer(clock.setTimer(() => log.push('cleared'), 1))
  const id = clock.setTimer(
    () => {
      log.push('tick')
      if (log.length === 3) clock.clearTimer(id)
    },
    1000,
    true,
  )
  await clock.run()
  expect(log).toEqual(['tick', 'tick', 'tick'])
})

test('A loop that waits for the time to pass ends', () => {
  const { clock } = clockOf()
  const start = clock.now()
  while (clock.now() - start < 5) {
    // waits
  }
  expect(clock.now() - start).toBeGreaterThanOrEqual(5)
})

test('Timers run in the order in which they are due, and of two the older one first, however many there are', async () => {
  const { clock, log } = clockOf()
  for (let id = 0; id < 100_000; id += 1) clock.setTimer(() => log.push(`late ${id}`), 9_000)
  const cleared = clock.setTimer(() => log.push('cleared'), 1)
  clock.setTimer(() => log.push('third'), 20)
  clock.setTimer(() => log.push('first'), 10)
  clock.setTimer(() => log.push('second'), 10)
  clock.clearTimer(cleared)
  await clock.run()
  expect(log.slice(0, 5)).toEqual(['first', 'second', 'third', 'late 0', 'late 1'])
})
