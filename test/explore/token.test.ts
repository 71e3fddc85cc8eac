import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Decision, Path, Tap } from '../../src/explore/path.ts'
import { parseToken, printToken } from '../../src/explore/token.ts'

const root = 'miniprogram/'

const locate: Tap = {
  handler: 'locate',
  at: { file: 'miniprogram/pages/near/index.wxml', line: 3, column: 5 },
  isLast: false,
}
const plain: Path = {
  unit: { page: 'pages/near/index', taps: [locate] },
  start: 'undecided',
  data: 'fixtures',
  decisions: [],
}

const rows: readonly { readonly path: Path; readonly token: string }[] = [
  { path: { ...plain, unit: { page: 'pages/near/index', taps: [] } }, token: 'pages/near/index' },
  { path: plain, token: 'pages/near/index#locate@3:5' },
  {
    path: {
      ...plain,
      unit: { page: 'pages/near/index', taps: [{ handler: 'onReachBottom', at: null, isLast: false }] },
    },
    token: 'pages/near/index#onReachBottom',
  },
  {
    path: {
      ...plain,
      decisions: [
        { kind: 'popup', answer: 'reject' },
        { kind: 'modal', answer: 'confirm' },
        { kind: 'popup', answer: 'accept' },
      ],
    },
    token: 'pages/near/index#locate@3:5~r.c.a',
  },
  {
    path: {
      ...plain,
      start: 'rejected',
      data: 'guessed',
      decisions: [
        { kind: 'settings', answer: 'on scope.userLocation' },
        { kind: 'settings', answer: 'leave' },
        { kind: 'sheet', answer: '1' },
      ],
    },
    token: 'pages/near/index#locate@3:5+rejected+guessed~on:userLocation.leave.1',
  },
  {
    path: {
      ...plain,
      unit: {
        page: 'pages/near/index',
        taps: [
          {
            handler: 'open',
            at: { file: 'miniprogram/components/shop.wxml', line: 1, column: 9 },
            isLast: true,
          },
          { handler: 'saveOri', at: null, isLast: false },
        ],
      },
    },
    token: 'pages/near/index#open@components/shop:1:9+last#saveOri+hidden',
  },
  {
    path: {
      ...plain,
      unit: {
        page: 'pages/near/index',
        taps: [{ ...locate, at: { file: 'miniprogram/shop..wxml', line: 1, column: 9 } }],
      },
    },
    token: 'pages/near/index#locate@shop..wxml.:1:9',
  },
]

describe('A token', () => {
  test.each(rows)('$token', ({ path, token }) => {
    expect(printToken(path, root)).toBe(token)
    expect(parseToken(token, root)).toEqual(path)
  })

  test.each([
    'pages/near/index#',
    'pages/near/index#locate@3',
    'pages/near/index#locate@3:5~',
    'pages/near/index#locate@3:5~z',
    'pages/near/index#locate@03:5',
    'pages/near/index#locate@3:5+hidden',
    'pages/near/index+guessed+rejected',
    'pages/%zz/index',
    '',
  ])('is not: "%s"', token => {
    expect(parseToken(token, root)).toBeUndefined()
  })
})

const name = fc.string({ unit: 'grapheme', minLength: 1 })
const file = fc
  .tuple(fc.constantFrom('miniprogram/', 'lib/'), name, fc.constantFrom('.wxml', '.qml', ''))
  .map(parts => parts.join(''))
const at = fc.record({
  file,
  line: fc.integer({ min: 1, max: 9999 }),
  column: fc.integer({ min: 1, max: 9999 }),
})
const tap = fc.oneof(
  fc.record({ handler: name, at, isLast: fc.boolean() }),
  fc.record({ handler: name, at: fc.constant(null), isLast: fc.constant(false) }),
)
const decisionRows: readonly Decision[] = [
  ...['accept', 'reject', 'dismiss'].flatMap(answer => [
    { kind: 'popup' as const, answer },
    { kind: 'consent' as const, answer },
  ]),
  ...['confirm', 'cancel'].map(answer => ({ kind: 'modal' as const, answer })),
  ...['pick', 'cancel'].map(answer => ({ kind: 'picker' as const, answer })),
  ...['0', '12', 'cancel'].map(answer => ({ kind: 'sheet' as const, answer })),
  ...['leave', 'on scope.camera', 'off scope.record'].map(answer => ({ kind: 'settings' as const, answer })),
]
const path: fc.Arbitrary<Path> = fc.record({
  unit: fc.record({ page: name, taps: fc.array(tap, { maxLength: 3 }) }),
  start: fc.constantFrom('undecided' as const, 'rejected' as const),
  data: fc.constantFrom('fixtures' as const, 'guessed' as const),
  decisions: fc.array(fc.constantFrom(...decisionRows), { maxLength: 6 }),
})

test('A handler with half a character has a token all the same', () => {
  const token = printToken({ ...plain, unit: { page: 'a', taps: [{ ...locate, handler: 'x\ud800' }] } }, root)
  expect(token).toMatch(/^a#x%EF%BF%BD@/)
  expect(parseToken(token, root)).toBeDefined()
})

test('Every path has a token that leads back to it, and that a shell takes as it is', () => {
  fc.assert(
    fc.property(path, path => {
      const token = printToken(path, root)
      expect(parseToken(token, root)).toEqual(path)
      expect(token).toMatch(/^[\w/.#@:+~%-]+$/)
    }),
  )
})
