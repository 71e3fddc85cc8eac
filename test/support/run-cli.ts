import process from 'node:process'
import { main } from '../../src/cli/main.ts'
import type { Sink, Terminal } from '../../src/cli/world/terminal.ts'
import { hostOf } from '../../src/locks/host.ts'
import { temporaryFolder } from './temporary-home.ts'

export interface Surroundings {
  /** `$WXAUTH_HOME`; need not exist. Left out, an empty folder for this run alone. */
  readonly home?: string
  /** Left out, an empty folder with no project at or above it: the built-in demo Mini Program. */
  readonly cwd?: string
  /** On top of the few variables that a run gets; `undefined` takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** What comes on stdin before it ends; left out, nothing does. Never a terminal. */
  readonly input?: string
  /** How long to wait for a locked profile, in ms. */
  readonly lockPatience?: number
  /** How wide the window is; left out, stdout and stderr are no terminal. */
  readonly columns?: number
}

export interface Run {
  /** `null` when a signal ended it. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/**
 * Runs `wxauth` in this process, with a world of its own for everything that `bin` hands to it. What only a process can
 * tell (streams, signals, start-up) is tested with `spawnCli`.
 */
export async function runCli(args: readonly string[], around: Surroundings = {}): Promise<Run> {
  const own = temporaryFolder()
  const [stdout, stderr] = [sink(around.columns), sink(around.columns)]
  const person = own.path
  const env = { HOME: person, WXAUTH_HOME: around.home ?? `${person}/profiles`, ...around.env }
  const terminal: Terminal = {
    argv: args,
    env,
    cwd: () => around.cwd ?? person,
    home: () => env.HOME ?? person,
    stdin: {
      isTerminal: false,
      read: async () => ({ bytes: Buffer.from(around.input ?? '') }),
    },
    stdout,
    stderr,
    tty: () => {
      throw new Error('nobody is at a terminal here')
    },
    ...hostOf(process),
    ...(around.lockPatience === undefined ? {} : { lockPatience: around.lockPatience }),
  }
  try {
    const code = await main(terminal)
    return { code, signal: null, stdout: stdout.text(), stderr: stderr.text() }
  } finally {
    own.remove()
  }
}

/** The one document that `--json` puts on stdout. */
export function documentOf<T = unknown>({ stdout, stderr, code }: Run): T {
  try {
    return JSON.parse(stdout) as T
  } catch (cause) {
    throw new Error(`No JSON on stdout (exit ${code}): ${JSON.stringify({ stdout, stderr })}`, { cause })
  }
}

function sink(columns: number | undefined): Sink & { text(): string } {
  let written = ''
  return {
    write(text) {
      written += text
    },
    isTerminal: columns !== undefined,
    columns: columns ?? 80,
    text: () => written,
  }
}
