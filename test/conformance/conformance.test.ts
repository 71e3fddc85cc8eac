import { describe, test } from 'vitest'
import { guide } from '../../src/guide/guide.ts'
import { rowText } from '../../src/guide/in-words.ts'
import { emulatorDriver } from './drivers/emulator-driver.ts'
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
