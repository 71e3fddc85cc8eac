import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { codeOf, systemProblem } from '../text/system-problem.ts'
import type { FileProblem } from './json-problem.ts'

/** Far above any real file of JSON, far below what would fill the memory. */
const mebibytes = 16
export const mostBytes = mebibytes * 1024 * 1024
export const tooLarge: FileProblem = { kind: 'too-large', mebibytes }

export type ReadBytes = { readonly bytes: Buffer } | { readonly problem: FileProblem }

// What Windows says of a file that another process is replacing in this very moment.
const passing: ReadonlySet<unknown> = new Set(['EBUSY', 'EPERM'])

/** What is in a regular file; `undefined` where there is none. Creates nothing and never waits for a pipe. */
export function readRegularFile(path: string, tries = 5): ReadBytes | undefined {
  try {
    // Opening a FIFO would otherwise wait for somebody to write into it. Windows has no such flag.
    return withFile(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0), file => {
      const stats = fstatSync(file)
      if (!stats.isFile()) return { problem: { kind: stats.isDirectory() ? 'directory' : 'not-file' } }
      return stats.size > mostBytes ? { problem: tooLarge } : { bytes: readFileSync(file) }
    })
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    if (passing.has(codeOf(error)) && tries > 1) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
      return readRegularFile(path, tries - 1)
    }
    return { problem: systemProblem(error) }
  }
}

/** What comes from a file, or from what only looks like one, such as a pipe of the shell; a device may never end. */
export function readAnyFile(path: string): ReadBytes {
  try {
    return withFile(path, constants.O_RDONLY, file => {
      const chunks: Buffer[] = []
      for (let length = 0; ; ) {
        const chunk = Buffer.alloc(64 * 1024)
        const read = readSync(file, chunk)
        if (read === 0) return { bytes: Buffer.concat(chunks) }
        length += read
        if (length > mostBytes) return { problem: tooLarge }
        chunks.push(chunk.subarray(0, read))
      }
    })
  } catch (error) {
    return { problem: codeOf(error) === 'EISDIR' ? { kind: 'directory' } : systemProblem(error) }
  }
}

function withFile<T>(path: string, flags: number, use: (file: number) => T): T {
  const file = openSync(path, flags)
  try {
    return use(file)
  } finally {
    closeSync(file)
  }
}
