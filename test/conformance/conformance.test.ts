import { describe, test } from 'vitest'
import { emulatorDriver } from './drivers/emulator-driver.ts'
import { guide } from './guide.ts'
import { rowText } from './in-words.ts'
import { runRow } from './run-row.ts'

describe('The emulator does what the guide says', () => {
  for (const sentence of guide) {
    if ('context' in sentence) continue
    describe(sentence.text, () => {
      test.each(sentence.rows.map(row => [rowText(row), row] as const))('%s', async (_, row) => {
        await runRow(emulatorDriver, row)
      })
    })
  }
})
