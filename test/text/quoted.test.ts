import { expect, test } from 'vitest'
import { onOneLine } from '../../src/text/in-lines.ts'
import { quoted, whole } from '../../src/text/quoted.ts'

test.each([
  ['a word', 'getLocation', '"getLocation"'],
  ['nothing', '', '""'],
  ['a single space', ' ', '"\\u{20}"'],
  ['quotes, as they are', 'a "b"', '"a "b""'],
  ['60 characters', 'x'.repeat(60), `"${'x'.repeat(60)}"`],
  ['61 characters, cut', 'x'.repeat(61), `"${'x'.repeat(60)}…"`],
  ['61 characters of two units each', '𝒙'.repeat(61), `"${'𝒙'.repeat(60)}…"`],
  ['what a terminal acts on', '\x1b[2J\u202e', '"\\u{1b}[2J\\u{202e}"'],
  ['no half of an escape', '\u202e'.repeat(10), `"${'\\u{202e}'.repeat(7)}…"`],
  ['a megabyte', 'a b '.repeat(250_000), `"${'a b '.repeat(15)}…"`],
])('A quoted word: %s', (_, word, expected) => {
  expect(onOneLine(quoted(word))).toBe(expected)
})

test('A path and a command are safe to show, and as they are', () => {
  expect(onOneLine(whole('/a b/c'))).toBe('/a b/c')
  expect(onOneLine(whole('wxauth set scope.camera=accepted'))).toBe('wxauth set scope.camera=accepted')
  expect(onOneLine(whole('/tmp/\x1b[2J'))).toBe('/tmp/\\u{1b}[2J')
  // A space that is not ours is not taken for one of ours.
  expect(onOneLine(whole('a\u00a0b'))).toBe('a\\u{a0}b')
})
