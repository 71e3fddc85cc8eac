import { describe, test } from 'vitest'
import { rowText } from '../../src/guide/in-words.ts'
import { today } from '../../src/guide/today.ts'
import type { OpenDriver } from './drivers/driver.ts'
import { emulatorDriver } from './drivers/emulator-driver.ts'
import { runRow } from './run-row.ts'

const doors: readonly (readonly [door: string, open: OpenDriver])[] = [['the emulator', emulatorDriver]]

describe.each(doors)('Every row of today’s rules, through %s', (_, open) => {
  for (const { title, rules } of today) {
    describe(title, () => {
      for (const { text, rows } of rules) {
        describe(text, () => {
          test.each(rows.map(row => [rowText(row), row] as const))('%s', (_, row) => runRow(open, row))
        })
      }
    })
  }
})
