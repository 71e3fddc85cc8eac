import { expect, test } from 'vitest'
import { transformScript } from '../../../src/pages/source/transform.ts'

function transformed(source: string, file = 'a.js') {
  const result = transformScript(source, file)
  if ('problem' in result) throw new Error(result.reason)
  return result
}

test('A script without module syntax stays as it is, sloppy mode included', () => {
  const source = "/* import me */ with (x) {}\nvar exported = 'export it'\n"
  expect(transformed(source).code).toBe(source)
})

test.each([
  ['an ES module', "import a from './a'\nexport default () => {\n  throw new Error(a)\n}\n", 'a.js', 3],
  [
    'TypeScript',
    "import type { A } from './a'\ninterface B {\r\n  c: number\r\n}\r\nconst d: B = { c: 1 }; throw new Error(String(d as any))\n",
    'a.ts',
    5,
  ],
])('%s keeps its lines, and the map its columns', (_name, source, file, line) => {
  const { code, origin } = transformed(source, file)
  const lines = code.split('\n')
  expect(lines).toHaveLength(source.split('\n').length)
  const column = (lines[line - 1] ?? '').indexOf('new Error') + 1
  expect(column).toBeGreaterThan(0)
  expect(origin({ line, column })).toEqual({
    line,
    column: (source.split('\n')[line - 1] ?? '').indexOf('new Error') + 1,
  })
})

test('Imports run before the code that is written above them, in their order', () => {
  const source = `const first = b.default; /*
import no from './no'
*/
import a from './a'
import {
  b } from './b'
import './c'
export * from './d'
export { e } from './e'; throw new Error('end')
`
  const { code, origin } = transformed(source)
  const loaded: string[] = []
  const require = (name: string) => loaded.push(name) && { b: { default: 1 }, d: 1, e: 1 }
  const exports: { __esModule?: boolean; d?: number } = {}
  expect(() => new Function('require', 'exports', code)(require, exports)).toThrow('end')
  expect(loaded).toEqual(['./a', './b', './c', './d', './e'])
  expect(exports.d).toBe(1)

  const lines = code.split('\n')
  expect(lines).toHaveLength(source.split('\n').length)
  const [line = ''] = lines
  const at = (text: string) => origin({ line: 1, column: line.indexOf(text) + 1 })
  expect(at("require('./a')").line).toBe(4)
  expect(at("require('./b')").line).toBe(6)
  expect(at('b.default')).toEqual({ line: 1, column: source.indexOf('b.default') + 1 })
  const thrown = lines[8] ?? ''
  expect(origin({ line: 9, column: thrown.indexOf('new Error') + 1 })).toEqual({
    line: 9,
    column: (source.split('\n')[8] ?? '').indexOf('new Error') + 1,
  })
})

test('import() becomes require, since a vm script would make it outside of its context', () => {
  const { code } = transformed("exports.load = () => import('./lazy')\n")
  expect(code).not.toContain('import(')
  expect(code).not.toContain('use strict')
})

test('A syntax error has its place', () => {
  expect(transformScript('export const a =\n  ;\n', 'a.js')).toMatchObject({ problem: { line: 2 } })
})
