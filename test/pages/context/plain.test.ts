import { expect, test } from 'vitest'
import { plainCopy, plainWord } from '../../../src/pages/context/plain.ts'

const trap = () => {
  throw new Error('no')
}
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

test.each([
  [
    'a getter that throws',
    {
      a: 1,
      get b() {
        return trap()
      },
    },
    { a: 1 },
  ],
  ['a proxy that nobody may look into', { a: new Proxy({}, { ownKeys: trap, get: trap }) }, { a: {} }],
  ['a proxy that was revoked', { a: revoked(), b: 2 }, { a: {}, b: 2 }],
  ['a list with an iterator that never ends', endless([1, 2]), [1, 2]],
  ['a list with holes', Object.assign([], { 1: 1 }), [undefined, 1]],
  ['functions and symbols', { a() {}, b: Symbol('b'), c: 3 }, { c: 3 }],
  ['what the engine keeps in an instance', { _$: { host: 1 }, data: { a: 1 } }, { data: { a: 1 } }],
])('A plain copy is made of %s', (_what, value, copy) => {
  expect(plainCopy(value)).toEqual(copy)
})

test('A plain copy contains itself where its original does', () => {
  const value: Record<string, unknown> = { a: 1 }
  value.self = value
  const copy = plainCopy(value) as typeof value
  expect(copy.self).toBe(copy)
})

test('Data that contains itself, or a big number, has a word of its own', () => {
  const cyclic = (a: unknown) => {
    const value: Record<string, unknown> = { a }
    value.self = value
    return plainWord(plainCopy(value))
  }
  expect(cyclic(1)).not.toBe(cyclic(2))
  expect(cyclic(1n)).not.toBe(cyclic(2n))
  expect(cyclic(1)).toBe(cyclic(1))
})

function endless(list: readonly number[]) {
  return Object.defineProperty([...list], Symbol.iterator, {
    *value() {
      for (;;) yield 1
    },
  })
}
