import { EventEmitter } from 'node:events'
import { PassThrough, Writable } from 'node:stream'
import type { Question } from '../../src/emulator/ports.ts'
import type { SignalEvent, Terminal } from '../../src/prompt/terminal/tty.ts'
import { screen } from '../support/screen.ts'

export const question: Question = {
  app: { appid: 'touristappid', name: 'WXAuth Demo' },
  scope: 'scope.userLocation',
  description: 'Geographic location',
  purpose: 'To show the weather where you are',
  caller: 'wx.getLocation',
  state: 'undecided',
}

/** What keys send. */
export const sent = {
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  enter: '\r',
  escape: '\x1b',
  space: ' ',
}

/** A terminal in memory: what was shown can be read, keys can be pressed, and time passes when it is told to. */
export function fakeTerminal({ columns = 80, rows = 24, term = 'xterm' } = {}) {
  const shown = screen()
  let isRaw = false
  const modes: boolean[] = []
  const input = Object.assign(new PassThrough(), {
    setRawMode(on: boolean) {
      isRaw = on
      modes.push(on)
    },
  })
  Object.defineProperty(input, 'isRaw', { get: () => isRaw })
  const size = { columns, rows }
  const output = new Writable({
    write(chunk, _encoding, done) {
      shown.write(String(chunk))
      done()
    },
  })
  Object.defineProperties(output, { columns: { get: () => size.columns }, rows: { get: () => size.rows } })
  const events = new EventEmitter()
  const kills: string[] = []
  const due = new Set<() => void>()
  const elapse = async () => {
    await turns()
    const now = [...due]
    due.clear()
    for (const run of now) run()
    await turns()
  }
  const signals = {
    pid: 4711,
    on: (event: SignalEvent, listener: () => void) => events.on(event, listener),
    off: (event: SignalEvent, listener: () => void) => events.off(event, listener),
    kill: (pid: number, signal: string | number) => kills.push(`${signal} ${pid}`),
  }
  const terminal: Terminal = {
    input: input as unknown as Terminal['input'],
    output: output as unknown as Terminal['output'],
    env: { TERM: term },
    signals,
    colour: false,
    after(_milliseconds, run) {
      due.add(run)
      return () => due.delete(run)
    },
  }
  return {
    terminal,
    screen: shown,
    events,
    kills,
    /** Raw or not, in the order in which it was set. */
    modes,
    isRaw: () => isRaw,
    resize(to: number) {
      size.columns = to
      output.emit('resize')
    },
    /** Types all of it at once, with no quiet after it. */
    async type(...chunks: readonly string[]) {
      for (const chunk of chunks) {
        input.write(chunk)
        await turns()
      }
    },
    hangUp: () => input.end(),
    /** Presses keys one by one as a person does, with quiet before and after each. */
    async press(...keys: readonly string[]) {
      for (const key of keys) {
        await elapse()
        input.write(key)
        await elapse()
      }
    },
    /** Lets all that waits for a time to pass go on. */
    elapse,
    /** Waits until this is on the screen. */
    async shows(text: string) {
      for (let tries = 0; tries < 400 && !shown.text().includes(text); tries += 1) await pause(5)
      if (!shown.text().includes(text)) throw new Error(`never shown: ${text}\n${shown.text()}`)
    },
  }
}

const pause = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds))

// Streams hand on what they got within a few turns.
async function turns() {
  for (let turn = 0; turn < 4; turn += 1) await new Promise<void>(resolve => setImmediate(resolve))
}
