import process from 'node:process'
import { main } from '../../src/cli/main.ts'
import type { Sink, Terminal } from '../../src/cli/world/terminal.ts'
import { hostOf } from '../../src/locks/host.ts'
import { temporaryFolder } from './temporary-home.ts'

export interface RunOptions {
  /** `$WXAUTH_HOME`, which need not exist. Default: an empty folder for this run. */
  readonly home?: string
  /** Default: an empty folder without a project at or above it, so the demo Mini Program. */
  readonly cwd?: string
  /** Added to the few variables that a run has; `undefined` removes one. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** The content of stdin. Default: empty. */
  readonly input?: string
  /** Whether stdin is a terminal; a popup cannot be shown on it. Default: it is not. */
  readonly stdinIsTerminal?: boolean
  /** How long to wait for a locked profile, in ms. */
  readonly lockPatience?: number
  /** The width of the window. Default: stdout and stderr are not terminals. */
  readonly columns?: number
}

export interface Run {
  /** `null` if a signal ended the run. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/**
 * Runs `wxauth` in this process, with a fake of everything that `bin` passes to it. Tests of streams, signals and the
 * start-up need a real process: see `spawnCli`.
 */
export async function runCli(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const folder = temporaryFolder()
  const [stdout, stderr] = [sink(options.columns), sink(options.columns)]
  const userHome = folder.path
  const env = { HOME: userHome, WXAUTH_HOME: options.home ?? `${userHome}/profiles`, ...options.env }
  const terminal: Terminal = {
    argv: args,
    env,
    cwd: () => options.cwd ?? userHome,
    home: () => env.HOME ?? userHome,
    stdin: {
      isTerminal: options.stdinIsTerminal ?? false,
      read: async () => ({ bytes: Buffer.from(options.input ?? '') }),
    },
    stdout,
    stderr,
    tty: () => {
      throw new Error('This run has no terminal')
    },
    ...hostOf(process),
    ...(options.lockPatience === undefined ? {} : { lockPatience: options.lockPatience }),
  }
  try {
    const code = await main(terminal)
    return { code, signal: null, stdout: stdout.text(), stderr: stderr.text() }
  } finally {
    folder.remove()
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
  let output = ''
  return {
    write(text) {
      output += text
    },
    isTerminal: columns !== undefined,
    columns: columns ?? 80,
    text: () => output,
  }
}
