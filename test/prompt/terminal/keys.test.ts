import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeKeys, emptyBuffer, flushKeys, type Key } from '../../../src/prompt/terminal/keys.ts'

/** All keys of these chunks, if nothing follows them. */
function keysOf(...chunks: readonly string[]): readonly Key[] {
  const keys: Key[] = []
  let buffer = emptyBuffer
  for (const chunk of chunks) {
    const result = decodeKeys(buffer, chunk)
    keys.push(...result.keys)
    buffer = result.buffer
  }
  return [...keys, ...flushKeys(buffer).keys]
}

test.each<[string, string, readonly Key[]]>([
  ['the letters, in either case', 'aArRjJkK', ['a', 'a', 'r', 'r', 'j', 'j', 'k', 'k']],
  ['those of menus too', 'nNbBmMqQ', ['n', 'n', 'b', 'b', 'm', 'm', 'q', 'q']],
  ['Enter, Space', '\r\n ', ['enter', 'enter', 'space']],
  ['Ctrl-C, Ctrl-D, Ctrl-Z', '\x03\x04\x1a', ['interrupt', 'end', 'suspend']],
  ['arrows', '\x1b[A\x1b[B\x1b[C\x1b[D', ['up', 'down', 'right', 'left']],
  ['arrows in application mode', '\x1bOA\x1bOB\x1bOC\x1bOD', ['up', 'down', 'right', 'left']],
  ['arrows with Ctrl are other keys', '\x1b[1;5C', ['other']],
  ['Esc', '\x1b', ['escape']],
  ['Esc twice at once', '\x1b\x1b', ['other', 'escape']],
  ['Alt with a letter is another key', '\x1ba', ['other']],
  ['function keys and the like', '\x1b[15~\x1b[3~\x1bOP', ['other', 'other', 'other']],
  ['one character is one key', 'y中👍', ['other', 'other', 'other']],
  ['a paste between its marks is one key', '\x1b[200~a\r\x03\x1b[201~r', ['paste', 'r']],
  ['a paste that contains the start of a sequence', '\x1b[200~a\x1b[\x1b[201~r', ['paste', 'r']],
  ['a paste without end', '\x1b[200~aaa', ['paste']],
  ['a report of the cursor, which ends in R', '\x1b[12;40R', ['other']],
  ['a report of the terminal’s features', '\x1b[?62;1;2c', ['other']],
  ['a report of the mouse', '\x1b[<0;10;5M', ['other']],
  ['an incomplete sequence', '\x1b[1;', ['other']],
])('%s', (_, input, keys) => {
  expect(keysOf(input)).toEqual(keys)
})

test('the keys do not depend on how the input is cut into chunks', () => {
  const pieces = [
    'a',
    'r',
    '\r',
    '\x1b',
    '\x1b[',
    'A',
    '200~',
    '201~',
    '\x1b[C',
    '\x1b[200~',
    '\x1b[201~',
    '\x1bO',
    '1;5',
    '中',
    '\x04',
  ]
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map(parts => parts.join('')),
      fc.array(fc.nat({ max: 40 }), { maxLength: 6 }),
      (input, cuts) => {
        const at = [0, ...cuts.map(cut => Math.min(cut, input.length)).sort((a, b) => a - b), input.length]
        const chunks = at.slice(1).map((end, index) => input.slice(at[index], end))
        expect(keysOf(...chunks)).toEqual(keysOf(input))
      },
    ),
    { numRuns: 2000 },
  )
})

test('only Ctrl-C gets out of a paste that never ends', () => {
  expect(keysOf('\x1b[200~abc', '\x03')).toEqual(['paste', 'interrupt'])
})
