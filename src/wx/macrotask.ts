/** Calls it in a turn of the event loop of its own; turns come in the order in which they are asked for. */
type Later = <Args extends unknown[]>(work: (...args: Args) => void, ...args: Args) => unknown

// Taken when this is loaded: a test that fakes the timers afterwards does not freeze the platform.
const { setImmediate: immediately, setTimeout: afterTimeout, MessageChannel: Channel } = globalThis

export const later: Later = firstOf()

function firstOf(): Later {
  if (isReal(immediately)) return immediately
  // Some test environments of browsers have no setImmediate.
  if (isReal(afterTimeout)) return (work, ...args) => afterTimeout(work, 0, ...args)
  // Timers were fake by then: these would wait for a test that waits for them.
  return typeof Channel === 'function' ? throughChannel(new Channel()) : afterTimeout
}

/** Libraries of fake timers leave their clock on what they put in the place of a timer. */
function isReal(timer: unknown): boolean {
  return typeof timer === 'function' && !('clock' in timer)
}

function throughChannel({ port1, port2 }: InstanceType<typeof MessageChannel>): Later {
  const asked: (() => void)[] = []
  // An open port keeps the process alive: only for as long as something is asked.
  const keep = (alive: boolean) => (alive ? port1.ref() : port1.unref())
  port1.on('message', () => {
    if (asked.length === 1) keep(false)
    asked.shift()?.()
  })
  keep(false)
  return (work, ...args) => {
    asked.push(() => work(...args))
    keep(true)
    port2.postMessage(null)
  }
}
