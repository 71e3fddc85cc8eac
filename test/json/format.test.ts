import { describe, expect, test } from 'vitest'
import { formatOf, textIn, usualFormat } from '../../src/json/format.ts'

const value = { a: 1, b: [{ c: 'x\ny' }] }
const written = (indent?: string | number) => JSON.stringify(value, undefined, indent)

describe('A text that is written again in its own layout is the same', () => {
  test.each([
    ['with two spaces', `${written(2)}\n`],
    ['with four spaces', `${written(4)}\n`],
    ['with tabs', `${written('\t')}\n`],
    ['without a line break at its end', written(2)],
    ['with a byte order mark', `\ufeff${written(2)}\n`],
    ['with CRLF', `${written(2)}\n`.replaceAll('\n', '\r\n')],
    ['on one line', written()],
    ['on one line, with CRLF at its end', `${written()}\r\n`],
  ])('%s', (_layout, text) => {
    expect(textIn(formatOf(text), JSON.parse(text.replace('\ufeff', '')))).toBe(text)
  })
})

test.each([
  ['whose first key is on the first line', '{ "a": 1,\n    "b": 2 }', '    '],
  ['without indentation', '{\n"a": 1\n}', usualFormat.indent],
  ['after empty lines', '\n\n{\n   "a": 1\n}', '   '],
])('The indentation of a text %s is %j', (_what, text, indent) => {
  expect(formatOf(text)).toMatchObject({ indent })
})

test('The layout of a long text is found in time', () => {
  const started = performance.now()
  formatOf(`{${'\n'.repeat(4_000_000)}}`)
  formatOf(`{${`\n${' '.repeat(1000)}`.repeat(4_000)}}`)
  expect(performance.now() - started).toBeLessThan(2000)
})
