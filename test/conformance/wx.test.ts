import { describe, test } from 'vitest'
import { guide } from '../../src/guide/guide.ts'
import { rowText } from '../../src/guide/in-words.ts'
import { wxDriver } from './drivers/wx-driver.ts'
import { runRow } from './run-row.ts'

describe.each(['callbacks', 'promise'] as const)(
  'The wx object, called with %s, does what the guide says',
  style => {
    for (const sentence of guide) {
      if ('context' in sentence) continue
      describe(sentence.text, () => {
        test.each(sentence.rows.map(row => [rowText(row), row] as const))('%s', async (_, row) => {
          await runRow(wxDriver(style), row)
        })
      })
    }
  },
)
