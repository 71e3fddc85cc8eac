import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const script = join(import.meta.dirname, 'plain-node.cjs')

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

test.each(['wx-first', 'simulate-first'])('The built package works without a test runner: %s', order => {
  expect(run(order, 'accept', '.locate')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching('22.54, 113.93'),
  })
  expect(run(order, 'reject', '.locate')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching('unknown'),
  })
})

test('What a page throws fails the process', () => {
  const { status, stderr } = run('broken', 'accept', '.locate')
  expect(status).toBe(1)
  expect(stderr).toContain('wx.getLocation is not a function')
  expect(stderr).toContain('near-me/index.js')
})

test('A promise of the page that nobody handles fails the process, as always', () => {
  expect(run('rejecting', 'accept', '.locate')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('Error: rejected'),
  })
})

test.each([
  { button: '.locate', scope: 'scope.userLocation' },
  { button: '.greet', scope: 'scope.userInfo' },
  { button: '.scan', scope: 'scope.camera' },
])(
  'An unanswered popup after a tap on $button fails the process, with the scope in the error',
  ({ button, scope }) => {
    const { status, stderr } = run('simulate-first', '', button)
    expect(status).toBe(1)
    expect(stderr).toContain('ERR_UNANSWERED')
    expect(stderr).toContain(scope)
  },
)
