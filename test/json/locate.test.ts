import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jsonFault, textPlace } from '../../src/json/locate.ts'

const parses = (text: string) => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('the first fault of a text', () => {
  test.each([
    ['', 0],
    ['   ', 3],
    ['\0\0\0', 0],
    ['{', 1],
    ['{}}', 2],
    ['[1,]', 3],
    ['{"a":1,}', 7],
    ['{"a" 1}', 5],
    ['{a:1}', 1],
    ["{'a':1}", 1],
    ['[1 2]', 3],
    ['[}', 1],
    ['trux', 3],
    ['nul', 3],
    ['01', 1],
    ['-', 1],
    ['1.', 2],
    ['1e+', 3],
    ['.5', 0],
    ['+1', 0],
    ['"a', 2],
    ['"\\x"', 2],
    ['"\\u12g4"', 5],
    ['"a\nb"', 2],
    ['// note\n{}', 0],
    ['NaN', 0],
    ['{}\u00a0', 2],
    ['\ufeff{}', 0],
  ])('of %j is at %i', (text, offset) => {
    expect(parses(text)).toBe(false)
    expect(jsonFault(text)).toBe(offset)
  })

  const json = fc.json()
  const indentedJson = fc
    .tuple(fc.jsonValue(), fc.constantFrom(0, 1, '\t', '\r\n'))
    .map(([value, indent]) => JSON.stringify(value, null, indent))
  const damagedJson = fc
    .tuple(
      fc.oneof(json, indentedJson),
      fc.nat(),
      fc.nat(3),
      fc.string({ maxLength: 3, unit: fc.constantFrom(...'{}[],:"\\/bu01-.eE+tfn \n\0\u2028') }),
    )
    .map(
      ([text, at, length, replacement]) =>
        text.slice(0, at % (text.length + 1)) + replacement + text.slice((at % (text.length + 1)) + length),
    )

  test('exists in exactly the texts that JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.oneof(json, indentedJson, damagedJson, fc.string()), text => {
        expect(jsonFault(text) === undefined).toBe(parses(text))
      }),
      { numRuns: 3000 },
    )
  })

  test('is the first: the text before it is valid so far', () => {
    fc.assert(
      fc.property(damagedJson, text => {
        const offset = jsonFault(text)
        if (offset === undefined) return
        const before = text.slice(0, offset)
        expect([undefined, before.length]).toContain(jsonFault(before))
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['deep nesting', '['.repeat(200_000)],
    ['a long string', `"${'a'.repeat(2_000_000)}`],
    ['many escapes', `"${'\\n'.repeat(500_000)}`],
  ])('is found within two seconds without exhausting the stack: %s', (_what, text) => {
    const start = performance.now()
    expect(jsonFault(text)).toBe(text.length)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

describe('the place of an offset', () => {
  test.each([
    ['', 0, 1, 1],
    ['ab', 2, 1, 3],
    ['a\nb', 2, 2, 1],
    ['a\r\nb', 3, 2, 1],
    ['a\rb', 3, 2, 2],
    ['\n\n', 2, 3, 1],
  ])('in %j, %i is line %i, column %i', (text, offset, line, column) => {
    expect(textPlace(text, offset)).toEqual({ line, column })
  })
})
