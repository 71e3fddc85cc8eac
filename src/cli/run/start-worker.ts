import { existsSync } from 'node:fs'
import hostProcess from 'node:process'
import { type ResourceLimits, SHARE_ENV, Worker } from 'node:worker_threads'
import { templateCompiler } from '../../pages/context/assets.ts'
import type { Place } from '../../pages/ports.ts'
import type { FromWorker, Order, ToWorker } from './conversation.ts'
import { placeOfLoop } from './loop-place.ts'

interface ThreadEvents<From, Loops> {
  readonly hear: (message: From) => void
  /** The program let nothing else run for too long. */
  readonly loops: Loops
  /** The thread itself failed: it ran out of memory, say. */
  readonly broke: (error: unknown) => void
}

/** A thread in which a program runs, as the main thread sees it. */
export interface RunningThread<Order, From, To, Loops = () => void> {
  /** It does nothing before. */
  readonly give: (order: Order, events: ThreadEvents<From, Loops>) => void
  readonly tell: (message: To) => void
  /** Ends it, whatever it is doing. */
  readonly terminate: () => Promise<void>
}

/** A thread of `wxauth run`; it says where it loops. */
export type RunningWorker = RunningThread<Order, FromWorker, ToWorker, (place: Place | undefined) => void>

const lookEvery = 250

/** It loads the built code, also for the source, which Node cannot run in a thread. */
function workerFile(): URL {
  const [built, fromSource] = ['../bin/worker.cjs', '../../../bin/worker.cjs'].map(
    path => new URL(path, import.meta.url),
  ) as [URL, URL]
  return existsSync(built) ? built : fromSource
}

/**
 * It starts before its order is known, because starting takes as long as all that is to be read before: a run takes a
 * fifth less.
 */
export function startWorker(): RunningWorker {
  const thread = startThread<Order, FromWorker, ToWorker>('run-worker.cjs', 5000)
  return {
    ...thread,
    give(order, { hear, loops, broke }) {
      thread.give(order, {
        hear,
        loops: () => void placeOfLoop(order.directory).then(loops, broke),
        broke,
      })
    },
  }
}

/**
 * Starts a thread whose beats are watched once it has its order: they stop while the program lets nothing else run.
 * @param file the code of the thread, by its name in the built package
 * @param longestTurn code that lets nothing else run for so long is an endless loop: milliseconds
 */
export function startThread<Order, From, To>(
  file: string,
  longestTurn: number,
  resourceLimits: ResourceLimits = {},
): RunningThread<Order, From, To> {
  const beats = new SharedArrayBuffer(4)
  const worker = new Worker(workerFile(), {
    workerData: { file, beats },
    // The time zone belongs to the whole process: only so can the worker choose it.
    env: SHARE_ENV,
    resourceLimits: { maxOldGenerationSizeMb: 512, ...resourceLimits },
  })
  // WebAssembly, of which V8 keeps one copy for all threads: this one loads it while the other starts.
  setImmediate(templateCompiler)
  let isOver = false
  let unwatch = () => {}
  const broken = new Promise<never>((_, reject) => {
    worker.on('error', error => {
      if (!isOver) reject(error)
    })
  })
  // Before there is an order, nobody waits for it.
  broken.catch(() => undefined)
  return {
    give(order, { hear, loops, broke }) {
      broken.catch(broke)
      worker.on('message', message => {
        if (!isOver) hear(message)
      })
      unwatch = watchBeats(new Int32Array(beats), longestTurn, loops)
      worker.postMessage(order)
    },
    tell: message => worker.postMessage(message),
    async terminate() {
      isOver = true
      unwatch()
      await worker.terminate()
    },
  }
}

/** On a machine that gives this process little time, a turn takes longer, but not for ever. */
const slowest = 1 / 2
/** More than any thread may have on its heap: buffers are not there. */
const mostGrowth = 1.5 * 2 ** 30

/** @returns ends the watch */
function watchBeats(beats: Int32Array, longestTurn: number, stopped: () => void): () => void {
  let last = -1
  let turn = 0
  let used = cpuOfAll()
  let memory = 0
  // Looks are counted, not time: while this process is stopped, time goes on and no thread runs.
  const watch = setInterval(() => {
    const beat = Atomics.load(beats, 0)
    const before = used
    used = cpuOfAll()
    if (beat !== last) {
      last = beat
      turn = 0
      memory = hostProcess.memoryUsage.rss()
      return
    }
    turn += lookEvery * Math.min(Math.max((used - before) / lookEvery, slowest), 1)
    // Nothing of the program runs before the first beat.
    if (beat === 0) return
    if (turn < longestTurn && hostProcess.memoryUsage.rss() - memory < mostGrowth) return
    clearInterval(watch)
    stopped()
  }, lookEvery)
  return () => clearInterval(watch)
}

/** The time that processors spent on this process, in milliseconds. */
function cpuOfAll(): number {
  const { user, system } = hostProcess.cpuUsage()
  return (user + system) / 1000
}
