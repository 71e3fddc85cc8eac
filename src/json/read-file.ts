import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs'
import { codeOf, systemProblem } from '../text/system-problem.ts'
import type { FileProblem } from './json-problem.ts'

/** Far more than any file of JSON has, far less than fills the memory. */
const mebibytes = 16
export const mostBytes = mebibytes * 1024 * 1024
export const tooLarge: FileProblem = { kind: 'too-large', mebibytes }

export type ReadBytes = { readonly bytes: Buffer } | { readonly problem: FileProblem }

// Windows answers so while another process is replacing the file.
const transientCodes: ReadonlySet<unknown> = new Set(['EBUSY', 'EPERM'])

/** Reads a regular file; `undefined` if there is none. Creates nothing, and never waits for the other end of a pipe. */
export function readRegularFile(path: string, tries = 5): ReadBytes | undefined {
  try {
    // Without O_NONBLOCK, opening a FIFO waits until somebody writes into it. Windows does not have this flag.
    return withFile(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0), file => {
      const stats = fstatSync(file)
      if (stats.isDirectory()) return { problem: { kind: 'directory' } }
      if (!stats.isFile()) return { problem: { kind: 'not-file' } }
      return stats.size > mostBytes ? { problem: tooLarge } : readToEnd(file, stats.size + 1)
    })
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT') return isLink(path) ? { problem: { kind: 'dangling-link' } } : undefined
    if (transientCodes.has(code) && tries > 1) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
      return readRegularFile(path, tries - 1)
    }
    return { problem: fileProblem(error) }
  }
}

/**
 * Reads a file, or a pipe or a device in its place, such as what a shell passes for `<(command)`. Waits for a pipe, and
 * stops at the limit, because a device may never end.
 */
export function readAnyFile(path: string): ReadBytes {
  try {
    return withFile(path, constants.O_RDONLY, file => readToEnd(file, 64 * 1024))
  } catch (error) {
    return { problem: fileProblem(error) }
  }
}

/** Reads a stream to its end, or to the limit. @param descriptor of the stream, if it has one */
export async function readStream(stream: NodeJS.ReadableStream, descriptor?: number): Promise<ReadBytes> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    // Node takes a directory on stdin for an empty stream.
    if (descriptor !== undefined && fstatSync(descriptor).isDirectory())
      return { problem: { kind: 'directory' } }
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk)
      length += bytes.length
      if (length > mostBytes) return { problem: tooLarge }
      chunks.push(bytes)
    }
  } catch (error) {
    return { problem: fileProblem(error) }
  }
  return { bytes: Buffer.concat(chunks) }
}

/** @param room how many bytes to expect; the buffer grows if more come, for example from a pipe */
function readToEnd(file: number, room: number): ReadBytes {
  let buffer = Buffer.allocUnsafe(room)
  for (let length = 0; ; ) {
    // All arguments, because the file system of Yarn's Plug'n'Play takes no object of options.
    const read = readSync(file, buffer, length, buffer.length - length, null)
    if (read === 0) return { bytes: buffer.subarray(0, length) }
    length += read
    if (length > mostBytes) return { problem: tooLarge }
    if (length === buffer.length) buffer = Buffer.concat([buffer], 2 * length)
  }
}

function fileProblem(error: unknown): FileProblem {
  const code = codeOf(error)
  if (code === 'EISDIR') return { kind: 'directory' }
  // A socket.
  if (code === 'ENXIO') return { kind: 'not-file' }
  return systemProblem(error)
}

export function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
}

function withFile<T>(path: string, flags: number, use: (file: number) => T): T {
  const file = openSync(path, flags)
  try {
    return use(file)
  } finally {
    closeSync(file)
  }
}
