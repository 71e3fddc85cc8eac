import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { build } from 'rolldown'
import { afterAll, beforeAll } from 'vitest'
import { temporaryFolder } from '../support/temporary-home.ts'

/** A running writer. */
export interface Writer {
  /** Grows with each line that the writer prints. */
  readonly lines: readonly string[]
  readonly process: ChildProcess
  /** Resolves when the writer has printed this line. */
  waitFor(line: string): Promise<void>
  /** Resolves with all lines when the writer has ended. */
  readonly end: Promise<readonly string[]>
}

export type StartWriter = (
  act: 'write' | 'hold' | 'stop' | 'read' | 'idle',
  directory: string,
  id?: string,
  number?: number,
  more?: {
    /** Runs the writer as a user without permissions if the tests run as root. */
    readonly nobody?: boolean
    /** How long the writer waits for the lock, in ms. */
    readonly patience?: number
  },
) => Writer

/** Builds writer.ts for the suite that calls this. @returns a function that starts a writer */
export function writers(): StartWriter {
  const bundle = temporaryFolder()
  beforeAll(async () => {
    // Every user must be able to read the bundle.
    chmodSync(bundle.path, 0o755)
    await build({
      input: join(import.meta.dirname, 'writer.ts'),
      platform: 'node',
      logLevel: 'silent',
      output: { dir: bundle.path, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
    })
  })
  afterAll(bundle.remove)
  return (act, directory, id = '', number = 0, { nobody = false, patience = 5_000 } = {}) => {
    const rights = nobody && process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
    const child = spawn(
      process.execPath,
      [join(bundle.path, 'writer.mjs'), act, directory, id, `${number}`, `${patience}`],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        ...rights,
      },
    )
    return writerOf(child)
  }
}

function writerOf(child: ChildProcess): Writer {
  const lines: string[] = []
  let rest = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
    child.emit('line')
  })
  const end = new Promise<readonly string[]>(resolve => child.on('close', () => resolve(lines)))
  const waitFor = (line: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => lines.includes(line) && resolve()
      child.on('line', look)
      look()
      end.then(() => reject(new Error(`The writer ended without printing ${line}: ${lines.join()}`)))
    })
  return { lines, process: child, waitFor, end }
}
