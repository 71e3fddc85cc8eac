import type { Realm } from '../emulator/realm.ts'

type Later = Realm['later']

// Taken when this is loaded: a test that fakes the timers afterwards does not freeze the platform.
const immediately = typeof setImmediate === 'function' ? setImmediate : undefined
const afterTimeout = setTimeout

/** The realm that a test and its page code share with us. */
export const hostRealm: Realm = {
  Object,
  Array,
  // A test may put another one in its place at any time.
  get Promise() {
    return Promise
  },
  later: firstLater(),
}

/** Lets real time pass. */
export const sleep = (ms: number): Promise<void> => new Promise(resolve => afterTimeout(resolve, ms))

function firstLater(): Later {
  if (immediately !== undefined && isReal(immediately)) return immediately
  // Some browser-like test environments have no setImmediate.
  if (isReal(afterTimeout)) return work => afterTimeout(work, 0)
  // The timers were fake by then: they would wait for a test that waits for them.
  return typeof MessageChannel === 'function'
    ? throughChannel(new MessageChannel())
    : work => afterTimeout(work)
}

/** Libraries of fake timers leave their clock on what they put in the place of a timer. */
function isReal(timer: object): boolean {
  return !('clock' in timer)
}

function throughChannel({ port1, port2 }: InstanceType<typeof MessageChannel>): Later {
  const waiting: (() => void)[] = []
  port1.on('message', () => {
    const work = waiting.shift()
    // An open port keeps the process alive: only for as long as something waits.
    if (waiting.length === 0) port1.unref()
    work?.()
  })
  port1.unref()
  return work => {
    waiting.push(work)
    port1.ref()
    port2.postMessage(null)
  }
}
