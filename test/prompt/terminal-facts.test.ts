import { closeSync, openSync } from 'node:fs'
import { expect, test } from 'vitest'
import { identityOf, isBackground, parseJob } from '../../src/prompt/terminal/terminal-facts.ts'

const stat = '4242 (we ird) (x)) S 1 4242 4200 34816 4300 4194304 100 0 0 0 1 2 0 0 20 0 1 0 98765 1000 200'

test('a line of /proc/<pid>/stat, whatever the command is called', () => {
  expect(parseJob(stat)).toEqual({ group: 4242, terminal: 34816, foregroundGroup: 4300, start: '98765' })
  expect(parseJob('')).toBeUndefined()
  expect(parseJob('1 (x) S')).toBeUndefined()
})
test('without a terminal nothing is in the background', () => {
  const job = parseJob(stat)
  const nothing = openSync('/dev/null', 'r')
  expect(isBackground(nothing, job)).toBe(false)
  expect(isBackground(undefined, job)).toBe(false)
  closeSync(nothing)
})
test('an open file is told from another and from a closed one', () => {
  const one = openSync('/dev/null', 'r')
  const other = openSync('/dev/zero', 'r')
  expect(identityOf(one)).toBe(identityOf(one))
  expect(identityOf(one)).not.toBe(identityOf(other))
  closeSync(one)
  closeSync(other)
  expect(identityOf(one)).toBeUndefined()
  expect(identityOf(undefined)).toBeUndefined()
})
