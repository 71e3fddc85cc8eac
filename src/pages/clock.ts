import { hostRealm } from '../session/host-realm.ts'
import type { Clock } from './ports.ts'

/** 1 January 2025, 10:00 in Shanghai: each run begins then. */
export const startOfTime = Date.UTC(2025, 0, 1, 2)

interface Timer {
  readonly id: number
  readonly work: () => void
  readonly every: number | undefined
  readonly due: number
}

export interface ClockLimits {
  /** How far time jumps while a run waits for the program, in milliseconds. */
  readonly horizon: number
  /** How many turns a run may take: a program that always queues another one would never end. */
  readonly turns: number
}

const clockLimits: ClockLimits = { horizon: 60_000, turns: 5_000 }

/** Programs that wait in a loop until the time has passed would wait forever if it stood still. */
const readingsPerMillisecond = 200

/** Ties work to what is known when it is queued. */
export type Bind = (work: () => void) => () => void

interface ClockParts {
  readonly limits?: ClockLimits | undefined
  readonly bind?: Bind | undefined
}

/** @param after runs after each turn; @param exhausted runs when a run stops at its limit of turns */
export function createClock(
  after: () => void,
  exhausted: () => void,
  { limits = clockLimits, bind = work => work }: ClockParts = {},
): Clock {
  const queue: (() => void)[] = []
  const idle: (() => void)[] = []
  const timers = new Map<number, Timer>()
  /** In the order in which they are due, those that were cleared among them. */
  const due: Timer[] = []
  let now = startOfTime
  let readings = 0
  let turn = 0
  let ids = 0
  let holds = 0
  let wake: (() => void) | undefined
  let running: Promise<void> | undefined
  let isStopped = false

  const pass = () => new Promise<void>(resolve => hostRealm.later(resolve))

  function next(until: number): (() => void) | undefined {
    const queued = queue.shift()
    if (queued !== undefined) return queued
    if (holds > 0) return undefined
    return idle.shift() ?? nextTimer(until)
  }

  function nextTimer(until: number): (() => void) | undefined {
    while (due[0] !== undefined && !timers.has(due[0].id)) due.shift()
    const [first] = due
    if (first === undefined || first.due > until) return undefined
    due.shift()
    timers.delete(first.id)
    now = Math.max(now, first.due)
    if (first.every !== undefined) start({ ...first, due: now + first.every })
    return first.work
  }

  /** Of two that are due at once, the older one is the first. */
  function start(timer: Timer): void {
    const isAfter = (other: Timer | undefined) =>
      other !== undefined && (other.due < timer.due || (other.due === timer.due && other.id < timer.id))
    let [low, high] = [0, due.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (isAfter(due[middle])) low = middle + 1
      else high = middle
    }
    due.splice(low, 0, timer)
    timers.set(timer.id, timer)
  }

  async function run(): Promise<void> {
    const until = now + limits.horizon
    for (let turns = 0; ; turns += 1) {
      // Promises settle between turns.
      await pass()
      if (isStopped) return
      if (turns === limits.turns) return exhausted()
      const work = next(until)
      if (work !== undefined) {
        turn += 1
        work()
        after()
      } else if (holds > 0) {
        await new Promise<void>(resolve => {
          wake = resolve
        })
      } else return
    }
  }

  return {
    now() {
      readings += 1
      if (readings % readingsPerMillisecond === 0) now += 1
      return now
    },
    turn: () => turn,
    later(work) {
      queue.push(bind(work))
      wake?.()
    },
    setTimer(work, milliseconds, repeats = false) {
      ids += 1
      const wait = Math.max(Math.floor(milliseconds), repeats ? 4 : 1)
      start({ id: ids, work: bind(work), every: repeats ? wait : undefined, due: now + wait })
      return ids
    },
    clearTimer: id => void timers.delete(id),
    whenIdle(work) {
      idle.push(bind(work))
      wake?.()
    },
    waits: () => [...timers.values()].map(({ due, every }) => every ?? due - now),
    hold() {
      holds += 1
      let isHeld = true
      return () => {
        if (isHeld) holds -= 1
        isHeld = false
        wake?.()
      }
    },
    stop() {
      isStopped = true
      wake?.()
    },
    run() {
      running ??= run().finally(() => {
        running = undefined
      })
      return running
    },
  }
}
