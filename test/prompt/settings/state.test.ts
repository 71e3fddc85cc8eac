import { expect, test } from 'vitest'
import type { SettingSwitch } from '../../../src/emulator/ports.ts'
import { initialSettings, settingsMoved, settingsStep } from '../../../src/prompt/settings/state.ts'
import type { PromptInput } from '../../../src/prompt/terminal/readiness.ts'

const switches: readonly SettingSwitch[] = [
  { scope: 'scope.userInfo', description: 'User information', on: true },
  { scope: 'scope.record', description: 'Recording feature', on: false },
  { scope: 'scope.camera', description: 'Camera', on: true },
]
const after = (inputs: readonly PromptInput[], current = switches) =>
  inputs.reduce((state, input) => settingsStep(state, input, current), initialSettings)

test.each<[string, readonly PromptInput[], string | undefined]>([
  ['space flips the first switch', ['quiet', 'space', 'quiet'], 'scope.userInfo off'],
  ['↓ and space the second', ['quiet', 'down', 'quiet', 'space', 'quiet'], 'scope.record on'],
  ['j does what ↓ does', ['quiet', 'j', 'j', 'quiet', 'space', 'quiet'], 'scope.camera off'],
  ['↑ and k go back', ['quiet', 'down', 'down', 'up', 'k', 'quiet', 'space', 'quiet'], 'scope.userInfo off'],
  [
    '↓ stops at the last switch',
    ['quiet', 'down', 'down', 'down', 'down', 'quiet', 'space', 'quiet'],
    'scope.camera off',
  ],
  ['typed ahead', ['space', 'quiet'], undefined],
  ['a burst', ['quiet', 'space', 'space', 'quiet'], undefined],
  ['right after an arrow', ['quiet', 'down', 'space', 'quiet'], undefined],
  ['pasted', ['quiet', 'paste', 'quiet'], undefined],
  ['redrawn right after the key', ['quiet', 'space', 'redraw', 'quiet'], undefined],
])('%s', (_, inputs, move) => {
  const state = after(inputs)
  expect(state.recording && `${state.recording.scope} ${state.recording.on ? 'on' : 'off'}`).toBe(move)
  expect(state.isClosed).toBe(false)
})
test.each<[string, readonly PromptInput[], boolean]>([
  ['Enter closes', ['quiet', 'enter', 'quiet'], true],
  ['Esc closes', ['quiet', 'escape', 'quiet'], true],
  ['Enter typed ahead does not close', ['enter', 'quiet'], false],
  ['Enter in a burst does not close', ['quiet', 'enter', 'enter', 'quiet'], false],
])('%s', (_, inputs, isClosed) => {
  expect(after(inputs).isClosed).toBe(isClosed)
})
test('while a move is being recorded, no other switch moves', () => {
  const first = after(['quiet', 'space', 'quiet'])
  const second = after(['quiet', 'space', 'quiet', 'down', 'quiet', 'space', 'quiet'])
  expect(second.recording).toEqual(first.recording)
  expect(second.recording?.scope).toBe('scope.userInfo')
})
test.each(['enter', 'escape'] as const)(
  '%s while a move is being recorded closes the page after that',
  key => {
    const closing = after(['quiet', 'space', 'quiet', key, 'quiet'])
    expect(closing).toMatchObject({ isClosing: true, isClosed: false })
    for (const input of ['space', 'down', 'quiet', 'enter', 'redraw'] as const)
      expect(settingsStep(closing, input, switches)).toEqual(closing)
    expect(settingsMoved(closing, 'moved')).toMatchObject({ isClosed: true, moves: 1, recording: undefined })
  },
)
test.each([
  ['moved', 'moved', 1],
  ['same', 'stale', 0],
  ['stale', 'stale', 0],
  ['missing', 'missing', 0],
] as const)('a flip that returns %s leaves the notice %s and counts as %i moves', (result, notice, moves) => {
  expect(settingsMoved(after(['quiet', 'space', 'quiet']), result)).toMatchObject({
    notice,
    moves,
    recording: undefined,
  })
})
test('on an empty page space does nothing and Enter closes', () => {
  expect(after(['quiet', 'space'], []).notice).toBe('unknown')
  expect(after(['quiet', 'down', 'quiet', 'enter', 'quiet'], []).isClosed).toBe(true)
})
test('if the chosen switch disappears, the pointer moves to the first', () => {
  const state = after(['quiet', 'down', 'quiet'])
  const remaining = switches.filter(({ scope }) => scope !== 'scope.record')
  const { recording } = ['space', 'quiet'].reduce(
    (now, input) => settingsStep(now, input as PromptInput, remaining),
    state,
  )
  expect(recording?.scope).toBe('scope.userInfo')
})
