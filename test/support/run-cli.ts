import { spawn } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'

const bin = join(import.meta.dirname, '../../bin/wxauth.cjs')

/** Far above what any command takes; a process that hangs is killed rather than waited for. */
const patience = 15_000

export interface Surroundings {
  /** `$WXAUTH_HOME`; need not exist. Left out, an empty folder for this run alone. */
  readonly home?: string
  /** Left out, an empty folder with no project at or above it: the built-in demo Mini Program. */
  readonly cwd?: string
  /** On top of the few variables that a run gets; `undefined` takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** What comes on stdin before it ends; left out, nothing does. Never a terminal. */
  readonly input?: string
}

export interface Run {
  /** `null` when a signal ended it. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs `wxauth` as a process of its own, with its three streams apart, none of them a terminal. */
export async function runCli(args: readonly string[], around: Surroundings = {}): Promise<Run> {
  const own = mkdtempSync(join(realpathSync(tmpdir()), 'wxauth-run-'))
  try {
    return await finished(args, {
      cwd: around.cwd ?? own,
      env: { ...plainEnvironment(own), WXAUTH_HOME: around.home ?? join(own, 'profiles'), ...around.env },
      input: around.input ?? '',
    })
  } finally {
    rmSync(own, { recursive: true, force: true, maxRetries: 5 })
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

async function finished(
  args: readonly string[],
  { cwd, env, input }: Required<Pick<Surroundings, 'cwd' | 'env' | 'input'>>,
): Promise<Run> {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    env,
    stdio: 'pipe',
    timeout: patience,
    killSignal: 'SIGKILL',
  })
  // One that ends without reading its input is not at fault.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const ended = new Promise<Pick<Run, 'code' | 'signal'>>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
  const [ending, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  return { ...ending, stdout, stderr }
}

/** What a process needs to start at all; nothing else of ours gets through: no CI, no colours, no WXAUTH_*. */
function plainEnvironment(person: string): Readonly<Record<string, string | undefined>> {
  const needed = ['PATH', 'SystemRoot', 'TMPDIR', 'TEMP', 'TMP']
  const system = Object.fromEntries(needed.map(name => [name, process.env[name]]))
  // Even a run without $WXAUTH_HOME finds a home of its own.
  return { ...system, HOME: person, USERPROFILE: person, APPDATA: join(person, 'AppData') }
}
