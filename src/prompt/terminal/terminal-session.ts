import type { Unanswered } from '../../emulator/ports.ts'
import { WxauthError } from '../../faults.ts'
import { loadPalette } from '../../text/palette.ts'
import type { Frame } from './box.ts'
import { jobControl } from './job-control.ts'
import type { Key } from './keys.ts'
import { screenOn } from './screen.ts'
import { endings, listenForEnds, type Why } from './session-ends.ts'
import { identityOf, isBackground } from './terminal-facts.ts'
import { keysOf } from './terminal-keys.ts'
import { letGoAtExit, terminalMode } from './terminal-mode.ts'
import { type Turn, turnOn } from './terminal-turn.ts'
import { afterReading, canMoveCursor, type Terminal } from './tty.ts'

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
  if (isBackground(terminal.input.fd)) return { unanswered: 'background' }
  const turn = turnOn(terminal, terminal.after ?? afterReading)
  if (!(await turn.take())) return { unanswered: 'busy' }
  try {
    // Whoever in this process made it raw reads the keys too. What another process made of it Node cannot see: the
    // popup works all the same, and leaves it so.
    if (terminal.input.isRaw === true) return { unanswered: 'raw-mode' }
    const { result, why } = await hold(terminal, turn, run)
    if (why === undefined) return result
    if ('unanswered' in why) return why
    throw new WxauthError('ERR_INTERRUPTED', why)
  } finally {
    turn.giveBack()
  }
}

async function hold<T>(
  terminal: Terminal,
  turn: Turn,
  run: (session: Session) => Promise<T>,
): Promise<{ readonly result: T; readonly why: Why | undefined }> {
  const { input, output, signals, after = afterReading } = terminal
  const canMove = canMoveCursor(terminal.env)
  const palette = await loadPalette(terminal.colour)
  const shownOn = identityOf(input.fd)
  let isDrawn = false
  let isAway = false
  let isOver = false

  const ending = endings(() => {
    if (isAway) screen.makeRoom()
    isAway = false
    keys.send('close')
  })
  const passKey = (key: Key) => {
    if (key === 'interrupt') ending.end({ signal: 'SIGINT' })
    else if (key === 'end') ending.end({ unanswered: 'input-ended' })
    else if (key === 'suspend') job.suspend(0)
    else return true
    return false
  }
  const isStillThere = () => {
    const isSame = identityOf(input.fd) === shownOn
    if (!isSame) ending.end({ unanswered: 'stdin-changed' })
    return isSame
  }
  const keys = keysOf(input, after, passKey, isStillThere)
  const screen = screenOn(output, canMove, () => {
    if (isDrawn) return
    isDrawn = true
    keys.listen()
    // It may have ended before there was a prompt to close.
    if (ending.why !== undefined) setImmediate(keys.send, 'close')
  })
  const mode = terminalMode(terminal, after, canMove)
  const redraw = () => {
    keys.send('redraw')
    keys.listen()
  }
  const onResize = () => {
    screen.resized()
    redraw()
  }
  const goAway = () => {
    isAway = true
    keys.rest()
    screen.erase()
    mode.leave()
    turn.giveBack()
  }
  const comeBack = async () => {
    const isMine = await turn.take()
    // It may have ended while waiting.
    if (isOver) return turn.giveBack()
    if (!isMine) return ending.end({ unanswered: 'busy' })
    mode.enter()
    screen.makeRoom()
    isAway = false
    redraw()
  }
  const job = jobControl(signals, after, () => isBackground(input.fd), goAway, comeBack)
  const leaveAtExit = () => {
    screen.erase()
    mode.leave()
  }
  const unlisten = listenForEnds(terminal, after, ending.end, () => letGoAtExit(terminal), leaveAtExit)
  output.on('resize', onResize)
  job.start()
  mode.enter()
  keys.listen()
  try {
    const frame = () => ({ columns: output.columns ?? 80, rows: output.rows ?? 24, palette, boxed: canMove })
    const result = await run({ input: keys.stream, output: screen.stream, frame })
    return { result, why: ending.why }
  } finally {
    isOver = true
    keys.rest()
    mode.leave()
    job.end()
    output.off('resize', onResize)
    unlisten()
  }
}
