import fc from 'fast-check'
import { expect, test } from 'vitest'
import { en } from '../../src/messages/en/index.ts'
import { fitText, longestThatFits } from '../../src/text/fit-text.ts'
import { widthOf } from '../../src/text/width.ts'

const plain = (text: string) => text
const linesOf = (text: string, columns: number, lines: number) =>
  fitText(text, columns, lines, plain, en.terminal.cut)

test('a text that fits stays as it is', () => {
  expect(linesOf('To show the weather', 20, 2)).toEqual(['To show the weather'])
})
test('lines break between words', () => {
  expect(linesOf('To show the weather where you are', 20, 2)).toEqual([
    'To show the weather',
    'where you are',
  ])
})
test.each([
  ['letters', 'x', en.terminal.cut, 'xxxxxxxxx… (91 more)'],
  ['Chinese', '中', en.terminal.cut, '中中中中… (96 more)'],
  ['Chinese, counted in Chinese', '中', (left: number) => `……还有 ${left} 字`, '中中中中……还有 96 字'],
])('%s: the missing characters are counted', (_, character, cut, line) => {
  expect(fitText(character.repeat(100), 20, 1, plain, cut)).toEqual([line])
})
test('an escape is never cut in two', () => {
  expect(linesOf(`abc${'\u202e'.repeat(9)}`, 24, 1)).toEqual(['abc\\u{202e}… (8 more)'])
})
test('a text of a megabyte takes no time', () => {
  expect(linesOf('ab '.repeat(400_000), 60, 3)).toHaveLength(3)
  expect(linesOf(`a${'\u0301'.repeat(400_000)}`, 60, 1)).toHaveLength(1)
})
test('lines are never too wide or too many', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.integer({ min: 16, max: 80 }),
      fc.integer({ min: 1, max: 3 }),
      (text, columns, lines) => {
        const result = linesOf(text, columns, lines)
        expect(result.length).toBeLessThanOrEqual(lines)
        for (const line of result) expect(widthOf(line)).toBeLessThanOrEqual(columns)
      },
    ),
  )
})
test('longestThatFits returns the longest wording that fits, else the shortest', () => {
  const wordings = ['a long one', 'short', 's'] as const
  expect([20, 6, 1, 0].map(columns => longestThatFits(wordings, columns))).toEqual([
    'a long one',
    'short',
    's',
    's',
  ])
})
