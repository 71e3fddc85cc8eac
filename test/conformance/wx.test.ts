import { describe, test } from 'vitest'
import { wxDriver } from './drivers/wx-driver.ts'
import { guide } from './guide.ts'
import { rowText } from './in-words.ts'
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
