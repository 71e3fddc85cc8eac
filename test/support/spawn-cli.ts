import { type StdioOptions, spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import type { World } from './cli-world.ts'
import type { Run } from './run-cli.ts'

export const bin = join(import.meta.dirname, '../../bin/wxauth.cjs')

/** In ms, far more than any command takes. A process that hangs is killed. */
const patience = 30_000

interface SpawnOptions {
  readonly world: Pick<World, 'directory' | 'home' | 'cwd'>
  readonly args: readonly string[]
  /** Added to the few variables that a run has; `undefined` removes one. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** The content of stdin. Default: nothing, and stdin stays open. */
  readonly input?: string
  readonly stdio?: StdioOptions
  /** The user of the process, if the tests run as root. */
  readonly uid?: number
  /** The script to run. Default: this package's. */
  readonly entry?: string
  readonly cwd?: string
}

/** Runs the built `wxauth` as a process of its own, with no variable of this process but PATH. */
export async function spawnCli({
  world,
  args,
  env = {},
  input,
  stdio = 'pipe',
  uid,
  entry = bin,
  cwd = world.cwd,
}: SpawnOptions): Promise<Run & { readonly duration: number }> {
  const start = performance.now()
  const child = spawn(process.execPath, [entry, ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: world.directory, WXAUTH_HOME: world.home, ...env },
    stdio,
    timeout: patience,
    killSignal: 'SIGKILL',
    ...(uid === undefined || process.getuid?.() !== 0 ? {} : { uid, gid: uid }),
  })
  // A process may end without reading its input.
  child.stdin?.on('error', () => undefined)
  if (input !== undefined) child.stdin?.end(input)
  const exit = new Promise<Pick<Run, 'code' | 'signal'>>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      child.stdin?.destroy()
      resolve({ code, signal })
    })
  })
  const read = async (stream: NodeJS.ReadableStream | null) => (stream === null ? '' : await text(stream))
  const [end, stdout, stderr] = await Promise.all([exit, read(child.stdout), read(child.stderr)])
  return { ...end, stdout, stderr, duration: performance.now() - start }
}

/** Runs a line of bash in which `"$0" "$1"` is wxauth. */
export async function shell(line: string, { cwd, home }: Pick<World, 'cwd' | 'home'>) {
  const child = spawn('bash', ['-c', line, process.execPath, bin], {
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd, WXAUTH_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: patience,
    killSignal: 'SIGKILL',
  })
  const code = new Promise<number | null>(resolve => child.once('close', resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await code, stdout, stderr }
}

/** Runs `wxauth` as another user if the tests run as root, whom permissions do not stop. */
export function spawnAs(uid: number, args: readonly string[], world: World): Promise<Run> {
  return spawnCli({ world, args, uid, stdio: ['ignore', 'pipe', 'pipe'] })
}
