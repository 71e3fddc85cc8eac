import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { locateJsonError } from '../../src/json/locate.ts'

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
    ['{"a": "\\x"}', 1, 7],
    ['{"a": NaN}', 1, 7],
    ['"unfinished', 1, 1],
  ])('of %j is line %i, column %i', async (text, line, column) => {
    expect(() => JSON.parse(text)).toThrow(SyntaxError)
    expect(await locateJsonError(text)).toEqual({ line, column })
  })

  test('of brackets by the hundred thousand is found without a crash', async () => {
    expect(await locateJsonError('['.repeat(200_000))).toEqual({ line: 1, column: expect.any(Number) })
  })

  test('is in the text or right behind it, whatever the text', async () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.string())
      .map(
        ([json, at, put]) =>
          json.slice(0, at % (json.length + 1)) + put + json.slice((at % (json.length + 1)) + 1),
      )
    await fc.assert(
      fc.asyncProperty(fc.oneof(broken, fc.string()), async text => {
        const { line, column } = await locateJsonError(text)
        const lines = text.split(/\r\n|\r|\n/)
        expect(line).toBeGreaterThanOrEqual(1)
        expect(line).toBeLessThanOrEqual(lines.length)
        expect(column).toBeGreaterThanOrEqual(1)
        expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1)
      }),
    )
  })
})
