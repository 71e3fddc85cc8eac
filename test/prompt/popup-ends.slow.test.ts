import { describe, expect } from 'vitest'
import {
  answer,
  ask,
  command,
  ended,
  file,
  isAsBefore,
  onPanes,
  settled,
  signal,
  stays,
  strike,
  test,
  written,
} from './program-on-pane.ts'

describe('nothing is answered on a real terminal', onPanes, () => {
  test.for([
    ['Ctrl-C', 'C-c', 130],
    ['Ctrl-D', 'C-d', 0],
  ] as const)('by %s', async ([, key, code], { pane }) => {
    await ask(pane)
    await pane.press(key)
    await ended(pane, code)
    expect(answer(pane)).toEqual(code === 0 ? { unanswered: 'input-ended' } : null)
    await isAsBefore(pane, stays.closed, `ended ${code}`, '$')
  })
  test.for([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('by %s', async ([name, code], { pane }) => {
    await ask(pane)
    signal(pane, name)
    await ended(pane, code)
    expect(answer(pane)).toBeNull()
    await isAsBefore(pane, stays.closed, `ended ${code}`, '$')
  })
  test('when it is closed: that ends the program', async ({ pane }) => {
    const quoted = command().replaceAll("'", "'\\''")
    await pane.line(`clear; bash -c 'trap : HUP; ${quoted} >answer; echo $? >code'`)
    await pane.shows('Asked by')
    await settled(pane)
    await pane.hangUp()
    expect(await written(pane, 'code')).toBe('129\n')
    expect(file(pane, 'answer')).toBe('')
  })
  test('in a crash, which leaves it usable', async ({ pane }) => {
    await ask(pane, { mishap: 'crash' })
    await strike(pane)
    await ended(pane, 1)
    expect(await pane.screen()).toMatch(/crashed on purpose/)
    expect(await pane.screen()).not.toContain('╭')
    expect(file(pane, 'answer')).toBe('')
    expect(file(pane, 'after')).toBe(file(pane, 'before'))
    expect(await pane.isCursorShown()).toBe(true)
    await pane.line('echo typed $((2 + 2))')
    await pane.shows('typed 4')
  })
  test.for(['stdin-closed', 'stdin-swapped'] as const)('with %s while asking', async (mishap, { pane }) => {
    await ask(pane, { mishap })
    await strike(pane)
    await pane.press('a')
    await ended(pane, 0)
    expect(answer(pane)).toEqual({ unanswered: 'stdin-changed' })
    await isAsBefore(pane, stays.closed, 'ended 0', '$')
  })
  test('where this process reads it raw already', async ({ pane }) => {
    await pane.line(`clear; ${command({ mishap: 'already-raw' })} >answer; echo ended $?`)
    await ended(pane, 0)
    expect(answer(pane)).toEqual({ unanswered: 'raw-mode' })
  })
})
