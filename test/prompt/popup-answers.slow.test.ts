import { describe, expect } from 'vitest'
import { type Pane, pause } from '../support/pty-tmux.ts'
import {
  answer,
  ask,
  closingLines,
  command,
  expectOpen,
  expectRestored,
  file,
  paneOptions,
  release,
  test,
  untilRelease,
  waitForEnd,
  waitForFile,
  waitForQuiet,
  waitForQuietAfter,
} from './program-on-pane.ts'

describe('a popup on a real terminal', paneOptions, () => {
  test.for([
    ['a', 'accept'],
    ['r', 'reject'],
    ['Escape', 'dismiss'],
  ] as const)('%s answers %s, and the terminal is restored', async ([key, expected], { pane }) => {
    await ask(pane)
    await pane.press(key)
    await waitForEnd(pane, 0)
    expect(answer(pane)).toBe(expected)
    await expectRestored(pane, closingLines[expected], 'ended 0', '$')
  })
  test('an arrow and Enter answer', async ({ pane }) => {
    await ask(pane)
    await pane.press('Enter')
    await pane.shows('Nothing is chosen yet')
    await waitForQuiet(pane)
    await pane.press('Right')
    await pane.shows('❯ [a] Allow')
    await waitForQuiet(pane)
    await pane.press('Enter')
    await waitForEnd(pane, 0)
    expect(answer(pane)).toBe('accept')
    await expectRestored(pane, closingLines.accept, 'ended 0', '$')
  })
  test('two popups are answered one after the other', async ({ pane }) => {
    await ask(pane, { ask: 'twice' })
    await pane.press('a')
    await pane.shows('scope.camera')
    await waitForQuiet(pane)
    await pane.press('r')
    await waitForEnd(pane, 0)
    expect(answer(pane)).toEqual(['accept', 'reject'])
  })
})

describe('on a real terminal a popup ignores', paneOptions, () => {
  async function expectOpenAndReject(pane: Pane) {
    await waitForQuiet(pane)
    await expectOpen(pane)
    await pane.press('r')
    await waitForEnd(pane, 0)
    expect(answer(pane)).toBe('reject')
  }
  test('keys typed before it appears', async ({ pane }) => {
    await pane.line(`clear; stty -echo; ${untilRelease}; ${command()} >answer; echo ended $?`)
    await pane.line('a')
    await pane.press('a', 'r', 'Enter', 'Escape')
    release(pane)
    await pane.shows('Asked by')
    await expectOpenAndReject(pane)
  })
  test('keys typed while the process is blocked before drawing', async ({ pane }) => {
    await pane.line(`clear; ${command({ mishap: 'held-up' })} >answer; echo ended $?`)
    await waitForFile(pane, 'held')
    await pane.press('a')
    await pause(100)
    release(pane)
    await pane.shows('Earlier keys were ignored')
    await expectOpenAndReject(pane)
  })
  test('bursts of keys, and pastes with and without marks', async ({ pane }) => {
    await ask(pane)
    for (const burst of ['ar', 'aa', 'yes, allow it', 'a\r']) {
      for (const send of [pane.type, pane.pasteMarked, pane.pasteUnmarked]) {
        await waitForQuietAfter(pane, () => send(burst))
        await expectOpen(pane)
      }
    }
    await waitForQuietAfter(pane, () => pane.pasteMarked('a'))
    await expectOpen(pane)
    await waitForQuietAfter(pane, () => pane.press('Right', 'Enter'))
    await expectOpenAndReject(pane)
    expect((await pane.screen()).split('\n')).toEqual([closingLines.reject, 'ended 0', '$'])
  })
})

describe('a real terminal that another program', paneOptions, () => {
  test('left in raw mode works, and is left in raw mode', async ({ pane }) => {
    await ask(pane, {}, 'stty raw -echo; ')
    await pane.press('a')
    await pane.shows('ended 0')
    expect(answer(pane)).toBe('accept')
    expect(await waitForFile(pane, 'after')).toBe(file(pane, 'before'))
  })
  test('changes while a popup is open still works', async ({ pane }) => {
    const both = `(${untilRelease}; stty sane; echo sane >set) <&3 & ${command()} >answer; wait`
    await pane.line(`clear; bash -c "${both.replaceAll('"', '\\"')}" 3<&0; echo ended $?`)
    await pane.shows('Asked by')
    release(pane)
    await waitForFile(pane, 'set')
    // The popup sets raw mode again after 200 ms at most.
    await pause(500)
    await pane.press('a')
    await waitForEnd(pane, 0)
    expect(answer(pane)).toBe('accept')
    expect((await pane.screen()).split('\n')).toEqual([closingLines.accept, 'ended 0', '$'])
  })
})
