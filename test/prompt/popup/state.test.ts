import fc from 'fast-check'
import { expect, test } from 'vitest'
import { initialPopup, popupFinished, popupStep } from '../../../src/prompt/popup/state.ts'
import { keyNames } from '../../../src/prompt/terminal/keys.ts'
import type { PromptInput } from '../../../src/prompt/terminal/readiness.ts'

const after = (...inputs: readonly PromptInput[]) => inputs.reduce(popupStep, initialPopup)
/** How the popup ends if its answer, if any, is recorded. */
const resultOf = (...inputs: readonly PromptInput[]) => popupFinished(after(...inputs), 'recorded').result

test.each<[string, readonly PromptInput[], string | undefined]>([
  ['a alone allows', ['quiet', 'a', 'quiet'], 'accept'],
  ['r alone rejects', ['quiet', 'r', 'quiet'], 'reject'],
  ['Esc alone dismisses', ['quiet', 'escape', 'quiet'], 'dismiss'],
  ['→ and Enter allow', ['quiet', 'right', 'quiet', 'enter', 'quiet'], 'accept'],
  ['↓ and Enter allow', ['quiet', 'down', 'quiet', 'enter', 'quiet'], 'accept'],
  ['← and Enter reject', ['quiet', 'left', 'quiet', 'enter', 'quiet'], 'reject'],
  [
    'arrows can follow each other fast',
    ['quiet', 'right', 'left', 'right', 'quiet', 'enter', 'quiet'],
    'accept',
  ],
  ['Enter alone decides nothing', ['quiet', 'enter', 'quiet', 'enter', 'quiet'], undefined],
  ['typed ahead', ['a', 'quiet'], undefined],
  ['typed ahead with Enter', ['a', 'enter', 'quiet', 'quiet'], undefined],
  ['the first key after a key typed ahead', ['a', 'quiet', 'r', 'quiet'], 'reject'],
  ['two keys at once', ['quiet', 'a', 'enter', 'quiet'], undefined],
  ['the same key held down', ['quiet', 'a', 'a', 'quiet'], undefined],
  ['an arrow and Enter at once', ['quiet', 'right', 'enter', 'quiet'], undefined],
  ['a key right after an arrow', ['quiet', 'left', 'a', 'quiet'], undefined],
  ['an unknown key and a known one at once', ['quiet', 'other', 'a', 'quiet'], undefined],
  ['pasted', ['quiet', 'paste', 'quiet'], undefined],
  ['pasted, and a key at once', ['quiet', 'paste', 'a', 'quiet'], undefined],
  ['redrawn right after the key', ['quiet', 'a', 'redraw', 'quiet'], undefined],
  ['closed before the quiet', ['quiet', 'a', 'close', 'quiet'], 'closed'],
  ['another key after the answer counts', ['quiet', 'a', 'quiet', 'r', 'quiet'], 'accept'],
  ['closed after the answer counts', ['quiet', 'a', 'quiet', 'close'], 'accept'],
])('%s', (_, inputs, result) => {
  expect(resultOf(...inputs)).toBe(result)
})

test.each([
  ['recorded', 'dismiss'],
  ['dropped', 'dropped'],
  ['failed', 'closed'],
] as const)('an answer that was %s ends the popup as %s', (answerResult, result) => {
  const state = after('quiet', 'escape', 'quiet')
  expect(state).toMatchObject({ isRecording: true, pending: 'dismiss', result: undefined })
  expect(popupFinished(state, answerResult)).toMatchObject({ isRecording: false, result })
})

test('while an answer is being recorded the popup is drawn anew, and nothing else changes', () => {
  const state = after('quiet', 'a', 'quiet')
  expect(popupStep(state, 'redraw')).not.toBe(state)
  expect(popupStep(state, 'redraw')).toEqual(state)
  for (const input of [...keyNames, 'quiet', 'close'] as const) expect(popupStep(state, input)).toBe(state)
})

test('popupFinished changes nothing without an answer', () => {
  for (const state of [initialPopup, after('quiet', 'a'), after('close')])
    expect(popupFinished(state, 'recorded')).toBe(state)
})

test('only a single key with quiet before and after it decides, and Enter only after an arrow', () => {
  const anyInput = fc.constantFrom<PromptInput>(...keyNames, 'quiet', 'quiet', 'quiet', 'redraw')
  const decides: Readonly<Record<string, readonly string[]>> = {
    accept: ['a', 'enter'],
    reject: ['r', 'enter'],
    dismiss: ['escape'],
  }
  fc.assert(
    fc.property(fc.array(anyInput, { maxLength: 30 }), inputs => {
      const end = inputs.findIndex((_, index) => after(...inputs.slice(0, index + 1)).isRecording)
      if (end === -1) return
      const { pending = 'none' } = after(...inputs)
      const [before, key, last] = inputs.slice(end - 2, end + 1)
      expect([before, last]).toEqual(['quiet', 'quiet'])
      expect(decides[pending]).toContain(key)
      const arrows = { accept: ['right', 'down'], reject: ['left', 'up'] }
      if (key === 'enter')
        expect(inputs.slice(0, end)).toContainEqual(expect.toBeOneOf(arrows[pending as 'accept']))
    }),
    { numRuns: 5000 },
  )
})

test('a key that does not count leaves a notice', () => {
  expect(after('a').notice).toBe('early')
  expect(after('quiet', 'a', 'r').notice).toBe('several')
  expect(after('quiet', 'enter').notice).toBe('choose-first')
  expect(after('quiet', 'other').notice).toBe('unknown')
  expect(after('quiet', 'other', 'quiet', 'left').notice).toBeUndefined()
})
