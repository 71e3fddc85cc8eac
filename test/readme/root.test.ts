import { expect, test } from 'vitest'
import { fenced, readme } from './blocks.ts'

const file = 'README.md'

test('The root’s README has at most 8,000 bytes', () => {
  expect(Buffer.byteLength(readme(file))).toBeLessThanOrEqual(8000)
})

test('It begins with what wxauth is, in both languages', () => {
  const [, english = '', chinese = ''] = readme(file).split('\n\n')
  expect(english).toMatch(/^\*\*[A-Z]/)
  expect(chinese).toMatch(/^\*\*\p{Script=Han}/u)
})

test('It shows the picture, with an alternative text', () => {
  expect(readme(file)).toMatch(/^!\[A popup in the terminal: .{40,}\]\(test\/picture\/popup\.svg\)$/m)
})

test('It has an example of a session, a script, the library and a page', () => {
  expect(fenced(file, 'console')).toHaveLength(1)
  expect(fenced(file, 'sh').filter(block => block.includes('--expect'))).toHaveLength(1)
  expect(fenced(file, 'js').filter(block => block.includes("from 'wxauth'"))).toHaveLength(1)
  expect(fenced(file, 'js').filter(block => block.includes("require('wxauth/simulate')"))).toHaveLength(1)
})
