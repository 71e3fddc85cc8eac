import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearest } from '../../src/text/nearest.ts'

const words = ['undecided', 'accepted', 'rejected', 'bob', 'alice']

test.each([
  ['the word itself', 'accepted', 'accepted'],
  ['the word in another case', 'ACCEPTED', 'accepted'],
  ['a letter left out', 'acepted', 'accepted'],
  ['a letter too many', 'accceptd', 'accepted'],
  ['two letters swapped', 'alcie', 'alice'],
  ['another ending', 'accept', 'accepted'],
  ['three slips', 'acpte', undefined],
  ['two slips in a short word', 'alxxe', undefined],
  ['another word', 'denied', undefined],
  ['nothing', '', undefined],
])('%s: for %j the suggestion is %j', (_, text, suggestion) => {
  expect(nearest(text, words)).toBe(suggestion)
})

test('of equally near candidates the first is suggested', () => {
  expect(nearest('record', ['records', 'recorb'])).toBe('records')
})

test('without candidates there is no suggestion', () => {
  expect(nearest('accepted', [])).toBeUndefined()
})

test('words are compared in the form that the caller wants', () => {
  const withoutDashes = (word: string) => word.replace(/^--/, '')
  const flags = ['--accept', '--reject']
  expect(nearest('accept', flags, withoutDashes)).toBe('--accept')
  expect(nearest('acept', flags, withoutDashes)).toBe('--accept')
  expect(nearest('ACCEPT', flags, withoutDashes)).toBeUndefined()
})

test('any one slip in a long word is forgiven', () => {
  const word = 'openBluetoothAdapter'
  fc.assert(
    fc.property(fc.nat(word.length - 1), fc.constantFrom('', '#'), (at, typo) => {
      expect(nearest(word.slice(0, at) + typo + word.slice(at + 1), [...words, word])).toBe(word)
    }),
  )
})

test('a text of many megabytes takes no time', () => {
  expect(nearest('x'.repeat(20_000_000), words)).toBeUndefined()
})
