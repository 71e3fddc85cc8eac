import { existsSync } from 'node:fs'
import { SHARE_ENV, Worker } from 'node:worker_threads'
import type { Place } from '../../pages/ports.ts'
import type { FromWorker, Order, ToWorker } from './conversation.ts'
import { placeOfLoop } from './loop-place.ts'
import { warmCompiler } from './warm-compiler.ts'

/** A worker that runs a program, as the main thread sees it. */
export interface RunningWorker {
  readonly tell: (message: ToWorker) => void
  /** Ends it, whatever it is doing. */
  readonly terminate: () => Promise<void>
}

export interface WorkerEvents {
  readonly hear: (message: FromWorker) => void
  /** The program let nothing else run for too long. */
  readonly loops: (place: Place | undefined) => void
  /** The thread itself failed: it ran out of memory, say. */
  readonly broke: (error: unknown) => void
}

/** Code that lets nothing else run for so long is an endless loop: milliseconds. */
const longestTurn = 5000
const lookEvery = 250

/** It loads the built code, also for the source, which Node cannot run in a thread. */
function workerFile(): URL {
  const [built, fromSource] = ['../bin/worker.cjs', '../../../bin/worker.cjs'].map(
    path => new URL(path, import.meta.url),
  ) as [URL, URL]
  return existsSync(built) ? built : fromSource
}

export function startWorker(
  order: Omit<Order, 'beats'>,
  { hear, loops, broke }: WorkerEvents,
): RunningWorker {
  const beats = new SharedArrayBuffer(4)
  const seen = new Int32Array(beats)
  const worker = new Worker(workerFile(), {
    workerData: { ...order, beats },
    // The time zone belongs to the whole process: only so can the worker choose it.
    env: SHARE_ENV,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  setImmediate(warmCompiler)
  let isOver = false
  worker.on('message', hear)
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
    placeOfLoop(order.directory).then(loops, broke)
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
