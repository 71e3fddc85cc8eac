import { describe, expect } from 'vitest'
import {
  answer,
  ask,
  closingLines,
  command,
  expectRestored,
  file,
  paneOptions,
  signal,
  strike,
  test,
  waitForEnd,
  waitForFile,
  waitForQuiet,
} from './program-on-pane.ts'

describe('a popup on a real terminal ends without an answer', paneOptions, () => {
  test.for([
    ['Ctrl-C', 'C-c', 130],
    ['Ctrl-D', 'C-d', 0],
  ] as const)('by %s', async ([, key, code], { pane }) => {
    await ask(pane)
    await pane.press(key)
    await waitForEnd(pane, code)
    expect(answer(pane)).toEqual(code === 0 ? { unanswered: 'input-ended' } : null)
    await expectRestored(pane, closingLines.closed, `ended ${code}`, '$')
  })
  test.for([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('by %s', async ([name, code], { pane }) => {
    await ask(pane)
    signal(pane, name)
    await waitForEnd(pane, code)
    expect(answer(pane)).toBeNull()
    await expectRestored(pane, closingLines.closed, `ended ${code}`, '$')
  })
  test('when the terminal is closed, which ends the program', async ({ pane }) => {
    const escapedCommand = command().replaceAll("'", "'\\''")
    await pane.line(`clear; bash -c 'trap : HUP; ${escapedCommand} >answer; echo $? >code'`)
    await pane.shows('Asked by')
    await waitForQuiet(pane)
    await pane.hangUp()
    expect(await waitForFile(pane, 'code')).toBe('129\n')
    expect(file(pane, 'answer')).toBe('')
  })
  test('in a crash, which leaves the terminal usable', async ({ pane }) => {
    await ask(pane, { mishap: 'crash' })
    await strike(pane)
    await waitForEnd(pane, 1)
    expect(await pane.screen()).toMatch(/crashed on purpose/)
    expect(await pane.screen()).not.toContain('╭')
    expect(file(pane, 'answer')).toBe('')
    expect(file(pane, 'after')).toBe(file(pane, 'before'))
    expect(await pane.isCursorShown()).toBe(true)
    await pane.line('echo typed $((2 + 2))')
    await pane.shows('typed 4')
  })
  test.for(['stdin-closed', 'stdin-swapped'] as const)('with %s', async (mishap, { pane }) => {
    await ask(pane, { mishap })
    await strike(pane)
    await pane.press('a')
    await waitForEnd(pane, 0)
    expect(answer(pane)).toEqual({ unanswered: 'stdin-changed' })
    await expectRestored(pane, closingLines.closed, 'ended 0', '$')
  })
  test('where this process reads it raw already', async ({ pane }) => {
    await pane.line(`clear; ${command({ mishap: 'already-raw' })} >answer; echo ended $?`)
    await waitForEnd(pane, 0)
    expect(answer(pane)).toEqual({ unanswered: 'raw-mode' })
  })
})
