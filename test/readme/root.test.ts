import { expect, test } from 'vitest'
import { fenced, readme } from './blocks.ts'

const file = 'README.md'

test('The root’s README is a page', () => {
  expect(Buffer.byteLength(readme(file))).toBeLessThanOrEqual(8000)
})

test('It says in both languages what wxauth is, before anything else', () => {
  const [, english = '', chinese = ''] = readme(file).split('\n\n')
  expect(english).toMatch(/^\*\*[A-Z]/)
  expect(chinese).toMatch(/^\*\*\p{Script=Han}/u)
})

test('It shows the picture, in words too where the picture is not', () => {
  expect(readme(file)).toMatch(/^!\[A popup in the terminal: .{40,}\]\(test\/picture\/popup\.svg\)$/m)
})

test('It has a door in each language: the session, the script, the library and a page', () => {
  expect(fenced(file, 'console')).toHaveLength(1)
  expect(fenced(file, 'sh').filter(block => block.includes('--expect'))).toHaveLength(1)
  expect(fenced(file, 'js').filter(block => block.includes("from 'wxauth'"))).toHaveLength(1)
  expect(fenced(file, 'js').filter(block => block.includes("require('wxauth/simulate')"))).toHaveLength(1)
})
