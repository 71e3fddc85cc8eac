/** Calls it in a turn of the event loop of its own; turns come in the order in which they are asked for. */
type Later = <Args extends unknown[]>(work: (...args: Args) => void, ...args: Args) => unknown

// Taken when this is loaded: a test that fakes the timers afterwards does not freeze the platform.
const immediately = typeof setImmediate === 'function' ? setImmediate : undefined
const afterTimeout = setTimeout

export const later: Later = firstOf()

function firstOf(): Later {
  if (immediately !== undefined && isReal(immediately)) return immediately
  // Some test environments of browsers have no setImmediate.
  if (isReal(afterTimeout)) return (work, ...args) => afterTimeout(work, 0, ...args)
  // Timers were fake by then: these would wait for a test that waits for them.
  return typeof MessageChannel === 'function' ? throughChannel(new MessageChannel()) : afterTimeout
}

/** Libraries of fake timers leave their clock on what they put in the place of a timer. */
function isReal(timer: object): boolean {
  return !('clock' in timer)
}

function throughChannel({ port1, port2 }: InstanceType<typeof MessageChannel>): Later {
  const asked: (() => void)[] = []
  port1.on('message', () => {
    const work = asked.shift()
    // An open port keeps the process alive: only for as long as something is asked.
    if (asked.length === 0) port1.unref()
    work?.()
  })
  port1.unref()
  return (work, ...args) => {
    asked.push(() => work(...args))
    port1.ref()
    port2.postMessage(null)
  }
}
