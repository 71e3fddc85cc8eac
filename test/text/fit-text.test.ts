import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitText, longestThatFits, widthOf } from '../../src/text/fit-text.ts'

const plain = (text: string) => text

test('a text that fits stays as it is', () => {
  expect(fitText('To show the weather', 20, 2, plain)).toEqual(['To show the weather'])
})
test('words stay whole where they can', () => {
  expect(fitText('To show the weather where you are', 20, 2, plain)).toEqual([
    'To show the weather',
    'where you are',
  ])
})
test('what is cut is counted', () => {
  expect(fitText('x'.repeat(100), 20, 1, plain)).toEqual(['xxxxxxxxx… (91 more)'])
  expect(fitText('中'.repeat(100), 20, 1, plain)).toEqual(['中中中中… (96 more)'])
})
test('an escape is never cut in two', () => {
  expect(fitText(`abc${'\u202e'.repeat(9)}`, 24, 1, plain)).toEqual(['abc\\u{202e}… (8 more)'])
})
test('ten kilobytes and a megabyte take no time', () => {
  expect(fitText('ab '.repeat(400_000), 60, 3, plain)).toHaveLength(3)
  expect(fitText(`a${'\u0301'.repeat(400_000)}`, 60, 1, plain)).toHaveLength(1)
})
test('no line is wider than it may be, and there are no more than asked for', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.integer({ min: 16, max: 80 }),
      fc.integer({ min: 1, max: 3 }),
      (text, columns, lines) => {
        const fitted = fitText(text, columns, lines, plain)
        expect(fitted.length).toBeLessThanOrEqual(lines)
        for (const line of fitted) expect(widthOf(line)).toBeLessThanOrEqual(columns)
      },
    ),
  )
})
test('the longest wording that fits is taken, else the shortest', () => {
  const wordings = ['a long one', 'short', 's'] as const
  expect([20, 6, 1, 0].map(columns => longestThatFits(wordings, columns))).toEqual([
    'a long one',
    'short',
    's',
    's',
  ])
})
