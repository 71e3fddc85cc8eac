import { describe, expect } from 'vitest'
import { type Pane, pause } from '../support/pty-tmux.ts'
import type { Errand } from './fixture/ask.ts'
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
  signal,
  stays,
  test,
  untilLetGo,
  written,
} from './program-on-pane.ts'

describe('a popup in a shell with job control', onPanes, () => {
  test('Ctrl-Z gives the shell its terminal, fg brings the popup back', async ({ pane }) => {
    await ask(pane)
    await pane.press('Right')
    await pane.shows('❯ a Allow')
    await pane.press('C-z')
    await pane.shows('Stopped')
    expect(await pane.screen()).not.toContain('╭')
    await pane.line('stty -g >stopped; echo still $((1 + 1))')
    await pane.shows('still 2')
    expect(file(pane, 'stopped')).toBe(file(pane, 'before'))
    await pane.line('fg; echo ended $?')
    await pane.shows('❯ a Allow')
    expect(await pane.screen()).toContain('still 2')
    await settled(pane)
    await pane.press('r')
    await ended(pane, 0)
    expect(answer(pane)).toBe('reject')
    expect(await pane.screen()).not.toContain('╭')
  })
  test('in bg it stays stopped; what is typed to the shell is no answer', async ({ pane }) => {
    await ask(pane)
    await pane.press('C-z')
    await pane.shows('Stopped')
    await pane.line('bg')
    await pause(500)
    await pane.line('a')
    await pane.shows('a: command not found')
    expect(file(pane, 'answer')).toBe('')
    await pane.type('clear; fg; echo ended $?\raa')
    await pane.shows('Asked by')
    await settled(pane)
    await isOpen(pane)
    await pane.press('Escape')
    await ended(pane, 0)
    expect(answer(pane)).toBe('dismiss')
  })
  test.for([
    ['fg', 'kill -CONT'],
    ['kill -CONT', 'fg'],
  ] as const)('after a kill -STOP, %s and %s leave it asking', async ([first], { pane }) => {
    await ask(pane)
    signal(pane, 'SIGSTOP')
    await pane.shows('Stopped')
    if (first === 'kill -CONT') signal(pane, 'SIGCONT')
    await pane.line('fg')
    await pane.shows(/fg\n(.*\n)+.*Asked by/)
    if (first === 'fg') signal(pane, 'SIGCONT')
    await settled(pane)
    await pane.press('a')
    await pane.shows('Allowed')
    expect(JSON.parse(await written(pane, 'answer'))).toBe('accept')
  })
  test('in the background nobody is asked', async ({ pane }) => {
    await pane.line(`clear; ${command()} >answer &`)
    await pane.shows(/\[1\]/)
    await pane.line('wait; echo ended $?')
    await ended(pane, 0)
    expect(answer(pane)).toEqual({ unanswered: 'background' })
    expect(await pane.screen()).not.toContain('Allow')
  })
})

describe('two programs on one real terminal', onPanes, () => {
  /** Starts both as one job, the second while the first asks for the camera. */
  async function askTwo(pane: Pane, second: Errand = {}) {
    const first = command({ question: { scope: 'scope.camera', description: 'Camera' } })
    const both = `${first} <&3 >first & ${untilLetGo}; ${command(second)} >second; wait`
    const quoted = both.replaceAll('"', '\\"')
    await pane.line(`clear; stty -g >before; bash -c "${quoted}" 3<&0; echo ended $?; stty -g >after`)
    await pane.shows('scope.camera')
    await settled(pane)
    letGo(pane)
    await pane.shows('is asking on this terminal: waiting for it.')
  }
  test('one waits for the other, and each gets its own answer', async ({ pane }) => {
    await askTwo(pane)
    expect(await pane.screen()).toContain('scope.camera')
    expect(await pane.screen()).not.toContain('scope.userLocation')
    await pane.press('r')
    await pane.shows('scope.userLocation')
    await settled(pane)
    await pane.press('a')
    await ended(pane, 0)
    expect(JSON.parse(file(pane, 'first'))).toBe('reject')
    expect(JSON.parse(file(pane, 'second'))).toBe('accept')
    await isAsBefore(
      pane,
      '✖ Rejected: Camera. Change it: wxauth open-setting --enable scope.camera',
      stays.accept,
      'ended 0',
      '$',
    )
  })
  test('who waits too long for the other is told', async ({ pane }) => {
    await askTwo(pane, { patience: 300 })
    expect(JSON.parse(await written(pane, 'second'))).toEqual({ unanswered: 'busy' })
    await pane.press('r')
    await ended(pane, 0)
  })
})
