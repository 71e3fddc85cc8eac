import { describe, test } from 'vitest'
import { guide } from '../../src/guide/guide.ts'
import { rowText } from '../../src/guide/in-words.ts'
import { cliDriver } from './drivers/cli-driver.ts'
import { runRow } from './run-row.ts'

// Every step is a process of its own; several rows run at a time.
describe.concurrent('The command line does what the guide says', () => {
  for (const sentence of guide) {
    if ('context' in sentence) continue
    describe(sentence.text, () => {
      test.each(sentence.rows.map(row => [rowText(row), row] as const))('%s', async (_, row) => {
        await runRow(cliDriver, row)
      })
    })
  }
})
