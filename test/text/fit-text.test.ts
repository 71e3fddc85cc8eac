import fc from 'fast-check'
import { expect, test } from 'vitest'
import { en } from '../../src/messages/en/index.ts'
import { fitText, longestThatFits, wrapText } from '../../src/text/fit-text.ts'
import { visibleText } from '../../src/text/visible-text.ts'
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
test.each<[string, string, number, readonly string[]]>([
  ['between words', 'a word and another', 7, ['a word', 'and', 'another']],
  ['and drop the spaces there', 'one  two three', 4, ['one', 'two', 'thre', 'e']],
  [
    'within a word that is longer than a line',
    'an incomprehensible word',
    8,
    ['an', 'incompre', 'hensible', 'word'],
  ],
  ['between Chinese characters', '用途：你的位置信息 ok', 8, ['用途：你', '的位置信', '息 ok']],
  ['between Chinese and English', '用于wx.getLocation', 14, ['用于', 'wx.getLocation']],
  ['not before a closing mark', '显示附近的店，好', 12, ['显示附近的', '店，好']],
  ['not after an opening mark', '显示附近（店）', 10, ['显示附近', '（店）']],
  ['not within an escape', 'abcdef\\u{202e}gh', 10, ['abcdef', '\\u{202e}gh']],
  ['not within an emoji', 'abcd👨‍👩‍👧‍👦👩🏽‍💻🇨🇳e', 5, ['abcd', '👨‍👩‍👧‍👦👩🏽‍💻', '🇨🇳e']],
  ['not within a letter and its marks', 'abcde\u0301f', 5, ['abcde\u0301', 'f']],
  [
    'without counting colors',
    '\x1b[1mab\x1b[22m \x1b[7mcd\x1b[27m',
    5,
    ['\x1b[1mab\x1b[22m \x1b[7mcd\x1b[27m'],
  ],
  ['at line breaks', 'a\n\nb', 5, ['a', '', 'b']],
  ['nowhere in an empty text', '', 5, ['']],
])('lines break %s', (_, text, columns, lines) => {
  expect(wrapText(text, columns)).toEqual(lines)
})
test('wrapped lines have everything but the spaces between them', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 100 }),
      fc.integer({ min: 10, max: 40 }),
      (text, columns) => {
        const visible = visibleText(text)
        const lines = wrapText(visible, columns)
        expect(lines.join('').replaceAll(/[ \u3000]/g, '')).toBe(visible.replaceAll(/[ \u3000]/g, ''))
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns)
      },
    ),
  )
})
test('an escape is marked as a whole, on its own line', () => {
  expect(fitText('abcdefgh\u202eb', 12, 2, code => `<${code}>`, en.terminal.cut)).toEqual([
    'abcdefgh',
    '<\\u{202e}>b',
  ])
})
test('an emoji of many pictures is never cut in two', () => {
  expect(linesOf('👨‍👩‍👧‍👦'.repeat(9), 16, 1)).toEqual(['👨‍👩‍👧‍👦👨‍👩‍👧‍👦… (49 more)'])
  expect(linesOf('👨‍👩‍👧‍👦'.repeat(8), 16, 1)).toEqual(['👨‍👩‍👧‍👦'.repeat(8)])
  expect(linesOf('👨🏽‍❤️‍💋‍👨🏽'.repeat(8), 16, 1)).toEqual(['👨🏽‍❤️‍💋‍👨🏽'.repeat(8)])
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
test('a Chinese closing mark never begins a line, even after a word that fills the line', () => {
  expect(wrapText('（scope.camera）', 14)).toEqual(['（scope.camer', 'a）'])
  expect(wrapText('（scope.camera）', 16)).toEqual(['（scope.camera）'])
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
