import { describe, expect } from 'vitest'
import { type Pane, pause } from '../support/pty-tmux.ts'
import {
  answer,
  ask,
  command,
  ended,
  file,
  isAsBefore,
  isOpen,
  letGo,
  onPanes,
  settled,
  settledAfter,
  stays,
  test,
  untilLetGo,
  written,
} from './program-on-pane.ts'

describe('a popup on a real terminal', onPanes, () => {
  test.for([
    ['a', 'accept'],
    ['r', 'reject'],
    ['Escape', 'dismiss'],
  ] as const)('%s: %s, and the terminal is left as it was', async ([key, expected], { pane }) => {
    await ask(pane)
    await pane.press(key)
    await ended(pane, 0)
    expect(answer(pane)).toBe(expected)
    await isAsBefore(pane, stays[expected], 'ended 0', '$')
  })
  test('arrow, then Enter', async ({ pane }) => {
    await ask(pane)
    await pane.press('Enter')
    await pane.shows('Nothing is chosen yet')
    await settled(pane)
    await pane.press('Right')
    await pane.shows('❯ a Allow')
    await settled(pane)
    await pane.press('Enter')
    await ended(pane, 0)
    expect(answer(pane)).toBe('accept')
    await isAsBefore(pane, stays.accept, 'ended 0', '$')
  })
  test('two popups after each other', async ({ pane }) => {
    await ask(pane, { ask: 'twice' })
    await pane.press('a')
    await pane.shows('scope.camera')
    await settled(pane)
    await pane.press('r')
    await ended(pane, 0)
    expect(answer(pane)).toEqual(['accept', 'reject'])
  })
})

describe('what decides nothing on a real terminal', onPanes, () => {
  async function isStillAskingAndRejects(pane: Pane) {
    await settled(pane)
    await isOpen(pane)
    await pane.press('r')
    await ended(pane, 0)
    expect(answer(pane)).toBe('reject')
  }
  test('what was typed before it was there', async ({ pane }) => {
    await pane.line(`clear; stty -echo; ${untilLetGo}; ${command()} >answer; echo ended $?`)
    await pane.line('a')
    await pane.press('a', 'r', 'Enter', 'Escape')
    letGo(pane)
    await pane.shows('Asked by')
    await isStillAskingAndRejects(pane)
  })
  test('what was typed while the process was held up before drawing', async ({ pane }) => {
    await pane.line(`clear; ${command({ mishap: 'held-up' })} >answer; echo ended $?`)
    await written(pane, 'held')
    await pane.press('a')
    await pause(100)
    letGo(pane)
    await pane.shows('What was typed before does not count')
    await isStillAskingAndRejects(pane)
  })
  test('bursts and pastes, marked or not', async ({ pane }) => {
    await ask(pane)
    for (const burst of ['ar', 'aa', 'yes, allow it', 'a\r']) {
      for (const send of [pane.type, pane.pasteMarked, pane.pasteUnmarked]) {
        await settledAfter(pane, () => send(burst))
        await isOpen(pane)
      }
    }
    await settledAfter(pane, () => pane.pasteMarked('a'))
    await isOpen(pane)
    await settledAfter(pane, () => pane.press('Right', 'Enter'))
    await isStillAskingAndRejects(pane)
    expect((await pane.screen()).split('\n')).toEqual([stays.reject, 'ended 0', '$'])
  })
})

describe('a real terminal that others set', onPanes, () => {
  test('by a program that left it raw: it works, and is left so', async ({ pane }) => {
    await ask(pane, {}, 'stty raw -echo; ')
    await pane.press('a')
    await pane.shows('ended 0')
    expect(answer(pane)).toBe('accept')
    expect(await written(pane, 'after')).toBe(file(pane, 'before'))
  })
  test('while it asks: that does not get in the way', async ({ pane }) => {
    const both = `(${untilLetGo}; stty sane; echo sane >set) <&3 & ${command()} >answer; wait`
    await pane.line(`clear; bash -c "${both.replaceAll('"', '\\"')}" 3<&0; echo ended $?`)
    await pane.shows('Asked by')
    letGo(pane)
    await written(pane, 'set')
    // It is made raw again after 200 ms at most.
    await pause(500)
    await pane.press('a')
    await ended(pane, 0)
    expect(answer(pane)).toBe('accept')
    expect((await pane.screen()).split('\n')).toEqual([stays.accept, 'ended 0', '$'])
  })
})
