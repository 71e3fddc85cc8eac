import hostProcess from 'node:process'
import { parentPort, workerData } from 'node:worker_threads'
import { type CompileAsset, compileAssetsWith } from '../../../pages/context/assets.ts'
import type { ExploreOrder, FromExplorer, ToExplorer } from '../conversation.ts'
import { explorer } from './explorer.ts'

/**
 * A thread that explores: it does one thing after the other, until it is ended. Its beats stop while the program lets
 * nothing else run.
 * @param compile keeps what it compiles
 * @param finishing runs before a result is told, after which the thread may be ended at any time
 */
export function start(compile: CompileAsset, finishing: () => void): void {
  compileAssetsWith(compile)
  const port = parentPort
  if (port === null) return
  const seen = new Int32Array((workerData as { readonly beats: SharedArrayBuffer }).beats)
  const beat = () => Atomics.add(seen, 0, 1)
  // Reading a large program takes long, and nothing of it runs: a beat before would say that it loops.
  const beats = () => {
    // The first path may begin, and never end, before the timer's first beat.
    beat()
    setInterval(beat, 50)
  }
  // The dates of a Mini Program are those of China.
  hostProcess.env.TZ = 'Asia/Shanghai'
  let isKept = false
  function say(message: FromExplorer): void {
    if (!isKept && (message.type === 'walked' || message.type === 'replayed')) {
      isKept = true
      finishing()
    }
    port?.postMessage(message)
  }
  port.once('message', (order: ExploreOrder) => {
    const perform = explorer(order, say, hostProcess, beats)
    port.on('message', (message: ToExplorer) => void perform(message))
  })
}
