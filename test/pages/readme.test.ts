import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launch } from '../../src/pages/index.ts'
import { fenced, rowsIn, section } from '../readme/blocks.ts'

const examples = (['README.md', 'README.zh-CN.md', 'src/pages/README.md'] as const).flatMap(file =>
  fenced(file, 'js').flatMap((block, at) =>
    block.includes('wxauth/miniprogram') ? [[file, at, block] as const] : [],
  ),
)

test('The READMEs have tests of pages, each of fifteen lines at most', () => {
  expect(examples).toHaveLength(5)
  for (const [, , code] of examples) expect(code.trimEnd().split('\n').length).toBeLessThanOrEqual(15)
})

test.each(examples)('The test of a page in %s passes: %s', async (_file, _at, code) => {
  expect(code).toContain("'/path/to/miniprogram'")
  const body = code
    .replace('/path/to/miniprogram', join(import.meta.dirname, 'programs/near'))
    .replace(/^import (\{.*\}|\w+) from (.*)$/gm, 'const $1 = require($2)')
  const tests: (() => Promise<void>)[] = []
  const declare = (_title: string, run: () => Promise<void>) => tests.push(run)
  // `wxauth/miniprogram` is the built package, as in the reader's project.
  const built = createRequire(import.meta.url)
  const modules: Readonly<Record<string, unknown>> = {
    vitest: { expect, test: declare },
    'node:test': declare,
    'node:assert/strict': assert,
  }
  const variables = { require: (name: string) => modules[name] ?? built(name), expect, test: declare }
  // Those that the example imports itself are not given to it.
  const given = Object.entries(variables).filter(
    ([name]) => !new RegExp(`const .*\\b${name}\\b.* = `).test(body),
  )
  new Function(...given.map(([name]) => name), body)(...given.map(([, value]) => value))
  expect(tests).toHaveLength(1)
  for (const run of tests) await run()
})

test('The README lists every option, and no other', async () => {
  const listed = rowsIn(section('src/pages/README.md', '## Options of `launch`')).map(([name = '']) =>
    name.replaceAll('`', ''),
  )
  const options = { project: '.', none: 1 } as unknown as Parameters<typeof launch>[0]
  await expect(launch(options)).rejects.toMatchObject({ facts: { known: listed } })
})

test('The README lists every member of the app', async () => {
  const app = await launch({ project: join(import.meta.dirname, 'programs/near') })
  const text = section('src/pages/README.md', '## The app and its user')
  const listed = [...text.matchAll(/`app\.(\w+)/g)].map(([, name]) => name)
  expect(new Set(listed)).toEqual(new Set(Object.keys(app)))
})
