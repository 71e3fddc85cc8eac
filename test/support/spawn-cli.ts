import { type StdioOptions, spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import type { World } from './cli-world.ts'
import type { Run } from './run-cli.ts'

export const bin = join(import.meta.dirname, '../../bin/wxauth.cjs')

/** Far above what any command takes; a process that hangs is killed rather than waited for. */
const patience = 15_000

interface Spawned {
  readonly world: Pick<World, 'directory' | 'home' | 'cwd'>
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** What comes on stdin before it ends. Left out, nothing ever comes, and stdin stays open. */
  readonly input?: string
  readonly stdio?: StdioOptions
  /** Who runs it; as root only. */
  readonly uid?: number
  /** Another entry than this package's. */
  readonly entry?: string
  readonly cwd?: string
}

/** Runs the built `wxauth` as a process of its own. Nothing of this process's environment reaches it but the path. */
export async function spawnCli({
  world,
  args,
  env = {},
  input,
  stdio = 'pipe',
  uid,
  entry = bin,
  cwd = world.cwd,
}: Spawned): Promise<Run & { readonly took: number }> {
  const began = performance.now()
  const child = spawn(process.execPath, [entry, ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: world.directory, WXAUTH_HOME: world.home, ...env },
    stdio,
    timeout: patience,
    killSignal: 'SIGKILL',
    ...(uid === undefined || process.getuid?.() !== 0 ? {} : { uid, gid: uid }),
  })
  // One that ends without reading its input is not at fault.
  child.stdin?.on('error', () => undefined)
  if (input !== undefined) child.stdin?.end(input)
  const ended = new Promise<Pick<Run, 'code' | 'signal'>>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      child.stdin?.destroy()
      resolve({ code, signal })
    })
  })
  const read = async (stream: NodeJS.ReadableStream | null) => (stream === null ? '' : await text(stream))
  const [end, stdout, stderr] = await Promise.all([ended, read(child.stdout), read(child.stderr)])
  return { ...end, stdout, stderr, took: performance.now() - began }
}

/** Runs `wxauth` as somebody else, when the tests run as root, whom no rights stop. */
export function spawnAs(uid: number, args: readonly string[], world: World): Promise<Run> {
  return spawnCli({ world, args, uid, stdio: ['ignore', 'pipe', 'pipe'] })
}
