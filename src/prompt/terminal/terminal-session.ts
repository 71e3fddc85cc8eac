import type { Unanswered } from '../../emulator/ports.ts'
import { WxauthError } from '../../faults.ts'
import type { Texts } from '../../messages/texts.ts'
import { loadPalette } from '../../text/color.ts'
import { wrapText } from '../../text/fit-text.ts'
import { announceWaiting } from './announce-waiting.ts'
import type { Frame } from './box.ts'
import { handoverOf } from './handover.ts'
import { jobControl, raise } from './job-control.ts'
import type { Key } from './keys.ts'
import { screenOn } from './screen.ts'
import { endsByKey, listenForEnds, type SessionEnd } from './session-ends.ts'
import { identityOf, isBackground } from './terminal-facts.ts'
import { terminalKeys } from './terminal-keys.ts'
import { terminalMode } from './terminal-mode.ts'
import { type Turn, turnOn } from './terminal-turn.ts'
import { type After, afterReading, canMoveCursor, sizeOf, type Tty } from './tty.ts'

/** What a prompt works with while it has the terminal. */
interface Session {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  /** What to draw for, as it is now. */
  readonly frame: () => Frame
  /**
   * From now on, a window for which `fits` is false ends the session.
   * @returns whether the window as it is now fits
   */
  readonly needsRoom: (fits: (frame: Frame) => boolean) => boolean
}

/** Shows one prompt, which ends when it is sent `close`. */
type Run = (session: Session) => Promise<void>

/**
 * Keeps the terminal to itself while `run` asks on it, and leaves it as it was, however the session ends.
 * @returns why nobody answered, where something ended the session before `run` was done
 * @throws WxauthError ERR_INTERRUPTED on Ctrl-C, SIGTERM and SIGHUP; whatever `run` throws
 */
export async function onTerminal(
  tty: Tty,
  texts: Texts['terminal'],
  run: Run,
): Promise<Unanswered | undefined> {
  if (isBackground(tty.input.fd)) return { unanswered: 'background' }
  const turn = turnOn(tty, tty.after ?? afterReading)
  if (!(await turn.take())) return { unanswered: 'busy' }
  try {
    // If another part of this process made the terminal raw, that part reads the keys too. If another process did,
    // Node cannot see it: the prompt works all the same, and leaves the terminal raw.
    if (tty.input.isRaw === true) return { unanswered: 'raw-mode' }
    const end = await hold(tty, turn, texts, run)
    if (end === undefined || 'unanswered' in end) return end
    throw new WxauthError('ERR_INTERRUPTED', end)
  } finally {
    turn.giveBack()
  }
}

/** @returns what ended the session first, if anything did */
async function hold(
  tty: Tty,
  turn: Turn,
  { cut, waiting }: Texts['terminal'],
  run: Run,
): Promise<SessionEnd | undefined> {
  const { output, after = afterReading } = tty
  const boxed = canMoveCursor(tty.env)
  const palette = await loadPalette(tty.color)
  const { keys, screen, mode, handover, job, end, firstEnd } = connect(tty, turn, after)
  const frame = () => ({ ...sizeOf(output), palette, boxed, cut })
  let fits = (_: Frame) => true
  const endIfTooSmall = () => {
    if (!fits(frame())) end({ unanswered: 'too-small' })
  }
  const redraw = () => {
    keys.send('redraw')
    keys.listen()
  }
  const onResize = () => {
    if (handover.isAway()) return
    screen.resized()
    endIfTooSmall()
    redraw()
  }
  const stopAnnouncing = announceWaiting(turn, after, pid => {
    const isWritten = screen.above(wrapText(waiting(pid), sizeOf(output).columns - 1))
    if (isWritten) redraw()
    return isWritten
  })
  const ends = listenForEnds(tty, after, end, () => {
    screen.erase()
    mode.leave()
  })
  output.on('resize', onResize)
  job.start()
  mode.enter()
  keys.listen()
  try {
    const needsRoom = (check: typeof fits) => {
      fits = check
      endIfTooSmall()
      return firstEnd() === undefined
    }
    // After an error that nobody caught, nothing is asked of the prompt any more: it may be what failed.
    await Promise.race([run({ input: keys.stream, output: screen.stream, frame, needsRoom }), ends.failed])
    return firstEnd()
  } finally {
    stopAnnouncing()
    handover.end()
    keys.pause()
    mode.leave()
    job.end()
    output.off('resize', onResize)
    ends.stop()
  }
}

/** Everything that a session does with the terminal. Nothing is read or changed yet. */
function connect(tty: Tty, turn: Turn, after: After) {
  const { input, output, signals } = tty
  const canMove = canMoveCursor(tty.env)
  const terminal = identityOf(input.fd)
  let isDrawn = false
  let first: SessionEnd | undefined

  const end = (by: SessionEnd) => {
    first ??= by
    handover.makeRoom()
    keys.send('close')
  }
  const onKey = (key: Key) => {
    const by = endsByKey[key]
    if (by !== undefined) end(by)
    else if (key === 'suspend') job.suspend(0)
    else return true
    return false
  }
  const isStillThere = () => {
    const isSame = identityOf(input.fd) === terminal
    if (!isSame) end({ unanswered: 'stdin-changed' })
    return isSame
  }
  const keys = terminalKeys(input, after, onKey, isStillThere)
  const screen = screenOn(output, canMove, () => {
    if (isDrawn) return
    isDrawn = true
    keys.listen()
    // The session may have ended before there was a prompt to close.
    if (first !== undefined) setImmediate(keys.send, 'close')
  })
  const mode = terminalMode(tty, after, canMove)
  const onBusy = () => end({ unanswered: 'busy' })
  const handover = handoverOf({ turn, keys, screen, mode }, onBusy, () =>
    raise(signals, signals.pid, 'SIGWINCH'),
  )
  const job = jobControl(signals, after, () => isBackground(input.fd), handover)
  return { keys, screen, mode, handover, job, end, firstEnd: () => first }
}
