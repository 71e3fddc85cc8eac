import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import type { World } from './cli-world.ts'
import { bin } from './spawn-cli.ts'

/** `wxauth` running on a terminal, which is util-linux's `script`. */
export interface TerminalRun {
  /** Waits until the screen has this text. */
  waitFor(text: string): Promise<void>
  /** Waits until the text has been written since the last key. */
  waitForNext(text: string): Promise<void>
  /** Presses a key after it was quiet for long enough that the key counts. */
  press(key: string): Promise<void>
  signal(name: NodeJS.Signals): void
  readonly end: Promise<{
    /** As in a shell: 128 plus the signal's number if a signal ended it. */
    readonly code: number | null
    /** Everything that was written to the terminal. */
    readonly screen: string
    /** Everything that was written to stdout, if `stdoutToFile`. */
    readonly stdout: string
  }>
}

interface TerminalOptions {
  readonly env?: Readonly<Record<string, string>>
  /** Whether stdout goes to a file instead of the terminal. */
  readonly stdoutToFile?: boolean
}

const utilLinuxScript = 'script'

/** Runs `wxauth` on a terminal of its own. The arguments are split at spaces. */
export function onTerminal(
  world: World,
  args: string,
  { env = {}, stdoutToFile = false }: TerminalOptions = {},
): TerminalRun {
  const notes = mkdtempSync(join(world.directory, 'terminal-'))
  const [pid, out] = [join(notes, 'pid'), join(notes, 'out')]
  const command = [process.execPath, bin, ...args.split(' ')].map(word => `'${word}'`).join(' ')
  const line = `echo $$ > '${pid}'; exec ${command}${stdoutToFile ? ` > '${out}'` : ''}`
  const child = spawn(utilLinuxScript, ['-qefc', line, '/dev/null'], {
    cwd: world.cwd,
    env: {
      PATH: process.env.PATH,
      HOME: world.directory,
      WXAUTH_HOME: world.home,
      SHELL: '/bin/sh',
      TERM: 'xterm',
      ...env,
    },
    timeout: 15_000,
    killSignal: 'SIGKILL',
  })
  const screen = screenOf(child)
  let seen = 0
  return {
    waitFor: text => screen.until(() => screen.text().includes(text), text),
    waitForNext: text => screen.until(() => screen.text().slice(seen).includes(text), text),
    async press(key) {
      // In a popup, a key counts only after 100 ms of silence.
      await new Promise(resolve => setTimeout(resolve, 250))
      seen = screen.text().length
      child.stdin.write(key)
    },
    signal: name => process.kill(Number(readFileSync(pid, 'utf8')), name),
    end: screen.closed.then(code => ({
      code,
      screen: screen.text(),
      stdout: existsSync(out) ? readFileSync(out, 'utf8') : '',
    })),
  }
}

function screenOf(child: ChildProcessWithoutNullStreams) {
  let text = ''
  let isClosed = false
  let look = () => {}
  child.stdin.on('error', () => undefined)
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    text += more
    look()
  })
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', code => {
      isClosed = true
      look()
      resolve(code)
    })
  })
  return {
    text: () => text,
    closed,
    until: (holds: () => boolean, what: string) =>
      new Promise<void>((resolve, reject) => {
        look = () => {
          if (holds()) resolve()
          else if (isClosed)
            reject(new Error(`wxauth ended before ${JSON.stringify(what)}: ${JSON.stringify(text)}`))
        }
        look()
      }),
  }
}
