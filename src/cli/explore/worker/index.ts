import hostProcess from 'node:process'
import { parentPort, workerData } from 'node:worker_threads'
import type { ExploreOrder, ToExplorer } from '../conversation.ts'
import { explorer } from './explorer.ts'

/** A thread that explores: it does one thing after the other, until it is ended. */
const { beats, ...order } = workerData as ExploreOrder & { readonly beats: SharedArrayBuffer }
const seen = new Int32Array(beats)
const beat = () => Atomics.add(seen, 0, 1)

const port = parentPort
if (port !== null) {
  setInterval(beat, 50)
  // The dates of a Mini Program are those of China.
  hostProcess.env.TZ = 'Asia/Shanghai'
  const explores = explorer(order, message => port.postMessage(message), hostProcess)
  port.on('message', (message: ToExplorer) => void explores(message).then(beat))
}
