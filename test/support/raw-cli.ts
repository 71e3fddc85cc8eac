import { type StdioOptions, spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import type { World } from './cli-world.ts'
import type { Run } from './run-cli.ts'

export const bin = join(import.meta.dirname, '../../bin/wxauth.cjs')

/** Far above what any command takes. */
const patience = 15_000

interface RawRun extends Run {
  /** How long it took, in ms. */
  readonly took: number
}

interface Raw {
  readonly world: World
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Left out, three pipes, none of which is ever written to or closed from here. */
  readonly stdio?: StdioOptions
  /** Who runs it; as root only. */
  readonly uid?: number
  /** Another entry than this package's. */
  readonly entry?: string
  readonly cwd?: string
}

/** Runs `wxauth` with whatever streams; nothing ever comes on a stdin that is a pipe, and it is left open. */
export async function runRaw({
  world,
  args,
  env = {},
  stdio = 'pipe',
  uid,
  entry = bin,
  cwd,
}: Raw): Promise<RawRun> {
  const began = performance.now()
  const child = spawn(process.execPath, [entry, ...args], {
    cwd: cwd ?? world.cwd,
    env: { PATH: process.env.PATH, HOME: world.directory, WXAUTH_HOME: world.home, ...env },
    stdio,
    timeout: patience,
    killSignal: 'SIGKILL',
    ...(uid === undefined || process.getuid?.() !== 0 ? {} : { uid, gid: uid }),
  })
  child.stdin?.on('error', () => undefined)
  const ended = new Promise<Pick<Run, 'code' | 'signal'>>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      child.stdin?.destroy()
      resolve({ code, signal })
    })
  })
  const read = async (stream: NodeJS.ReadableStream | null) => (stream === null ? '' : await text(stream))
  const [ending, stdout, stderr] = await Promise.all([ended, read(child.stdout), read(child.stderr)])
  return { ...ending, stdout, stderr, took: performance.now() - began }
}

/** Runs `wxauth` as somebody else, when the tests run as root, whom no rights stop. */
export function runAs(uid: number, args: readonly string[], world: World): Promise<RawRun> {
  return runRaw({ world, args, uid, stdio: ['ignore', 'pipe', 'pipe'] })
}
