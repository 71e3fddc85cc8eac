import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import process from 'node:process'
import { Readable } from 'node:stream'
import { describe, expect, onTestFinished, test } from 'vitest'
import { mostBytes, readAnyFile, readRegularFile, readStream, tooLarge } from '../../src/json/read-file.ts'
import { temporaryHome } from '../support/temporary-home.ts'

const posix = process.platform !== 'win32'

/** A path where no file exists yet. */
const freshPath = () => join(temporaryHome(), 'data.json')

function fileOf(content: string | Buffer): string {
  const path = freshPath()
  writeFileSync(path, content)
  return path
}

/** Sparse: it takes no space on the disk. */
function fileOfSize(bytes: number): string {
  const path = fileOf('')
  truncateSync(path, bytes)
  return path
}

function folder(): string {
  const path = freshPath()
  mkdirSync(path)
  return path
}

function fifo(): string {
  const path = freshPath()
  execFileSync('mkfifo', [path])
  return path
}

const readers = [
  ['readRegularFile', readRegularFile],
  ['readAnyFile', (path: string) => readAnyFile(path)],
] as const

test.each(readers)('%s returns the bytes unchanged', (_name, read) => {
  const bytes = Buffer.from('\ufeff{"a":"\xe9"}\r\n', 'latin1')
  expect(read(fileOf(bytes))).toEqual({ bytes })
  expect(read(fileOf(''))).toEqual({ bytes: Buffer.alloc(0) })
})

test.each(readers)('%s follows a symbolic link', (_name, read) => {
  const path = freshPath()
  symlinkSync(fileOf('{}'), path)
  expect(read(path)).toEqual({ bytes: Buffer.from('{}') })
})

test.each(readers)('%s reads a file of the largest size, but no larger one', (_name, read) => {
  expect(read(fileOfSize(mostBytes))).toMatchObject({ bytes: { length: 16 * 1024 * 1024 } })
  expect(read(fileOfSize(mostBytes + 1))).toEqual({ problem: { kind: 'too-large', mebibytes: 16 } })
})

test.each(readers)('%s refuses a directory', (_name, read) => {
  expect(read(folder())).toEqual({ problem: { kind: 'directory' } })
})

test.each(readers)('%s returns the error of the system for a path through a file', (_name, read) => {
  expect(read(join(fileOf(''), 'data.json'))).toEqual({
    problem: { kind: 'system', code: 'ENOTDIR', text: 'ENOTDIR: not a directory' },
  })
})

test.runIf(posix).each(readers)(
  '%s returns the error of the system for a missing permission',
  (_name, read) => {
    const path = fileOf('{}')
    chmodSync(path, 0o000)
    chmodSync(join(path, '..'), 0o755)
    expect(asNobody(() => read(path))).toEqual({
      problem: { kind: 'system', code: 'EACCES', text: 'EACCES: permission denied' },
    })
  },
)

test.each(readers)('%s returns the error of the system for a link to itself', (_name, read) => {
  const path = freshPath()
  symlinkSync('data.json', path)
  expect(read(path)).toMatchObject({ problem: { kind: 'system', code: 'ELOOP' } })
})

test('readRegularFile returns undefined if there is no file, and creates none', () => {
  const home = temporaryHome()
  expect(readRegularFile(join(home, 'data.json'))).toBeUndefined()
  expect(readRegularFile(join(home, 'no', 'folder', 'data.json'))).toBeUndefined()
  expect(readdirSync(home)).toEqual([])
})

test('readAnyFile returns an error if there is no file', () => {
  expect(readAnyFile(freshPath())).toMatchObject({ problem: { kind: 'system', code: 'ENOENT' } })
})

test.runIf(posix)('readRegularFile refuses a FIFO without waiting for a writer', () => {
  expect(readRegularFile(fifo())).toEqual({ problem: { kind: 'not-file' } })
})

test.runIf(posix)('readAnyFile reads a FIFO to its end, however many pieces come', () => {
  const path = fifo()
  spawn('sh', ['-c', `exec 3>'${path}'; printf '{' >&3; sleep 0.05; printf '}' >&3`])
  expect(readAnyFile(path)).toEqual({ bytes: Buffer.from('{}') })
})

test.runIf(posix)('readRegularFile refuses a device, and readAnyFile stops at the limit', () => {
  expect(readRegularFile('/dev/zero')).toEqual({ problem: { kind: 'not-file' } })
  expect(readAnyFile('/dev/zero')).toEqual({ problem: tooLarge })
  expect(readAnyFile('/dev/null')).toEqual({ bytes: Buffer.alloc(0) })
})

test.runIf(posix).each(readers)('%s refuses a socket', async (_name, read) => {
  const path = freshPath()
  const server = createServer().listen(path)
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  expect(read(path)).toEqual({ problem: { kind: 'not-file' } })
})

test('readRegularFile tells a link to nowhere from a missing file', () => {
  const path = freshPath()
  symlinkSync('nowhere', path)
  expect(readRegularFile(path)).toEqual({ problem: { kind: 'dangling-link' } })
})

test('a file of 3 GB is refused at once', () => {
  const path = fileOfSize(3 * 1024 ** 3)
  for (const [, read] of readers) expect(read(path)).toEqual({ problem: tooLarge })
})

describe('readStream', () => {
  test('reads to the end, however many pieces come', async () => {
    expect(await readStream(Readable.from([Buffer.from('{'), Buffer.from('}')]))).toEqual({
      bytes: Buffer.from('{}'),
    })
  })

  test('stops at the limit of a stream that never ends', async () => {
    const chunk = Buffer.alloc(1024 * 1024)
    let chunks = 0
    const endless = new Readable({
      read() {
        chunks += 1
        this.push(chunk)
      },
    })
    expect(await readStream(endless)).toEqual({ problem: tooLarge })
    expect(chunks).toBeLessThan(20)
  })

  test.skipIf(!posix)('names a directory on stdin, which Node takes for an empty stream', async () => {
    const directory = openSync(temporaryHome(), 'r')
    onTestFinished(() => closeSync(directory))
    expect(await readStream(Readable.from([]), directory)).toEqual({ problem: { kind: 'directory' } })
  })

  test('returns the error of a stream that fails', async () => {
    const failing = (code: string) => new Readable({ read: () => undefined }).destroy(errorOf(code))
    expect(await readStream(failing('EISDIR'))).toEqual({ problem: { kind: 'directory' } })
    expect(await readStream(failing('EIO'))).toEqual({
      problem: { kind: 'system', code: 'EIO', text: 'EIO' },
    })
  })

  const errorOf = (code: string) => Object.assign(new Error(code), { code })
})

/** Permissions do not stop root, so root becomes another user for a moment. */
function asNobody<T>(run: () => T): T {
  if (process.geteuid?.() !== 0) return run()
  process.seteuid?.(65534)
  try {
    return run()
  } finally {
    process.seteuid?.(0)
  }
}
