import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import type { World } from './cli-world.ts'
import { bin } from './spawn-cli.ts'

/** `wxauth` at work on a terminal, which is util-linux's `script`. */
export interface AtTerminal {
  /** Waits until this is on the screen. */
  seen(text: string): Promise<void>
  /** Presses a key, once it is quiet enough for a key to count. */
  press(key: string): Promise<void>
  signal(name: NodeJS.Signals): void
  readonly ended: Promise<{
    /** As a shell sees it: 128 and the signal's number when a signal ended it. */
    readonly code: number | null
    /** All that went to the terminal. */
    readonly screen: string
    /** What went to the file that stdout was sent to. */
    readonly stdout: string
  }>
}

interface Around {
  readonly env?: Readonly<Record<string, string>>
  /** Whether stdout goes to a file instead of the terminal. */
  readonly apart?: boolean
}

const utilLinuxScript = 'script'

/** Runs `wxauth` on a terminal of its own. Words are split at spaces. */
export function onTerminal(world: World, args: string, { env = {}, apart = false }: Around = {}): AtTerminal {
  const notes = mkdtempSync(join(world.directory, 'terminal-'))
  const [pid, out] = [join(notes, 'pid'), join(notes, 'out')]
  const quoted = [process.execPath, bin, ...args.split(' ')].map(word => `'${word}'`).join(' ')
  const line = `echo $$ > '${pid}'; exec ${quoted}${apart ? ` > '${out}'` : ''}`
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
  return {
    seen: text => screen.until(() => screen.text().includes(text), text),
    async press(key) {
      // A popup lets a key count only after 100 ms of quiet.
      await new Promise(resolve => setTimeout(resolve, 250))
      child.stdin.write(key)
    },
    signal: name => process.kill(Number(readFileSync(pid, 'utf8')), name),
    ended: screen.closed.then(code => ({
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
            reject(new Error(`It ended before ${JSON.stringify(what)}: ${JSON.stringify(text)}`))
        }
        look()
      }),
  }
}
