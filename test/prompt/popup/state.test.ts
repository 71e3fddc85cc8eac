import fc from 'fast-check'
import { expect, test } from 'vitest'
import { popupAtFirst, popupStep } from '../../src/prompt/popup/popup-keys.ts'
import { keyNames } from '../../src/prompt/terminal/keys.ts'
import type { PromptInput } from '../../src/prompt/terminal/readiness.ts'

const after = (...inputs: readonly PromptInput[]) => inputs.reduce(popupStep, popupAtFirst)

test.each<[string, readonly PromptInput[], string | undefined]>([
  ['a alone allows', ['quiet', 'a', 'quiet'], 'accept'],
  ['r alone rejects', ['quiet', 'r', 'quiet'], 'reject'],
  ['Esc alone dismisses', ['quiet', 'escape', 'quiet'], 'dismiss'],
  ['→ and Enter allow', ['quiet', 'right', 'quiet', 'enter', 'quiet'], 'accept'],
  ['↓ and Enter allow', ['quiet', 'down', 'quiet', 'enter', 'quiet'], 'accept'],
  ['← and Enter reject', ['quiet', 'left', 'quiet', 'enter', 'quiet'], 'reject'],
  [
    'arrows may follow each other fast',
    ['quiet', 'right', 'left', 'right', 'quiet', 'enter', 'quiet'],
    'accept',
  ],
  ['Enter alone decides nothing', ['quiet', 'enter', 'quiet', 'enter', 'quiet'], undefined],
  ['typed ahead', ['a', 'quiet'], undefined],
  ['typed ahead with Enter', ['a', 'enter', 'quiet', 'quiet'], undefined],
  ['the first key after what was typed ahead', ['a', 'quiet', 'r', 'quiet'], 'reject'],
  ['two keys at once', ['quiet', 'a', 'enter', 'quiet'], undefined],
  ['the same key held down', ['quiet', 'a', 'a', 'quiet'], undefined],
  ['an arrow and Enter at once', ['quiet', 'right', 'enter', 'quiet'], undefined],
  ['a key right after an arrow', ['quiet', 'left', 'a', 'quiet'], undefined],
  ['a key that means nothing, and one at once', ['quiet', 'other', 'a', 'quiet'], undefined],
  ['pasted', ['quiet', 'paste', 'quiet'], undefined],
  ['pasted, and a key at once', ['quiet', 'paste', 'a', 'quiet'], undefined],
  ['redrawn under the key', ['quiet', 'a', 'redraw', 'quiet'], undefined],
  ['closed before the quiet', ['quiet', 'a', 'close', 'quiet'], 'closed'],
])('%s', (_, inputs, ending) => {
  expect(after(...inputs).ending).toBe(ending)
})

test('whatever is typed: only a single key with quiet around it decides, and Enter only what an arrow chose', () => {
  const anyInput = fc.constantFrom<PromptInput>(...keyNames, 'quiet', 'quiet', 'quiet', 'redraw')
  const decides: Readonly<Record<string, readonly string[]>> = {
    accept: ['a', 'enter'],
    reject: ['r', 'enter'],
    dismiss: ['escape'],
    closed: [],
    dropped: [],
  }
  fc.assert(
    fc.property(fc.array(anyInput, { maxLength: 30 }), inputs => {
      const ended = inputs.findIndex((_, index) => after(...inputs.slice(0, index + 1)).ending !== undefined)
      if (ended === -1) return
      const { ending } = after(...inputs)
      const [before, key, last] = inputs.slice(ended - 2, ended + 1)
      expect([before, last]).toEqual(['quiet', 'quiet'])
      expect(decides[ending ?? 'closed']).toContain(key)
      const arrows = { accept: ['right', 'down'], reject: ['left', 'up'] }
      if (key === 'enter')
        expect(inputs.slice(0, ended)).toContainEqual(expect.toBeOneOf(arrows[ending as 'accept']))
    }),
    { numRuns: 5000 },
  )
})

test('why a key did not count is said', () => {
  expect(after('a').notice).toBe('early')
  expect(after('quiet', 'a', 'r').notice).toBe('several')
  expect(after('quiet', 'enter').notice).toBe('choose-first')
  expect(after('quiet', 'other').notice).toBe('unknown')
  expect(after('quiet', 'other', 'quiet', 'left').notice).toBeUndefined()
})
