// @vitest-environment jsdom
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fenced } from '../readme/blocks.ts'
import { globals } from './opened-page.ts'

test('the README’s test of a page passes as it is written', async () => {
  const code = fenced('js').find(block => block.includes('wxauth/simulate')) ?? ''
  const page = 'miniprogram/pages/near-me'
  expect(code).toContain(page)
  const ours = code.replace(page, join(import.meta.dirname, 'near-me'))

  const tests: (() => Promise<void>)[] = []
  const declare = (_title: string, body: () => Promise<void>) => tests.push(body)
  // Required from here as from the reader's project: what is built is what they get.
  const given = { require: createRequire(import.meta.url), document: globals.document, expect, test: declare }
  new Function(...Object.keys(given), ours)(...Object.values(given))
  expect(tests).toHaveLength(1)
  expect.assertions(4)
  for (const run of tests) await run()
})
