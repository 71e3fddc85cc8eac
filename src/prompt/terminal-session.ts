import type { Unanswered } from '../emulator/ports.ts'
import { WxauthError } from '../faults.ts'
import { promptTexts } from '../messages/en/prompt.ts'
import type { Frame } from './box.ts'
import { jobControl } from './job-control.ts'
import type { Key } from './keys.ts'
import { loadPalette } from './palette.ts'
import { screenOn } from './screen.ts'
import { type After, afterReading, canMoveCursor, type Terminal } from './terminal.ts'
import { identityOf, isBackground } from './terminal-facts.ts'
import { keysOf } from './terminal-keys.ts'
import { lockTerminal, type Release } from './terminal-lock.ts'

/** What a prompt gets while the terminal is its own. */
export interface Session {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  readonly frame: () => Frame
}

/**
 * Has the terminal to itself while `run` asks on it, and leaves it as it was on every way out. `run` shows one
 * prompt, which ends when it is sent `close`.
 * @returns what `run` returned, or why nobody answered: then its result does not count
 * @throws WxauthError ERR_INTERRUPTED on Ctrl-C, SIGTERM and SIGHUP; whatever `run` throws
 */
export async function onTerminal<T>(
  terminal: Terminal,
  run: (session: Session) => Promise<T>,
): Promise<T | Unanswered> {
  const place = { ...terminal, fd: terminal.input.fd, after: terminal.after ?? afterReading }
  if (isBackground(place.fd)) return { unanswered: 'background' }
  const turn = turns(place)
  if (!(await turn.take())) return { unanswered: 'busy' }
  try {
    // Whoever in this process put it there reads the keys too.
    if (terminal.input.isRaw === true) return { unanswered: 'raw-mode' }
    const ending = endings()
    const result = await hold(place, turn, ending, run)
    if (ending.why === undefined) return result
    if ('unanswered' in ending.why) return ending.why
    throw new WxauthError('ERR_INTERRUPTED', ending.why)
  } finally {
    turn.giveBack()
  }
}

type Place = Terminal & { readonly fd: number | undefined; readonly after: After }

/** Whose turn it is on this terminal. */
interface Turns {
  /** Nothing changes for who has it. @returns false when another popup kept it too long */
  take(): Promise<boolean>
  giveBack(): void
}

function turns({ fd, env, signals, after, patience = 600_000, output }: Place): Turns {
  let release: Release | undefined
  const onWait = (pid: number) => output.write(`\r\n${promptTexts.waiting(pid)}\r\n`)
  return {
    async take() {
      if (release !== undefined) return true
      const taken = await lockTerminal(fd, env, { signals, after, patience, onWait })
      if (taken === 'busy') return false
      release = taken
      return true
    },
    giveBack() {
      release?.()
      release = undefined
    },
  }
}

type Why = Unanswered | { readonly signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP' }

/** How it ended when nobody answered: the first reason stands. */
interface Endings {
  readonly why: Why | undefined
  end(why: Why): void
  onEnd(listener: () => void): void
}

function endings(): Endings {
  let first: Why | undefined
  let listener = () => {}
  return {
    get why() {
      return first
    },
    end(why) {
      first ??= why
      listener()
    },
    onEnd(heard) {
      listener = heard
    },
  }
}

async function hold<T>(
  place: Place,
  turn: Turns,
  ending: Endings,
  run: (session: Session) => Promise<T>,
): Promise<T> {
  const { input, output, signals, after } = place
  const canMove = canMoveCursor(place.env)
  const palette = await loadPalette(place.colour)
  const shownOn = identityOf(place.fd)
  const isStillThere = () => {
    const same = identityOf(place.fd) === shownOn
    if (!same) ending.end({ unanswered: 'stdin-changed' })
    return same
  }
  const passKey = (key: Key) => {
    if (key === 'interrupt') ending.end({ signal: 'SIGINT' })
    else if (key === 'end') ending.end({ unanswered: 'input-ended' })
    else if (key === 'suspend') job.suspend(0)
    else return true
    return false
  }
  const keys = keysOf(input, after, passKey, isStillThere)
  let isDrawn = false
  const screen = screenOn(output, canMove, () => {
    if (isDrawn) return
    isDrawn = true
    keys.listen()
    // It may have ended before there was a prompt to close.
    if (ending.why !== undefined) setImmediate(keys.send, 'close')
  })
  ending.onEnd(() => keys.send('close'))

  const mode = terminalMode(place, canMove)
  const redraw = () => {
    keys.send('redraw')
    keys.listen()
  }
  const job = jobControl(
    signals,
    after,
    () => isBackground(place.fd),
    () => {
      keys.rest()
      screen.erase()
      mode.leave()
      turn.giveBack()
    },
    async () => {
      const mine = await turn.take()
      // It may have ended while waiting.
      if (isOver) return turn.giveBack()
      if (!mine) return ending.end({ unanswered: 'busy' })
      mode.enter()
      screen.makeRoom()
      redraw()
    },
  )
  let isOver = false
  const unlisten = listenForEnds(place, ending, () => {
    screen.erase()
    mode.leave()
  })
  const onResize = () => {
    screen.resized()
    redraw()
  }
  output.on('resize', onResize)
  job.start()
  mode.enter()
  keys.listen()
  try {
    const frame = () => ({ columns: output.columns ?? 80, rows: output.rows ?? 24, palette, boxed: canMove })
    return await run({ input: keys.stream, output: screen.stream, frame })
  } finally {
    isOver = true
    keys.rest()
    mode.leave()
    job.end()
    output.off('resize', onResize)
    unlisten()
  }
}

const pasteMarksOn = '\x1b[?2004h'
const pasteMarksOff = '\x1b[?2004l'

function terminalMode({ input, output }: Place, canMove: boolean) {
  return {
    enter() {
      // Off first: another program may have changed the mode behind the back of what remembers it as raw.
      input.setRawMode?.(false)
      input.setRawMode?.(true)
      if (canMove) output.write(pasteMarksOn)
    },
    leave() {
      if (canMove) output.write(pasteMarksOff)
      input.setRawMode?.(false)
    },
  }
}

// A closed terminal ends the input and raises SIGHUP, in either order.
const hangupTime = 50

function listenForEnds(
  { input, output, signals, after }: Place,
  { end }: Endings,
  atExit: () => void,
): () => void {
  const onInt = () => end({ signal: 'SIGINT' })
  const onTerm = () => end({ signal: 'SIGTERM' })
  const onHup = () => end({ signal: 'SIGHUP' })
  const onGone = () => after(hangupTime, () => end({ unanswered: 'input-ended' }))
  const onWriteError = () => {}
  signals.on('SIGINT', onInt)
  signals.on('SIGTERM', onTerm)
  signals.on('SIGHUP', onHup)
  // Before the stack of a crash is printed, so that it stands on lines of its own.
  signals.on('uncaughtExceptionMonitor', atExit)
  signals.on('exit', atExit)
  for (const event of goneEvents) input.on(event, onGone)
  output.on('error', onWriteError)
  return () => {
    signals.off('SIGINT', onInt)
    signals.off('SIGTERM', onTerm)
    signals.off('SIGHUP', onHup)
    signals.off('uncaughtExceptionMonitor', atExit)
    signals.off('exit', atExit)
    for (const event of goneEvents) input.off(event, onGone)
    // What was written to a terminal that is gone fails a little later.
    setImmediate(() => output.off('error', onWriteError))
  }
}

const goneEvents = ['end', 'close', 'error'] as const
