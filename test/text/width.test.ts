import { expect, test } from 'vitest'
import { padTo, widthOf } from '../../src/text/width.ts'

test.each([
  ['nothing', '', 0],
  ['letters', 'Camera', 6],
  ['Chinese', '摄像头', 6],
  ['Chinese among letters', '微信 WeRun', 10],
  ['full-width punctuation', '允许。', 6],
  ['an emoji', '📷', 2],
  ['emoji of many pictures', '👨‍👩‍👧‍👦👩🏽‍💻❤️‍🔥🇨🇳', 8],
  ['a letter with a combining mark', 'e\u0301', 1],
  ['colored text', '\x1b[32m允许\x1b[39m', 4],
])('%s: widthOf returns the columns', (_, text, columns) => {
  expect(widthOf(text)).toBe(columns)
})

test.each([
  ['letters', 'Why', 6, 'Why   '],
  ['Chinese', '原因', 6, '原因  '],
  ['Chinese among letters', '开 on', 6, '开 on '],
  ['a text of that width', '来源', 4, '来源'],
  ['a wider text', '来源于', 4, '来源于'],
  ['nothing', '', 2, '  '],
  ['colored text', '\x1b[2m原因\x1b[22m', 6, '\x1b[2m原因\x1b[22m  '],
])('%s: padTo adds the missing spaces', (_, text, columns, expected) => {
  expect(padTo(text, columns)).toBe(expected)
})
