import { describe, test } from 'vitest'
import { guide } from '../../src/guide/guide.ts'
import { rowText } from '../../src/guide/in-words.ts'
import type { Row } from '../../src/guide/sentence.ts'
import { today } from '../../src/guide/today.ts'
import { cliDriver } from './drivers/cli-driver.ts'
import type { OpenDriver } from './drivers/driver.ts'
import { emulatorDriver } from './drivers/emulator-driver.ts'
import { wxDriver } from './drivers/wx-driver.ts'
import { isOnlyForPages, runRow } from './run-row.ts'

interface Door {
  readonly open: OpenDriver
  /** The command line does not call everything that pages can call. */
  readonly leavesOut?: (row: Row) => boolean
}

const doors: readonly (readonly [name: string, door: Door])[] = [
  ['the emulator', { open: emulatorDriver }],
  ['the command line', { open: cliDriver, leavesOut: isOnlyForPages }],
  ['wx, with callbacks', { open: wxDriver('callbacks') }],
  ['wx, with promises', { open: wxDriver('promise') }],
]

/** The title says what the rows follow from. */
function runRows(title: string, rows: readonly Row[], { open, leavesOut = () => false }: Door): void {
  const some = rows.filter(row => !leavesOut(row))
  if (some.length === 0) return
  describe(title, () => {
    test.each(some.map(row => [rowText(row), row] as const))('%s', (_, row) => runRow(open, row))
  })
}

describe.each(doors)('Every row of the guide, through %s', (_, door) => {
  for (const sentence of guide) if ('rows' in sentence) runRows(sentence.text, sentence.rows, door)
})

describe.each(doors)('Every row of today’s rules, through %s', (_, door) => {
  for (const { text, rows } of today.flatMap(({ rules }) => rules)) runRows(text, rows, door)
})
