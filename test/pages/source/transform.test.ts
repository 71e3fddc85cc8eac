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

test('import() becomes require, since a vm script would make it outside of its context', () => {
  const { code } = transformed("exports.load = () => import('./lazy')\n")
  expect(code).not.toContain('import(')
  expect(code).not.toContain('use strict')
})

test('A syntax error has its place', () => {
  expect(transformScript('export const a =\n  ;\n', 'a.js')).toMatchObject({ problem: { line: 2 } })
})
