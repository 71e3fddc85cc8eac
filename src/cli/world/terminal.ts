import { fstatSync, type Stats, statSync, writeSync } from 'node:fs'
import { systemProblem, WxauthError } from '../../faults.ts'

/** One of the two streams that the command line writes to. */
export interface Sink {
  write(text: string): void
  readonly isTerminal: boolean
  /** How many columns the window has; 80 where that is unknown. */
  readonly columns: number
}

/** The world, as the command line meets it; made from `process` in `bin` alone. */
export interface Terminal {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: () => string
  readonly home: () => string
  readonly platform: NodeJS.Platform
  readonly stdout: Sink
  readonly stderr: Sink
  readonly stdinIsTerminal: boolean
  /** Everything that comes on stdin until it ends. */
  readonly readStdin: () => Promise<string>
  /** For those who ask and lock: streams, signals, pid. */
  readonly host: NodeJS.Process
}

export function terminalOf(host: NodeJS.Process): Terminal {
  return {
    argv: host.argv.slice(2),
    env: host.env,
    cwd: () => workingDirectory(host),
    home: () => homeOf(host),
    platform: host.platform,
    stdout: sink(1, () => host.stdout, host.platform),
    stderr: sink(2, () => host.stderr, host.platform),
    get stdinIsTerminal() {
      return isTerminal(0, () => host.stdin)
    },
    async readStdin() {
      const chunks: Buffer[] = []
      for await (const chunk of host.stdin) chunks.push(Buffer.from(chunk))
      return Buffer.concat(chunks).toString('utf8')
    },
    host,
  }
}

// What node:os would answer on most systems, without loading it.
function homeOf(host: NodeJS.Process): string {
  if (host.platform !== 'win32' && host.env.HOME) return host.env.HOME
  const { homedir, userInfo } = host.getBuiltinModule('node:os')
  // An empty $HOME is none: homedir() would give it back.
  return homedir() || userInfo().homedir
}

// Its folder may have been removed under it: the name it had still says where above it to look.
function workingDirectory(host: NodeJS.Process): string {
  try {
    return host.cwd()
  } catch {
    return host.env.PWD ?? '/'
  }
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
      const { code } = error as NodeJS.ErrnoException
      if (code !== 'EAGAIN') {
        // The reader went away: nobody is left to tell. Of a disk that is full, stderr can still tell.
        if (descriptor === 2 || ['EPIPE', 'EBADF', 'EIO'].includes(code ?? '')) return
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
