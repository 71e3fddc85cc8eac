import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { flatten } from './flatten.ts'

/** Flattens `entry`, with the other modules beside it. */
function flat(modules: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'wxauth-flatten-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(modules)) writeFileSync(join(folder, `${name}.d.ts`), text)
  return flatten(join(folder, 'entry.d.ts'))
}

test('what is exported comes with what it needs, its comments, and nothing else', () => {
  const entry = `import type { B } from './b.ts'
/** Of everybody. */
export interface A {
    /** Of b. */
    readonly b: B;
}
export type Unused = A;
export { };`
  const b = 'export type B = C;\ntype C = 1;\nexport type Left = 2;'
  const text = flat({ entry, b })
  expect(text).toBe(`/** Of everybody. */
interface A {
    /** Of b. */
    readonly b: B;
}
type B = C;
type C = 1;
type Unused = A;
export { A, Unused };
`)
})

test('two declarations of one name are kept apart', () => {
  const entry = `import { one } from './one.ts'
type Row = 'ours';
export declare const ours: Row;
export { one };
export { one as again } from './one.ts'`
  const text = flat({ entry, one: "type Row = 'theirs';\nexport declare const one: Row;" })
  expect(text).toMatch(/type Row = 'ours'/)
  expect(text).toMatch(/declare const ours: Row;/)
  const renamed = /type (Row\$\d) = 'theirs'/.exec(text)?.[1]
  expect(text).toContain(`declare const one: ${renamed};`)
  expect(text).toContain('export { ours, one, one as again };')
})

test('a key, a parameter and a type may have one name', () => {
  const entry =
    "import type { state } from './state.ts'\nexport declare const f: (state: state) => { state: state };"
  const text = flat({ entry, state: 'export type state = 1;' })
  expect(text).toContain('declare const f: (state: state) => { state: state };')
})

test('export * hands on what a module exports', () => {
  const text = flat({
    entry: "export * from './a.ts';\nexport type * from './b.ts';",
    a: 'export type A = 1;',
    b: 'export type B = 2;\ntype C = 3;',
  })
  expect(text).toBe('type A = 1;\ntype B = 2;\nexport { A, B };\n')
})

test.each([
  { what: 'a package', entry: "import { x } from 'some-package';\nexport type A = typeof x;" },
  { what: 'a module of Node', entry: "import type { Hash } from 'node:crypto';\nexport type A = Hash;" },
  { what: 'an import within a type', entry: "export type A = import('./b.ts').B;" },
  { what: 'a default', entry: 'declare const a: 1;\nexport default a;' },
  { what: 'a name that is not there', entry: "export { Gone } from './b.ts';" },
])('what needs $what is refused', ({ entry }) => {
  expect(() => flat({ entry, b: 'export type B = 1;' })).toThrow()
})
