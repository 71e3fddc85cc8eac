// @vitest-environment jsdom
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fenced } from '../readme/blocks.ts'
import { globals } from './opened-page.ts'

const examples = (['README.md', 'src/simulate/README.md'] as const).flatMap(file =>
  fenced(file, 'js').flatMap(block => (block.includes('wxauth/simulate') ? [[file, block] as const] : [])),
)

test('the READMEs have a test of a page each', () => expect(examples).toHaveLength(2))

test.each(examples)('the test of a page in %s passes as it is written', async (_, code) => {
  const page = /(?:\/path\/to\/)?miniprogram\/pages\/near-me/
  expect(code).toMatch(page)
  const ours = code.replace(page, join(import.meta.dirname, 'near-me'))

  const tests: (() => Promise<void>)[] = []
  const declare = (_title: string, body: () => Promise<void>) => tests.push(body)
  let checks = 0
  const counted = (value: unknown) => {
    checks += 1
    return expect(value)
  }
  // Required from here as from the reader's project: what is built is what they get.
  const given = {
    require: createRequire(import.meta.url),
    document: globals.document,
    expect: counted,
    test: declare,
  }
  new Function(...Object.keys(given), ours)(...Object.values(given))
  expect(tests).toHaveLength(1)
  for (const run of tests) await run()
  expect(checks).toBe(code.match(/\bexpect\(/g)?.length)
})
