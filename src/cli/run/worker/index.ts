import hostProcess from 'node:process'
import { parentPort, workerData } from 'node:worker_threads'
import { type CompileAsset, compileAssetsWith } from '../../../pages/context/assets.ts'
import type { Order } from '../conversation.ts'
import type { Port } from './main-thread.ts'
import { play } from './play.ts'

/**
 * The thread that runs a program. Its beats stop while the program lets nothing else run.
 * @param compile keeps what it compiles
 * @param finishing runs before the end is told, after which the thread may be ended at any time
 */
export function start(compile: CompileAsset, finishing: () => void): void {
  compileAssetsWith(compile)
  const beats = new Int32Array((workerData as { readonly beats: SharedArrayBuffer }).beats)
  const beat = () => Atomics.add(beats, 0, 1)
  const port = parentPort
  if (port === null) return
  beat()
  const timer = setInterval(beat, 50)
  // The dates of a Mini Program are those of China.
  hostProcess.env.TZ = 'Asia/Shanghai'
  const toMain: Port = {
    postMessage(message) {
      if (message.type === 'ended') finishing()
      port.postMessage(message)
    },
    on: (event, listener) => port.on(event, listener),
  }
  port.once('message', (order: Order) => {
    play(order, toMain, hostProcess).finally(() => {
      clearInterval(timer)
      port.close()
    })
  })
}
