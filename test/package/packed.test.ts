import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }

const { exports, main, types, bin } = packageJson

test('every file that package.json names is in the package', () => {
  const named = [main, types, ...Object.values(bin), ...leavesOf(exports)].map(file => file.replace('./', ''))
  expect(packed()).toEqual(expect.arrayContaining(named))
})

test('types come before code: a compiler takes the first condition that it knows', () => {
  for (const entry of [exports['.'], exports['./simulate']]) {
    for (const way of Object.values(entry)) expect(Object.keys(way)).toEqual(['types', 'default'])
  }
})

function packed(): readonly string[] {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts']
  const cwd = join(import.meta.dirname, '../..')
  const [said] = JSON.parse(
    execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  )
  return said.files.map(({ path }: { readonly path: string }) => path)
}

function leavesOf(tree: object): readonly string[] {
  return Object.values(tree).flatMap(value => (typeof value === 'string' ? [value] : leavesOf(value)))
}
