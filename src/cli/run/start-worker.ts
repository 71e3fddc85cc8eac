import { existsSync } from 'node:fs'
import { SHARE_ENV, Worker } from 'node:worker_threads'
import { templateCompiler } from '../../pages/context/assets.ts'
import type { Place } from '../../pages/ports.ts'
import type { FromWorker, Order, ToWorker } from './conversation.ts'
import { placeOfLoop } from './loop-place.ts'

/** A worker that runs a program, as the main thread sees it. */
export interface RunningWorker {
  /** It does nothing before. */
  readonly give: (order: Order, events: WorkerEvents) => void
  readonly tell: (message: ToWorker) => void
  /** Ends it, whatever it is doing. */
  readonly terminate: () => Promise<void>
}

interface WorkerEvents {
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

/**
 * It starts before its order is known, because starting takes as long as all that is to be read before: a run takes a
 * fifth less.
 */
export function startWorker(): RunningWorker {
  const beats = new SharedArrayBuffer(4)
  const worker = new Worker(workerFile(), {
    workerData: beats,
    // The time zone belongs to the whole process: only so can the worker choose it.
    env: SHARE_ENV,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
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
      worker.on('message', hear)
      unwatch = watchBeats(new Int32Array(beats), () => placeOfLoop(order.directory).then(loops, broke))
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

/** @returns ends the watch */
function watchBeats(beats: Int32Array, stopped: () => void): () => void {
  let last = -1
  let looks = 0
  // Looks are counted, not time: while this process is stopped, time goes on and no thread runs.
  const watch = setInterval(() => {
    const now = Atomics.load(beats, 0)
    looks = now === last ? looks + 1 : 0
    last = now
    // Nothing of the program runs before the first beat.
    if (now === 0 || looks * lookEvery < longestTurn) return
    clearInterval(watch)
    stopped()
  }, lookEvery)
  return () => clearInterval(watch)
}
