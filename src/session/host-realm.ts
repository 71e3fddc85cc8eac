import type { Realm } from '../emulator/realm.ts'

type Later = Realm['later']

// Kept from load time, so that a test that fakes the timers later does not freeze the platform.
const immediately = typeof setImmediate === 'function' ? setImmediate : undefined
const afterTimeout = setTimeout

/** The realm that the library shares with a test and its page code. */
export const hostRealm: Realm = {
  Object,
  Array,
  // A test may replace the global `Promise` at any time.
  get Promise() {
    return Promise
  },
  later: chooseLater(),
}

/** Waits in real time, even if a test fakes the timers. */
export const sleep = (ms: number): Promise<void> => new Promise(resolve => afterTimeout(resolve, ms))

function chooseLater(): Later {
  if (immediately !== undefined && isReal(immediately)) return immediately
  // Some browser-like test environments have no setImmediate.
  if (isReal(afterTimeout)) return work => afterTimeout(work, 0)
  // The timers were fake at load time: they would wait for the test, which waits for them.
  return typeof MessageChannel === 'function'
    ? throughChannel(new MessageChannel())
    : work => afterTimeout(work)
}

/** Libraries of fake timers put a `clock` on the functions that replace the timers. */
function isReal(timer: object): boolean {
  return !('clock' in timer)
}

function throughChannel({ port1, port2 }: InstanceType<typeof MessageChannel>): Later {
  const queue: (() => void)[] = []
  port1.on('message', () => {
    const work = queue.shift()
    // A port keeps the process alive, so it is referenced only while work is queued.
    if (queue.length === 0) port1.unref()
    work?.()
  })
  port1.unref()
  return work => {
    queue.push(work)
    port1.ref()
    port2.postMessage(null)
  }
}
