import { lstatSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { codeOf } from '../../text/system-problem.ts'
import { jobOf, terminalName } from './terminal-facts.ts'
import type { After, Signals, Tty } from './tty.ts'

/** Gives the terminal back. */
export type Release = () => void

interface Waiting {
  readonly signals: Signals
  readonly after: After
  /** Milliseconds. */
  readonly patience: number
  /** Called once, when there is somebody to wait for. */
  onWait(pid: number): void
}

/**
 * Keeps two popups from sharing one terminal, where each would take keys meant for the other. Waits for the one that
 * is there. Where no private directory can be had, nothing is locked: the lock spares people a muddle, it guards nothing.
 */
export async function lockTerminal(
  fd: number | undefined,
  env: Tty['env'],
  waiting: Waiting,
): Promise<Release | 'busy'> {
  const name = fd === undefined ? undefined : terminalName(fd)
  const directory = privateDirectory(env)
  if (name === undefined || directory === undefined) return () => {}
  const path = join(directory, `popup-${name}.lock`)
  return takeLock(path, waiting)
}

const pollTime = 100

/** Takes the lock at `path`, an absolute path in a directory of one's own. */
export async function takeLock(
  path: string,
  { signals, after, patience, onWait }: Waiting,
): Promise<Release | 'busy'> {
  const mine = JSON.stringify({ pid: signals.pid, start: jobOf(signals.pid)?.start ?? '' })
  let said = false
  for (let waited = 0; ; waited += pollTime) {
    const taken = tryToTake(path, mine)
    if (taken === 'unusable') return () => {}
    if (taken === 'taken') return () => dropOwn(path, mine)
    const owner = ownerOf(path)
    if (owner !== 'gone' && owner !== 'unknown' && !isAlive(owner, signals)) {
      breakLock(path, owner.text)
      continue
    }
    if (waited >= patience) return 'busy'
    if (!said && owner !== 'gone' && owner !== 'unknown') {
      said = true
      onWait(owner.pid)
    }
    await new Promise<void>(resolve => after(pollTime, resolve))
  }
}

function tryToTake(path: string, mine: string): 'taken' | 'held' | 'unusable' {
  try {
    writeFileSync(path, mine, { flag: 'wx', mode: 0o600 })
    return 'taken'
  } catch (error) {
    return codeOf(error) === 'EEXIST' ? 'held' : 'unusable'
  }
}

interface Owner {
  readonly pid: number
  readonly start: string
  readonly text: string
}

function ownerOf(path: string): Owner | 'gone' | 'unknown' {
  const text = readOrUndefined(path)
  if (text === undefined) return 'gone'
  const parsed = /^\{"pid":(\d+),"start":"(\d*)"\}$/.exec(text)
  if (parsed !== null) return { pid: Number(parsed[1]), start: parsed[2] ?? '', text }
  // Empty for an instant between its creation and its first byte; for longer only when its owner died just then.
  const age = Date.now() - (lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)
  return age > 2000 ? { pid: 0, start: '', text } : 'unknown'
}

/** A pid may have passed on to another process: its start tells. */
function isAlive({ pid, start }: Owner, signals: Signals): boolean {
  if (pid === 0) return false
  try {
    signals.kill(pid, 0)
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false
  }
  const now = jobOf(pid)?.start
  return start === '' || now === undefined || now === start
}

/** Moved aside first: of several who find the owner dead only one moves it, and looks at what it moved. */
function breakLock(path: string, text: string): void {
  const aside = `${path}.broken`
  try {
    renameSync(path, aside)
    if (readOrUndefined(aside) !== text) renameSync(aside, path)
    else unlinkSync(aside)
  } catch {
    // Somebody else was faster.
  }
}

function dropOwn(path: string, mine: string): void {
  try {
    if (readOrUndefined(path) === mine) unlinkSync(path)
  } catch {
    // It is gone, which is what was wanted.
  }
}

function readOrUndefined(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** A directory that nobody else can write to, made where it is missing; `undefined` where none can be had. */
function privateDirectory(env: Tty['env']): string | undefined {
  const { uid } = userInfo()
  const runtime = env.XDG_RUNTIME_DIR
  const places = [
    ...(runtime !== undefined && isAbsolute(runtime) ? [join(runtime, 'wxauth')] : []),
    join(tmpdir(), `wxauth-${uid}`),
  ]
  return places.find(path => isPrivate(path, uid))
}

function isPrivate(path: string, uid: number): boolean {
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch {
    // It is there already, or cannot be made: the next look tells.
  }
  try {
    const found = lstatSync(path)
    // Windows knows no user numbers, and gives every user a temporary directory of their own.
    return found.isDirectory() && (uid === -1 || (found.uid === uid && (found.mode & 0o022) === 0))
  } catch {
    return false
  }
}
