import { decide } from '../../src/machine/decide.ts'
import { createWxAuth } from '../../src/wx/create.ts'

type Work = () => unknown

const calls = 5000
const rounds = 41

/** Mean nanoseconds of awaited work. */
async function each(work: Work): Promise<number> {
  const start = process.hrtime.bigint()
  for (let call = 0; call < calls; call++) await work()
  return Number(process.hrtime.bigint() - start) / calls
}

/** Mean nanoseconds of synchronous work. */
function sync(work: Work): number {
  const start = process.hrtime.bigint()
  for (let call = 0; call < calls * 20; call++) work()
  return Number(process.hrtime.bigint() - start) / (calls * 20)
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** The median of ratios of consecutive measurements, because whatever slows the machine slows both. */
async function ratio(work: () => number | Promise<number>, bare: () => Promise<number>): Promise<number> {
  for (let warmUp = 0; warmUp < 8; warmUp++) await Promise.all([await work(), await bare()])
  const ratios: number[] = []
  for (let round = 0; round < rounds; round++) ratios.push((await work()) / (await bare()))
  return median(ratios)
}

const accepted = createWxAuth()
const rejected = createWxAuth()
await accepted.auth.set('scope.userLocation', 'accepted')
await rejected.auth.set('scope.userLocation', 'rejected')
const ignore = () => undefined
const place = { errMsg: 'getLocation:ok' }
const bareCall = () => new Promise(resolve => setImmediate(resolve, place))
const bareRefusal = () => new Promise((_, reject) => setImmediate(reject, place)).catch(ignore)
const attempt = { entry: 'call', scope: 'scope.userLocation', purpose: 'x' } as const

const success = await ratio(
  () => each(() => accepted.wx.getLocation({ type: 'wgs84' })),
  () => each(bareCall),
)
const fail = await ratio(
  () => each(() => rejected.wx.getLocation({ type: 'wgs84' }).catch(ignore)),
  () => each(bareRefusal),
)
const states = ['accepted', 'rejected', 'undecided'] as const
let turn = 0
let kind = ''
const decision = await ratio(
  () =>
    sync(() => {
      turn = turn === 2 ? 0 : turn + 1
      kind = decide(states[turn] ?? 'accepted', attempt).kind
    }),
  () => each(() => Promise.resolve(kind)),
)

/** Bytes in use after garbage collection. */
const heap = () => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
for (let call = 0; call < 20_000; call++) await accepted.wx.getLocation({})
const before = heap()
for (let call = 0; call < 1_000_000; call++) await accepted.wx.getLocation({})
const memory = heap() / before

process.stdout.write(JSON.stringify({ success, fail, decision, memory }))
