import { describe, expect, test } from 'vitest'
import { fenced, type Readme, readme, rowsIn } from './blocks.ts'

const file = 'README.md'

test('The root’s README has at most 8,000 bytes', () => {
  expect(Buffer.byteLength(readme(file))).toBeLessThanOrEqual(8000)
})

test('It begins with what wxauth is, in both languages', () => {
  const [, english = '', chinese = ''] = readme(file).split('\n\n')
  expect(english).toMatch(/^\*\*[A-Z]/)
  expect(chinese).toMatch(/^\*\*\p{Script=Han}.*\]\(README\.zh-CN\.md\)/u)
})

describe('The README in Chinese', () => {
  const chinese = 'README.zh-CN.md'
  const partsOf = (name: Readme) => readme(name).split(/^#+ /m)
  /** Code without its comments, which are translated, and without what commands print. */
  const codeOf = (text: string) =>
    [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language, block = '']) => [
      language,
      block.split('\n').filter(line => (language === 'console' ? line.startsWith('$ ') : !/^# /.test(line))),
    ])
  const linksOf = (text: string) =>
    [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, link = '']) => link.replace('.zh-CN', '')).sort()
  const namesOf = (text: string) => (text.match(/`[^`\n]+`/g) ?? []).sort()

  test('has the same parts, each with the same commands, code, links and tables', () => {
    const [english, translated] = [partsOf(file), partsOf(chinese)]
    expect(translated).toHaveLength(english.length)
    for (const [index, part] of english.entries()) {
      const other = translated[index] ?? ''
      expect(codeOf(other)).toEqual(codeOf(part))
      expect(linksOf(other)).toEqual(linksOf(part))
      expect(namesOf(other), part).toEqual(namesOf(part))
      expect(rowsIn(other).map(([cell]) => cell)).toEqual(rowsIn(part).map(([cell]) => cell))
    }
  })

  test('is in Chinese: full-width punctuation, and a space between Chinese and Latin', () => {
    const prose = readme(chinese)
      .replace(/^```.*?^```$/gms, '')
      .replace(/^!\[.*$/m, '')
    const lines = prose.split('\n').filter(line => /\p{Script=Han}/u.test(line))
    expect(lines.length).toBeGreaterThan(20)
    for (const line of lines) {
      expect(line).not.toMatch(
        /\p{Script=Han}[,;:!?(]|\p{Script=Han}[A-Za-z0-9`]|[A-Za-z0-9`]\p{Script=Han}/u,
      )
    }
  })
})

test('It shows the picture, with an alternative text', () => {
  expect(readme(file)).toMatch(/^!\[A popup in the terminal: .{40,}\]\(test\/picture\/popup\.svg\)$/m)
})

test('It has an example of a session, an exploration, a script, the library and a page', () => {
  expect(fenced(file, 'console')).toHaveLength(2)
  // One for each edition.
  expect(fenced(file, 'sh').filter(block => block.includes('--expect'))).toHaveLength(2)
  expect(fenced(file, 'js').filter(block => block.includes("from 'wxauth'"))).toHaveLength(1)
  expect(fenced(file, 'js').filter(block => block.includes("from 'wxauth/miniprogram'"))).toHaveLength(1)
})
