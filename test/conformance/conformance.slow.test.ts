import { describe, test } from 'vitest'
import { cliDriver } from './drivers/cli-driver.ts'
import { guide } from './guide.ts'
import { rowText } from './in-words.ts'
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
