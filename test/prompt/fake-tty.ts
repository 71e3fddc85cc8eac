import { EventEmitter } from 'node:events'
import { PassThrough, Writable } from 'node:stream'
import type { SignalEvent, Tty } from '../../src/prompt/terminal/tty.ts'
import { screen } from '../support/screen.ts'

/** What the keys send. */
export const keyCodes = {
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  enter: '\r',
  escape: '\x1b',
  space: ' ',
}

/** A terminal in memory: a test reads its screen, presses its keys, and lets its time pass. */
export function fakeTty({ columns = 80, rows = 24, term = 'xterm' } = {}) {
  const display = screen()
  let isRaw = false
  const input = Object.assign(new PassThrough(), {
    setRawMode(on: boolean) {
      isRaw = on
    },
  })
  Object.defineProperty(input, 'isRaw', { get: () => isRaw })
  const size = { columns, rows }
  const output = new Writable({
    write(chunk, _encoding, done) {
      display.write(String(chunk))
      done()
    },
  })
  Object.defineProperties(output, { columns: { get: () => size.columns }, rows: { get: () => size.rows } })
  const events = new EventEmitter()
  const kills: string[] = []
  const timers = new Set<() => void>()
  const elapse = async () => {
    await turns()
    const now = [...timers]
    timers.clear()
    for (const run of now) run()
    await turns()
  }
  const tty: Tty = {
    input: input as unknown as Tty['input'],
    output: output as unknown as Tty['output'],
    env: { TERM: term },
    signals: {
      pid: 4711,
      on: (event: SignalEvent, listener) => events.on(event, listener),
      off: (event: SignalEvent, listener) => events.off(event, listener),
      kill: (pid, signal) => kills.push(`${signal} ${pid}`),
    },
    color: false,
    after(_milliseconds, run) {
      timers.add(run)
      return () => timers.delete(run)
    },
  }
  return {
    tty,
    screen: display,
    /** Emits signals, and the end of the process. */
    events,
    /** The signals that were sent, each with its process. */
    kills,
    isRaw: () => isRaw,
    resize(columns: number, rows = size.rows) {
      Object.assign(size, { columns, rows })
      output.emit('resize')
    },
    /** Types each chunk at once, without silence after it. */
    async type(...chunks: readonly string[]) {
      for (const chunk of chunks) {
        input.write(chunk)
        await turns()
      }
    },
    hangUp: () => input.end(),
    /** Presses keys one by one as a person does, with silence before and after each. */
    async press(...keys: readonly string[]) {
      for (const key of keys) {
        await elapse()
        input.write(key)
        await elapse()
      }
    },
    /** Lets the time of all current timers pass. */
    elapse,
    /** Waits until the screen has this text. */
    async shows(text: string) {
      for (let tries = 0; tries < 400 && !display.text().includes(text); tries += 1) await pause(5)
      if (!display.text().includes(text))
        throw new Error(`The screen never showed ${text}\n${display.text()}`)
    },
  }
}

const pause = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds))

// A stream passes on what it received within a few turns of the event loop.
async function turns() {
  for (let turn = 0; turn < 4; turn += 1) await new Promise<void>(resolve => setImmediate(resolve))
}
