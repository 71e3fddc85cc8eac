import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inLines, termsInLines } from '../../src/text/in-lines.ts'
import { quoted, whole } from '../../src/text/quoted.ts'
import { widthOf } from '../../src/text/width.ts'

describe('A message in lines', () => {
  const command = 'wxauth open-setting --enable scope.userLocation'

  test('breaks between words', () => {
    expect(inLines('one two three four', 9, '  ')).toEqual(['one two', '  three', '  four'])
  })
  test('is one line if nothing limits it', () => {
    expect(inLines(`To ask again, run ${whole(command)}`, Number.POSITIVE_INFINITY)).toEqual([
      `To ask again, run ${command}`,
    ])
  })
  test('has a command that does not fit on a line of its own, from the edge if it needs all of it', () => {
    expect(inLines(`To switch it on: ${whole(command)} at once`, 50, '  ')).toEqual([
      'To switch it on:',
      `  ${command}`,
      '  at once',
    ])
    expect(inLines(`To switch it on: ${whole(command)}`, 47, '  ')).toEqual(['To switch it on:', command])
    expect(inLines(`To switch it on: ${whole(command)}`, 28, '  ')).toEqual(['To switch it on:', command])
  })
  test('never breaks a quoted word', () => {
    expect(inLines(`Unknown scope ${quoted('a b c d')}.`, 16)).toEqual(['Unknown scope', '"a b c d".'])
  })
  test('breaks Chinese between characters, and keeps punctuation and Latin words together', () => {
    expect(inLines('没有这个授权范围：scope.x。请运行 wxauth。', 12)).toEqual([
      '没有这个授权',
      '范围：',
      'scope.x。请',
      '运行',
      'wxauth。',
    ])
  })
  test('keeps every character, and no line is too wide unless a single word is', () => {
    const words = fc.array(fc.stringMatching(/^[a-z中，。（）-]{1,12}$/u), { minLength: 1 })
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 40 }), (words, columns) => {
        const text = words.join(' ')
        const lines = inLines(text, columns)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        for (const line of lines) expect(widthOf(line) <= columns || !line.includes(' ')).toBe(true)
      }),
    )
  })
})

describe('Terms with texts', () => {
  const items = [
    ['--json', 'Print one JSON document'],
    ['--profile <name>', 'Use this profile, and no other one whatever its name may be'],
  ] as const

  test('stand in two columns, also where nothing limits the lines', () => {
    expect(termsInLines(items, Number.POSITIVE_INFINITY, { indent: '  ' })).toEqual([
      '  --json            Print one JSON document',
      '  --profile <name>  Use this profile, and no other one whatever its name may be',
    ])
  })
  test('are broken within the second column', () => {
    expect(termsInLines(items, 54, { indent: '  ' })).toEqual([
      '  --json            Print one JSON document',
      '  --profile <name>  Use this profile, and no other one',
      '                    whatever its name may be',
    ])
  })
  test('stand below one another where the window is narrow', () => {
    expect(termsInLines(items, 40, { indent: '  ' })).toEqual([
      '  --json',
      '      Print one JSON document',
      '  --profile <name>',
      '      Use this profile, and no other one',
      '      whatever its name may be',
    ])
  })
  test('need less room if the texts are short', () => {
    expect(termsInLines([['scope.camera', 'accepted']], 24)).toEqual(['scope.camera  accepted'])
    expect(termsInLines([['scope.camera', 'accepted']], 20)).toEqual(['scope.camera', '    accepted'])
  })
})
