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
  test.each([
    ['没有记录任何选择。用 --accept、--reject 回答', 26, ['没有记录任何选择。用', '--accept、--reject 回答']],
    ['用 --accept、--reject、--dismiss 回答', 20, ['用 --accept、', '--reject、--dismiss', '回答']],
    ['名称（可重复）：一个', 12, ['名称（可重', '复）：一个']],
    ['这是一个“好”字', 10, ['这是一个', '“好”字']],
    ['这是一二三，再说', 10, ['这是一二', '三，再说']],
    ['这是一二三四（scope.x）', 12, ['这是一二三四', '（scope.x）']],
    ["don't break ‘this’x or …y", 9, ["don't", 'break', '‘this’x', 'or …y']],
  ] as const)(
    'begins no line with closing punctuation, and ends none with an opening one: %s',
    (text, columns, lines) => expect(inLines(text, columns)).toEqual(lines),
  )
  test('never breaks a path, a command or a quoted word of Chinese characters', () => {
    const path = '/home/小明/我的项目，新/app.json'
    expect(inLines(`在 ${whole(path)} 里没有 ${quoted('摄像头、相册')}。`, 20)).toEqual([
      '在',
      path,
      '里没有',
      '"摄像头、相册"。',
    ])
    expect(inLines(`在 ${whole(path)} 里`, Number.POSITIVE_INFINITY)).toEqual([`在 ${path} 里`])
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
