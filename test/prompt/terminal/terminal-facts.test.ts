import { closeSync, openSync } from 'node:fs'
import process from 'node:process'
import { expect, test } from 'vitest'
import {
  deviceOf,
  identityOf,
  isBackground,
  terminalName,
} from '../../../src/prompt/terminal/terminal-facts.ts'

/** Runs something on an open device. */
function on<T>(path: string, run: (fd: number) => T): T {
  const fd = openSync(path, 'r')
  try {
    return run(fd)
  } finally {
    closeSync(fd)
  }
}

test.each<[what: string, group: number, foregroundGroup: number, isOnTerminal: boolean, expected: boolean]>([
  ['in the foreground of its terminal', 4242, 4242, true, false],
  ['in the background of its terminal', 4242, 4300, true, true],
  ['in the background of another terminal', 4242, 4300, false, false],
  ['without a terminal', 4242, -1, true, false],
])('a job %s', (_what, group, foregroundGroup, isOnTerminal, expected) => {
  on('/dev/null', fd => {
    const terminal = (deviceOf(fd) ?? 0) + (isOnTerminal ? 0 : 1)
    expect(isBackground(fd, { group, terminal, foregroundGroup })).toBe(expected)
    expect(isBackground(undefined, { group, terminal, foregroundGroup })).toBe(false)
    expect(isBackground(fd, undefined)).toBe(false)
  })
})

test('an open file has an identity, and a closed one has none', () => {
  const [one, other] = [openSync('/dev/null', 'r'), openSync('/dev/zero', 'r')]
  expect(identityOf(one)).toBe(identityOf(one))
  expect(identityOf(one)).not.toBe(identityOf(other))
  closeSync(one)
  closeSync(other)
  expect(identityOf(one)).toBeUndefined()
  expect(identityOf(undefined)).toBeUndefined()
})

test('a terminal has the same name each time it is opened, and a file has none', () => {
  const name = on('/dev/null', terminalName)
  expect(name).toMatch(process.platform === 'linux' ? /^\d+-\d{2,}$/ : /^\d+-0$/)
  expect(on('/dev/null', terminalName)).toBe(name)
  expect(on('/dev/zero', terminalName)).not.toBe(name)
  expect(on(import.meta.filename, terminalName)).toBeUndefined()
})
