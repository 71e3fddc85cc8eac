import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import process from 'node:process'
import { expect, onTestFinished, test } from 'vitest'
import { mostBytes, readAnyFile, readRegularFile, tooLarge } from '../../src/json/read-file.ts'
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
  symlinkSync('nowhere', join(home, 'link.json'))
  expect(readRegularFile(join(home, 'link.json'))).toBeUndefined()
  expect(readdirSync(home)).toEqual(['link.json'])
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

test.runIf(posix)('readRegularFile refuses a socket', async () => {
  const path = freshPath()
  const server = createServer().listen(path)
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  expect(readRegularFile(path)).toEqual({ problem: { kind: 'not-file' } })
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
