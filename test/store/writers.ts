import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { build } from 'rolldown'
import { afterAll, beforeAll } from 'vitest'
import { temporaryFolder } from '../support/temporary-home.ts'

/** A running writer; `lines` grows by each line that it writes. */
export interface Writer {
  readonly lines: readonly string[]
  readonly process: ChildProcess
  /** Resolves as soon as it has written that line. */
  hasWritten(line: string): Promise<void>
  /** @returns its lines, after it ended */
  readonly ended: Promise<readonly string[]>
}

export type StartWriter = (
  act: 'write' | 'hold' | 'stop' | 'read' | 'idle',
  directory: string,
  id?: string,
  number?: number,
  more?: {
    /** Runs it as somebody without rights, where the tests run as root. */
    readonly nobody?: boolean
    /** How long it waits for the lock, in ms. */
    readonly patience?: number
  },
) => Writer

/** Builds writer.ts for the suite that calls it. @returns how to start one */
export function writers(): StartWriter {
  const bundle = temporaryFolder()
  beforeAll(async () => {
    // Whoever runs it must be able to read it.
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
    return listening(child)
  }
}

function listening(child: ChildProcess): Writer {
  const lines: string[] = []
  let rest = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
    child.emit('line')
  })
  const ended = new Promise<readonly string[]>(resolve => child.on('close', () => resolve(lines)))
  const hasWritten = (line: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => lines.includes(line) && resolve()
      child.on('line', look)
      look()
      ended.then(() => reject(new Error(`It ended without writing ${line}: ${lines.join()}`)))
    })
  return { lines, process: child, hasWritten, ended }
}
