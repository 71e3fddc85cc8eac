import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }

const root = join(import.meta.dirname, '../..')
const { exports, main, types, bin } = packageJson

test('every file that package.json names is in the package', () => {
  const files = [main, types, ...Object.values(bin), ...leavesOf(exports)].map(file => file.replace('./', ''))
  expect(packedFiles()).toEqual(expect.arrayContaining(files))
})

test('types come before code, because a compiler uses the first condition that it knows', () => {
  for (const entry of [exports['.'], exports['./simulate']]) {
    for (const way of Object.values(entry)) expect(Object.keys(way)).toEqual(['types', 'default'])
  }
})

test('wxauth/simulate is found without `exports`, as Jest before 28 and TypeScript’s node10 look for it', () => {
  const { require: way } = exports['./simulate']
  expect(packedFiles()).toContain('simulate/package.json')
  // Node resolves a folder by its path as those resolve `wxauth/simulate`.
  const find = createRequire(join(root, 'package.json'))
  expect(find.resolve('./simulate')).toBe(join(root, way.default))
  expect(join(root, 'simulate', find('./simulate/package.json').types)).toBe(join(root, way.types))
})

test('The library for `require` names the modules of Node without `node:`, which Jest 26 takes for a folder', () => {
  const files = readdirSync(join(root, 'dist')).filter(file =>
    /^(index|simulate|library-.*)\.cjs$/.test(file),
  )
  const modules = files.flatMap(file =>
    [...readFileSync(join(root, 'dist', file), 'utf8').matchAll(/\brequire\(["'`]([^."'`][^"'`]*)/g)].map(
      ([, module]) => module,
    ),
  )
  expect(modules).toContain('fs')
  expect(modules.filter(module => module?.includes(':'))).toEqual([])
})

function packedFiles(): readonly string[] {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts']
  const [info] = JSON.parse(
    execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  )
  return info.files.map(({ path }: { readonly path: string }) => path)
}

function leavesOf(tree: object): readonly string[] {
  return Object.values(tree).flatMap(value => (typeof value === 'string' ? [value] : leavesOf(value)))
}
