import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }

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

function packedFiles(): readonly string[] {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts']
  const cwd = join(import.meta.dirname, '../..')
  const [info] = JSON.parse(
    execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  )
  return info.files.map(({ path }: { readonly path: string }) => path)
}

function leavesOf(tree: object): readonly string[] {
  return Object.values(tree).flatMap(value => (typeof value === 'string' ? [value] : leavesOf(value)))
}
