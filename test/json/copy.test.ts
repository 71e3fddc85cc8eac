import { expect, test } from 'vitest'
import { copyInto } from '../../src/json/copy.ts'

const copy = <T>(value: T): T => copyInto({ Object, Array }, value)

test('lists and plain objects are copied all the way down, and instances of classes are shared', () => {
  const original = {
    list: [{ a: 1 }, 'b'],
    bare: Object.assign(Object.create(null), { x: null }),
    at: new Date(0),
  }
  const copied = copy(original)
  expect(copied).toEqual(original)
  expect(copied.list).not.toBe(original.list)
  expect(copied.list[0]).not.toBe(original.list[0])
  expect(copied.at).toBe(original.at)
})

test('what contains itself, or one thing twice, is copied as it is', () => {
  const shared = {}
  const original: Record<string, unknown> = { one: shared, other: shared }
  original.list = [original]
  const copied = copy(original)
  expect(copied.one).toBe(copied.other)
  expect(copied.one).not.toBe(shared)
  expect((copied.list as unknown[])[0]).toBe(copied)
})

test('a key __proto__ stays a key', () => {
  const copied = copy(JSON.parse('{"__proto__":{"a":1}}'))
  expect(Object.keys(copied)).toEqual(['__proto__'])
  expect(copied.a).toBeUndefined()
})

test('depth does not exhaust the stack', () => {
  let deep: unknown = 'end'
  for (let level = 0; level < 200_000; level += 1) deep = level % 2 === 0 ? [deep] : { deep }
  let inner: unknown = copy(deep)
  while (typeof inner === 'object') inner = Object.values(inner as object)[0]
  expect(inner).toBe('end')
})
