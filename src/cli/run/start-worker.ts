import { existsSync } from 'node:fs'
import { SHARE_ENV, Worker } from 'node:worker_threads'
import type { Place } from '../../pages/ports.ts'
import type { FromWorker, Order, ToWorker } from './conversation.ts'
import { placeOfLoop } from './loop-place.ts'
import { warmCompiler } from './warm-compiler.ts'

/** A worker that runs a program, as the main thread sees it. */
export interface RunningWorker<To> {
  readonly tell: (message: To) => void
  /** Ends it, whatever it is doing. */
  readonly terminate: () => Promise<void>
}

interface WorkerParts<From> {
  /** The code of the thread, by its name in the built package. */
  readonly file: string
  readonly data: object
  readonly hear: (message: From) => void
  /** The program let nothing else run for too long. */
  readonly loops: () => void
  /** The thread itself failed: it ran out of memory, say. */
  readonly broke: (error: unknown) => void
  /** Code that lets nothing else run for so long is an endless loop: milliseconds. */
  readonly longestTurn: number
}

const lookEvery = 250

/** It loads the built code, also for the source, which Node cannot run in a thread. */
function workerFile(): URL {
  const [built, fromSource] = ['../bin/worker.cjs', '../../../bin/worker.cjs'].map(
    path => new URL(path, import.meta.url),
  ) as [URL, URL]
  return existsSync(built) ? built : fromSource
}

/** Starts a thread whose beats are watched: they stop while the program lets nothing else run. */
export function watchedWorker<From, To>(parts: WorkerParts<From>): RunningWorker<To> {
  const { file, data, hear, loops, broke, longestTurn } = parts
  const beats = new SharedArrayBuffer(4)
  const seen = new Int32Array(beats)
  const worker = new Worker(workerFile(), {
    workerData: { ...data, file, beats },
    // The time zone belongs to the whole process: only so can the worker choose it.
    env: SHARE_ENV,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  let isOver = false
  worker.on('message', message => {
    if (!isOver) hear(message)
  })
  worker.on('error', error => {
    if (!isOver) broke(error)
  })
  let last = -1
  let looks = 0
  // Looks are counted, not time: while this process is stopped, time goes on and no thread runs.
  const watch = setInterval(() => {
    const now = Atomics.load(seen, 0)
    looks = now === last ? looks + 1 : 0
    last = now
    // Nothing of the program runs before the first beat.
    if (now === 0 || looks * lookEvery < longestTurn) return
    clearInterval(watch)
    loops()
  }, lookEvery)
  return {
    tell: message => worker.postMessage(message),
    async terminate() {
      isOver = true
      clearInterval(watch)
      await worker.terminate()
    },
  }
}

export interface WorkerEvents {
  readonly hear: (message: FromWorker) => void
  readonly loops: (place: Place | undefined) => void
  readonly broke: (error: unknown) => void
}

export function startWorker(
  order: Omit<Order, 'beats'>,
  { hear, loops, broke }: WorkerEvents,
): RunningWorker<ToWorker> {
  setImmediate(warmCompiler)
  return watchedWorker<FromWorker, ToWorker>({
    file: 'run-worker.cjs',
    data: order,
    hear,
    loops: () => void placeOfLoop().then(loops, broke),
    broke,
    longestTurn: 5000,
  })
}
