import { describe, expect } from 'vitest'
import { type Pane, pause } from '../support/pty-tmux.ts'
import type { Errand } from './fixture/ask.ts'
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
  signal,
  test,
  untilRelease,
  waitForEnd,
  waitForFile,
  waitForQuiet,
} from './program-on-pane.ts'

describe('a popup in a shell with job control', paneOptions, () => {
  test('Ctrl-Z returns to the shell, and fg to the popup', async ({ pane }) => {
    await ask(pane)
    await pane.press('Right')
    await pane.shows('❯ [a] Allow')
    await pane.press('C-z')
    await pane.shows('Stopped')
    expect(await pane.screen()).not.toContain('╭')
    await pane.line('stty -g >stopped; echo still $((1 + 1))')
    await pane.shows('still 2')
    expect(file(pane, 'stopped')).toBe(file(pane, 'before'))
    await pane.line('fg; echo ended $?')
    await pane.shows('❯ [a] Allow')
    expect(await pane.screen()).toContain('still 2')
    await waitForQuiet(pane)
    await pane.press('r')
    await waitForEnd(pane, 0)
    expect(answer(pane)).toBe('reject')
    expect(await pane.screen()).not.toContain('╭')
  })
  test('is drawn for the window as it is after fg', async ({ pane }) => {
    await ask(pane)
    await pane.press('C-z')
    await pane.shows('Stopped')
    await pane.resize(28, 24)
    await pane.line('clear; fg; echo ended $?')
    await pane.shows('r / a / Esc')
    await waitForQuiet(pane)
    expect((await pane.screen()).match(/╭─+╮$/gm)).toHaveLength(1)
    await pane.press('a')
    await waitForEnd(pane, 0)
    expect(answer(pane)).toBe('accept')
    expect(await pane.screen()).not.toMatch(/[│╰]/)
  })
  test('stays stopped after bg, and keys typed into the shell do not answer it', async ({ pane }) => {
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
    await waitForQuiet(pane)
    await expectOpen(pane)
    await pane.press('Escape')
    await waitForEnd(pane, 0)
    expect(answer(pane)).toBe('dismiss')
  })
  test.for([
    ['fg', 'kill -CONT'],
    ['kill -CONT', 'fg'],
  ] as const)('still asks after kill -STOP, then %s and %s', async ([first], { pane }) => {
    await ask(pane)
    signal(pane, 'SIGSTOP')
    await pane.shows('Stopped')
    if (first === 'kill -CONT') signal(pane, 'SIGCONT')
    await pane.line('fg')
    await pane.shows(/fg\n(.*\n)+.*Asked by/)
    if (first === 'fg') signal(pane, 'SIGCONT')
    await waitForQuiet(pane)
    await pane.press('a')
    await pane.shows('Allowed')
    expect(JSON.parse(await waitForFile(pane, 'answer'))).toBe('accept')
  })
  test('does not open in the background', async ({ pane }) => {
    await pane.line(`clear; ${command()} >answer &`)
    await pane.shows(/\[1\]/)
    await pane.line('wait; echo ended $?')
    await waitForEnd(pane, 0)
    expect(answer(pane)).toEqual({ unanswered: 'background' })
    expect(await pane.screen()).not.toContain('Allow')
  })
})

describe('two programs on one real terminal', paneOptions, () => {
  /** Starts both programs as one job, the second while the first asks for the camera. */
  async function askTwo(pane: Pane, second: Errand = {}) {
    const first = command({ question: { scope: 'scope.camera', description: 'Camera' } })
    const both = `${first} <&3 >first & ${untilRelease}; ${command(second)} >second; wait`
    const script = both.replaceAll('"', '\\"')
    await pane.line(`clear; stty -g >before; bash -c "${script}" 3<&0; echo ended $?; stty -g >after`)
    await pane.shows('scope.camera')
    await waitForQuiet(pane)
    release(pane)
    await pane.shows('is waiting to ask on this terminal.')
    await waitForQuiet(pane)
  }
  test('ask one after the other, and each gets its own answer', async ({ pane }) => {
    await askTwo(pane)
    expect((await pane.screen()).replace(/\d+/, 'N').split('\n')).toEqual([
      'Another wxauth (process N) is waiting to ask on this terminal.',
      expect.stringContaining('╭──'),
      ...Array.from({ length: 8 }, () => expect.stringContaining('│')),
      expect.stringContaining('╰──'),
      'Press r or a, or use ← → and Enter · Esc closes without choosing',
    ])
    expect(await pane.screen()).not.toContain('scope.userLocation')
    await pane.press('r')
    await pane.shows('scope.userLocation')
    await waitForQuiet(pane)
    await pane.press('a')
    await waitForEnd(pane, 0)
    expect(JSON.parse(file(pane, 'first'))).toBe('reject')
    expect(JSON.parse(file(pane, 'second'))).toBe('accept')
    await expectRestored(
      pane,
      expect.stringContaining('is waiting to ask on this terminal.'),
      '✖ Rejected: Camera (scope.camera).',
      closingLines.accept,
      'ended 0',
      '$',
    )
  })
  test('do not wait for each other longer than their patience', async ({ pane }) => {
    await askTwo(pane, { patience: 300 })
    expect(JSON.parse(await waitForFile(pane, 'second'))).toEqual({ unanswered: 'busy' })
    await pane.press('r')
    await waitForEnd(pane, 0)
  })
})
