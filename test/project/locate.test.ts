import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jsonFault, locateJsonError } from '../../src/json/locate.ts'
import { thrownBy } from './thrown.ts'

describe('The place where a text stops being JSON', () => {
  test.each([
    ['', 1, 1],
    ['{', 1, 2],
    ['{"a":1 "b":2}', 1, 8],
    ['{"a":1,}', 1, 8],
    ['[1,]', 1, 4],
    ['{a:1}', 1, 2],
    ['// note\n{}', 1, 1],
    ['{}\n{}', 2, 1],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3],
    ['{\r\n  "a": 1\r\n  "b": 2\r\n}', 3, 3],
    ['{\r  "a" 1}', 2, 7],
    ['{"商店" 1}', 1, 7],
    ['{"a": "\\x"}', 1, 9],
    ['{"a": NaN}', 1, 7],
    ['"unfinished', 1, 12],
  ])('of %j is line %i, column %i', (text, line, column) => {
    expect(() => JSON.parse(text)).toThrow(SyntaxError)
    expect(locateJsonError(text)).toEqual({ line, column })
  })

  test('is found in 200,000 open brackets without a crash', () => {
    expect(locateJsonError('['.repeat(200_000))).toEqual({ line: 1, column: 200_001 })
  })

  const damagedJson = fc
    .tuple(fc.json(), fc.nat(), fc.nat(2), fc.string({ maxLength: 2 }))
    .map(([json, at, length, replacement]) => {
      const from = at % (json.length + 1)
      return json.slice(0, from) + replacement + json.slice(from + length)
    })

  test('exists in exactly the texts that JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), damagedJson, fc.string()), text => {
        expect(jsonFault(text) === undefined).toBe(thrownBy(() => JSON.parse(text)) === undefined)
      }),
      { numRuns: 1000 },
    )
  })

  test('is always in the text or right after it', () => {
    fc.assert(
      fc.property(fc.oneof(damagedJson, fc.string()), text => {
        const { line, column } = locateJsonError(text)
        const lines = text.split(/\r\n|\r|\n/)
        expect(line).toBeGreaterThanOrEqual(1)
        expect(line).toBeLessThanOrEqual(lines.length)
        expect(column).toBeGreaterThanOrEqual(1)
        expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1)
      }),
    )
  })
})
