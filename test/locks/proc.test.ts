import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test } from 'vitest'
import { bootId, machineId, parseStat, pidNamespace, statOf } from '../../src/locks/proc.ts'
import { linuxFilesWith, statLine } from './linux-files.ts'

test('a line of /proc/<pid>/stat is read for any name of the program', () => {
  const line =
    '4242 (we ird) (x)) S 1 4240 4200 34816 4300 4194304 100 0 0 0 1 2 0 0 20 0 1 0 98765 1000 200\n'
  expect(parseStat(line)).toEqual({
    pid: 4242,
    state: 'S',
    group: 4240,
    terminal: 34816,
    foregroundGroup: 4300,
    started: '98765',
  })
})

test('a process without a terminal is read', () => {
  const line = '1 (init) S 0 1 1 0 -1 4194560 100 0 0 0 1 2 0 0 20 0 1 0 3 1000 200\n'
  expect(parseStat(line)).toMatchObject({ terminal: 0, foregroundGroup: -1, started: '3' })
})

test.each(['', 'nonsense', '1 (x) S', '1 (x) S 0 1 1 0 -1'])('%j is not such a line', line => {
  expect(parseStat(line)).toBeUndefined()
})

test('the files of Linux are read', () => {
  const files = linuxFilesWith(5, { 9: statLine(9, 'T', 300) })
  expect(statOf(9, files)).toMatchObject({ pid: 9, state: 'T', started: '300' })
  expect(statOf('self', files)).toMatchObject({ pid: 5, state: 'R', started: '500' })
  expect([pidNamespace(files), bootId(files), machineId(files)]).toEqual(['pid:[42]', 'boot-1', 'id-1'])
})

test('missing files give undefined or null', () => {
  const files = { proc: '/nowhere', machineId: '/nowhere/machine-id' }
  expect(statOf(9, files)).toBeUndefined()
  expect([pidNamespace(files), bootId(files), machineId(files)]).toEqual([null, null, null])
  const blank = linuxFilesWith(5)
  writeFileSync(join(blank.machineId), '\n')
  expect(machineId(blank)).toBeNull()
})

test.runIf(process.platform === 'linux')('the files of this process are read', () => {
  expect(statOf('self')).toMatchObject({ pid: process.pid })
  expect(statOf(process.pid)?.started).toBe(statOf('self')?.started)
  expect(pidNamespace()).toMatch(/^pid:\[\d+\]$/)
})
