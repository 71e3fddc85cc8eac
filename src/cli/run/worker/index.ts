import hostProcess from 'node:process'
import { parentPort, workerData } from 'node:worker_threads'
import type { Order } from '../conversation.ts'
import { play } from './play.ts'

/** The thread that runs a program. Its beats stop while the program lets nothing else run. */
const order = workerData as Order
const beats = new Int32Array(order.beats)
const beat = () => Atomics.add(beats, 0, 1)

if (parentPort !== null) {
  beat()
  const timer = setInterval(beat, 50)
  // The dates of a Mini Program are those of China.
  hostProcess.env.TZ = 'Asia/Shanghai'
  play(order, parentPort, hostProcess).finally(() => {
    clearInterval(timer)
    parentPort?.close()
  })
}
