// @vitest-environment jsdom
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fenced } from '../readme/blocks.ts'
import { globals } from './opened-page.ts'

const examples = (['src/simulate/README.md'] as const).flatMap(file =>
  fenced(file, 'js').flatMap(block => (block.includes('wxauth/simulate') ? [[file, block] as const] : [])),
)

test('The README has a test of a page', () => expect(examples).toHaveLength(1))

test.each(examples)('The test of a page in %s passes', async (_, code) => {
  const page = /(?:\/path\/to\/)?miniprogram\/pages\/near-me/
  expect(code).toMatch(page)
  const body = code.replace(page, join(import.meta.dirname, 'near-me'))

  const tests: (() => Promise<void>)[] = []
  const declare = (_title: string, run: () => Promise<void>) => tests.push(run)
  let checks = 0
  const countingExpect = (value: unknown) => {
    checks += 1
    return expect(value)
  }
  // `require` gives the built packages, as in the reader's project.
  const variables = {
    require: createRequire(import.meta.url),
    document: globals.document,
    expect: countingExpect,
    test: declare,
  }
  new Function(...Object.keys(variables), body)(...Object.values(variables))
  expect(tests).toHaveLength(1)
  for (const run of tests) await run()
  expect(checks).toBe(code.match(/\bexpect\(/g)?.length)
})
