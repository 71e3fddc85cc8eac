import { fstatSync, type Stats, statSync, writeSync } from 'node:fs'
import { WxauthError } from '../../faults.ts'
import { mostBytes, type ReadBytes, tooLarge } from '../../json/read-file.ts'
import { type Host, isAlive } from '../../locks/host.ts'
import type { Tty } from '../../prompt/terminal/tty.ts'
import type { ProfileLockOptions } from '../../store/profile-lock.ts'
import { codeOf, systemProblem } from '../../text/system-problem.ts'

/** One of the two streams that the command line writes to. */
export interface Sink {
  write(text: string): void
  readonly isTerminal: boolean
  /** How many columns the window has; 80 where that is unknown. */
  readonly columns: number
}

/** The world, as the command line meets it; made from `process` in `bin` alone. It is the host of locks, too. */
export interface Terminal extends Host {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: () => string
  readonly home: () => string
  readonly stdin: {
    readonly isTerminal: boolean
    /** Everything that comes until it ends. */
    read(): Promise<ReadBytes>
  }
  readonly stdout: Sink
  readonly stderr: Sink
  /** What a popup is shown on, where stdin and stderr are terminals. */
  readonly tty: () => Pick<Tty, 'input' | 'output' | 'signals'>
  /** How long to wait for a profile that another process keeps locked, in ms; left out, ten seconds. */
  readonly lockPatience?: number
}

/** What a change of a profile takes its lock with. */
export function lockOptions(terminal: Terminal): ProfileLockOptions {
  const { lockPatience } = terminal
  return { host: terminal, ...(lockPatience === undefined ? {} : { patience: lockPatience }) }
}

export function terminalOf(running: NodeJS.Process): Terminal {
  const { platform } = running
  return {
    platform,
    pid: running.pid,
    isAlive: pid => isAlive(running, pid),
    argv: running.argv.slice(2),
    env: running.env,
    cwd: () => workingDirectory(running),
    home: () => homeOf(running),
    stdin: {
      get isTerminal() {
        return isTerminal(0, () => running.stdin)
      },
      read: () => readAll(running.stdin),
    },
    stdout: sink(1, () => running.stdout, platform),
    stderr: sink(2, () => running.stderr, platform),
    tty: () => ({ input: running.stdin, output: running.stderr, signals: running }),
  }
}

// What node:os would answer on most systems, without loading it.
function homeOf(running: NodeJS.Process): string {
  if (running.platform !== 'win32' && running.env.HOME) return running.env.HOME
  const { homedir, userInfo } = running.getBuiltinModule('node:os')
  // An empty $HOME is none: homedir() would give it back.
  return homedir() || userInfo().homedir
}

// Its folder may have been removed under it: the name it had still says where above it to look.
function workingDirectory(running: NodeJS.Process): string {
  try {
    return running.cwd()
  } catch {
    return running.env.PWD ?? '/'
  }
}

async function readAll(stream: NodeJS.ReadableStream): Promise<ReadBytes> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > mostBytes) return { problem: tooLarge }
    chunks.push(bytes)
  }
  return { bytes: Buffer.concat(chunks) }
}

// Writing to the descriptor spares a pipe the 4 ms that `process.stdout` takes to be made.
function sink(descriptor: number, stream: () => NodeJS.WriteStream, platform: NodeJS.Platform): Sink {
  return {
    write(text) {
      // A Windows console takes bytes for its code page; the stream hands it characters, and waits for them.
      if (platform === 'win32' && isTerminal(descriptor, stream)) stream().write(text)
      else writeWhole(descriptor, Buffer.from(text))
    },
    get isTerminal() {
      return isTerminal(descriptor, stream)
    },
    get columns() {
      return stream().columns || 80
    },
  }
}

function writeWhole(descriptor: number, bytes: Buffer): void {
  let rest = bytes
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest))
    } catch (error) {
      const code = codeOf(error) ?? ''
      if (code !== 'EAGAIN') {
        // The reader went away: nobody is left to tell. Of a full disk, stderr can still tell.
        if (descriptor === 2 || ['EPIPE', 'EBADF', 'EIO'].includes(code)) return
        throw new WxauthError('ERR_OUTPUT', { problem: systemProblem(error) }, { cause: error })
      }
      // A pipe that somebody made non-blocking is full; give its reader a moment.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}

// Only a character device can be a terminal, and only for one is it worth making the stream that knows.
function isTerminal(descriptor: number, stream: () => { readonly isTTY?: boolean }): boolean {
  try {
    const stats = fstatSync(descriptor)
    return stats.isCharacterDevice() && !isNullDevice(stats) && stream().isTTY === true
  } catch {
    return false
  }
}

// Where CI sends what nobody reads: making a stream for it takes longer than all the rest.
function isNullDevice({ rdev }: Stats): boolean {
  return statSync('/dev/null', { throwIfNoEntry: false })?.rdev === rdev
}
