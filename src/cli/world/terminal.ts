import { fstatSync, type Stats, statSync, writeSync } from 'node:fs'
import { WxauthError } from '../../faults.ts'
import { type ReadBytes, readStream } from '../../json/read-file.ts'
import { type Host, hostOf } from '../../locks/host.ts'
import type { Tty } from '../../prompt/terminal/tty.ts'
import type { ProfileLockOptions } from '../../store/profile-lock.ts'
import { type Surroundings, surroundingsOf } from '../../store/profile-path.ts'
import { codeOf, systemProblem } from '../../text/system-problem.ts'

/** One of the two streams that the command line writes to. */
export interface Sink {
  write(text: string): void
  readonly isTerminal: boolean
  /** The columns of the window; 80 if unknown. */
  readonly columns: number
}

/** Everything that the command line uses of its process; `bin` passes the real one. It is also the host of locks. */
export interface Terminal extends Host, Surroundings {
  readonly argv: readonly string[]
  readonly stdin: {
    readonly isTerminal: boolean
    /** Reads until the end. */
    read(): Promise<ReadBytes>
  }
  readonly stdout: Sink
  readonly stderr: Sink
  /** The terminal of popups, if stdin and stderr are terminals. */
  readonly tty: () => Pick<Tty, 'input' | 'output' | 'signals'>
  /** How long to wait for a profile that another process has locked, in ms. Default: ten seconds. */
  readonly lockPatience?: number
}

/** The options for the lock of a profile. */
export function lockOptions(terminal: Terminal): ProfileLockOptions {
  const { lockPatience } = terminal
  return { host: terminal, ...(lockPatience === undefined ? {} : { patience: lockPatience }) }
}

export function terminalOf(hostProcess: NodeJS.Process): Terminal {
  const { platform } = hostProcess
  return {
    ...surroundingsOf(hostProcess, () => hostProcess.getBuiltinModule('node:os')),
    pid: hostProcess.pid,
    isAlive: pid => hostOf(hostProcess).isAlive(pid),
    argv: hostProcess.argv.slice(2),
    stdin: {
      get isTerminal() {
        return isTerminal(0, () => hostProcess.stdin)
      },
      read: () => readStream(hostProcess.stdin, 0),
    },
    stdout: sink(1, () => hostProcess.stdout, platform),
    stderr: sink(2, () => hostProcess.stderr, platform),
    tty: () => ({ input: hostProcess.stdin, output: hostProcess.stderr, signals: hostProcess }),
  }
}

// Writes to the descriptor: for a pipe, creating `process.stdout` takes 4 ms.
function sink(descriptor: number, stream: () => NodeJS.WriteStream, platform: NodeJS.Platform): Sink {
  return {
    write(text) {
      // A Windows console reads bytes in its code page; the stream passes it characters, and waits.
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
        // The reader is gone, so nobody needs a message. Other errors, such as a full disk, can be shown on stderr.
        if (descriptor === 2 || ['EPIPE', 'EBADF', 'EIO'].includes(code)) return
        throw new WxauthError('ERR_OUTPUT', { problem: systemProblem(error) }, { cause: error })
      }
      // A non-blocking pipe is full: wait for its reader.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}

// Only a character device can be a terminal: for anything else, creating the stream is a waste.
function isTerminal(descriptor: number, stream: () => { readonly isTTY?: boolean }): boolean {
  try {
    const stats = fstatSync(descriptor)
    return stats.isCharacterDevice() && !isNullDevice(stats) && stream().isTTY === true
  } catch {
    return false
  }
}

// Output is often sent to /dev/null, and creating a stream for it takes longer than everything else.
function isNullDevice({ rdev }: Stats): boolean {
  return statSync('/dev/null', { throwIfNoEntry: false })?.rdev === rdev
}
