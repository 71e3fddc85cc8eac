import { describe, test } from 'vitest'
import { guide } from '../../src/guide/guide.ts'
import { rowText } from '../../src/guide/in-words.ts'
import { processDriver } from './drivers/cli-driver.ts'
import { runRow } from './run-row.ts'

// Every step is a process of its own, so each sentence runs one row; conformance.test.ts runs them all.
describe.concurrent('The built command line does what each sentence of the guide says', () => {
  for (const sentence of guide) {
    if ('context' in sentence) continue
    const row = sentence.rows.find(({ example }) => example) ?? sentence.rows[0]
    if (row !== undefined) test(`${sentence.text} ${rowText(row)}`, () => runRow(processDriver, row))
  }
})
