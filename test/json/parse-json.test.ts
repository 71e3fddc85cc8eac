import { describe, expect, test } from 'vitest'
import { jsonIn } from '../../src/json/parse-json.ts'
import { mostBytes } from '../../src/json/read-file.ts'

const parse = (text: string) => jsonIn({ bytes: Buffer.from(text) })

describe('JSON', () => {
  test.each(['{}', '{"a":[1,"b",null,{"c":true}]}', ' \t\r\n{"商店":"店"}\r\n', '{"\ufffd":"\ufeff"}'])(
    'is read if it is an object: %j',
    text => {
      expect(parse(text)).toEqual({ object: JSON.parse(text), text })
      expect(parse(`\ufeff${text}`)).toEqual({ object: JSON.parse(text), text: `\ufeff${text}` })
    },
  )

  test('has __proto__ as an own key', () => {
    const parsed = parse('{"__proto__":{"a":1}}')
    expect('object' in parsed && Object.entries(parsed.object)).toEqual([['__proto__', { a: 1 }]])
  })

  test.each([
    ['null', 'null'],
    ['array', '[]'],
    ['array', '[{}]'],
    ['string', '"{}"'],
    ['number', '-0'],
    ['boolean', 'false'],
  ])('is refused if it is not an object, but the %s %s', (type, text) => {
    expect(parse(text)).toEqual({ problem: { kind: 'not-object', type } })
  })

  test.each([
    ['an empty text', '', 1, 1],
    ['a byte order mark alone', '\ufeff', 1, 1],
    ['two byte order marks', '\ufeff\ufeff{}', 1, 1],
    ['spaces alone', '  \n ', 2, 2],
    ['NULs', '\0'.repeat(40), 1, 1],
    ['half an object', '{\n  "a": 1,', 2, 10],
    ['a comma too many', '{\n  "a": 1,\n}', 3, 1],
    ['a comma too many after CRLF', '{\r\n  "a": 1,\r\n}', 3, 1],
    ['a comma too many after CR', '{\r  "a": 1,\r}', 3, 1],
    ['a comma too many after a byte order mark', '\ufeff{"a": 1,}', 1, 9],
    ['a comment', '// mine\n{}', 1, 1],
    ['two objects', '{}\n{}', 2, 1],
    ['a fault after wide characters', '{"商店😀" 1}', 1, 9],
  ])('has a place where %s stops being JSON', (_what, text, line, column) => {
    expect(parse(text)).toEqual({ problem: { kind: 'not-json', line, column } })
  })
})

/** Makes an object with this many levels, by shape. */
const nested = {
  objects: (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`,
  arrays: (levels: number) => `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`,
  'both, beside shallow ones': (levels: number) =>
    `{"a":[],"b":${'[{},{"a":'.repeat((levels - 2) / 2)}[]${'}]'.repeat((levels - 2) / 2)},"c":{}}`,
}

describe.each(Object.entries(nested))('Of nested %s', (_shape, json) => {
  const tooDeep = { problem: { kind: 'too-deep', levels: 100 } }

  test('100 levels are read, and 102 are not', () => {
    expect(parse(json(100))).toMatchObject({ object: JSON.parse(json(100)) })
    expect(parse(json(102))).toEqual(tooDeep)
  })

  test('100,000 levels are refused without exhausting the stack', () => {
    expect(parse(json(100_000))).toEqual(tooDeep)
  })
})

test('101 levels are too many', () => {
  for (const json of [nested.objects(101), nested.arrays(101)]) {
    expect(parse(json)).toEqual({ problem: { kind: 'too-deep', levels: 100 } })
  }
})

test('100,000 values side by side are not deep', () => {
  expect(parse(`{"a":[${'{},'.repeat(99_999)}{}]}`)).toHaveProperty('object')
})

test.each([
  ['Latin-1', Buffer.from('{\n "a": 1, "b": "caf\xe9"}', 'latin1'), 2, 19],
  ['Latin-1 with CRLF', Buffer.from('{\r\n "a": 1,\r\n "b": "caf\xe9"}', 'latin1'), 3, 11],
  ['Latin-1 after a byte order mark', Buffer.from('\xef\xbb\xbf{"a": "\xe9"}', 'latin1'), 1, 8],
  ['Latin-1 after the replacement character', Buffer.from('{"\xef\xbf\xbd": "\xe9"}', 'latin1'), 1, 8],
  ['GBK', Buffer.from('{"a": "\xc9\xcc\xb5\xea"}', 'latin1'), 1, 8],
  ['UTF-8 that is cut off', Buffer.from('{"a": "商店"}').subarray(0, 12), 1, 9],
  ['UTF-8 with half a surrogate pair', Buffer.from('{"a": "\xed\xa0\x80"}', 'latin1'), 1, 8],
  ['UTF-16', Buffer.from('\ufeff{"a": 1}', 'utf16le'), 1, 1],
])('bytes in %s stop being JSON at the first one that is not UTF-8', (_encoding, bytes, line, column) => {
  expect(jsonIn({ bytes })).toEqual({ problem: { kind: 'not-json', line, column } })
})

test('more than 16 MiB are refused, wherever they come from', () => {
  const bytes = Buffer.alloc(mostBytes + 1, ' ')
  expect(jsonIn({ bytes })).toEqual({ problem: { kind: 'too-large', mebibytes: 16 } })
  bytes.write('{}')
  expect(jsonIn({ bytes: bytes.subarray(1) })).toMatchObject({ problem: { kind: 'not-json' } })
  expect(jsonIn({ bytes: bytes.subarray(0, mostBytes) })).toMatchObject({ object: {} })
})

test('what could not be read stays unread', () => {
  const problem = { kind: 'directory' } as const
  expect(jsonIn({ problem })).toEqual({ problem })
})
