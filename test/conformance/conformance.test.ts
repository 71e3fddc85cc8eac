import { describe, test } from 'vitest'
import { guide } from '../../src/guide/guide.ts'
import { rowText } from '../../src/guide/in-words.ts'
import { cliDriver } from './drivers/cli-driver.ts'
import type { OpenDriver } from './drivers/driver.ts'
import { emulatorDriver } from './drivers/emulator-driver.ts'
import { wxDriver } from './drivers/wx-driver.ts'
import { runRow } from './run-row.ts'

const doors: readonly (readonly [door: string, open: OpenDriver])[] = [
  ['the emulator', emulatorDriver],
  ['the command line', cliDriver],
  ['wx, with callbacks', wxDriver('callbacks')],
  ['wx, with promises', wxDriver('promise')],
]

describe.each(doors)('Every row of the guide, through %s', (_, open) => {
  for (const sentence of guide) {
    if ('context' in sentence) continue
    describe(sentence.text, () => {
      test.each(sentence.rows.map(row => [rowText(row), row] as const))('%s', (_, row) => runRow(open, row))
    })
  }
})
