import { describe, test } from 'vitest'
import { guide } from '../../src/guide/guide.ts'
import { rowText } from '../../src/guide/in-words.ts'
import type { Row } from '../../src/guide/sentence.ts'
import { today } from '../../src/guide/today.ts'
import { processDriver } from './drivers/cli-driver.ts'
import { isOnlyForPages, runRow } from './run-row.ts'

// Every step is a process of its own, so each sentence runs one row; conformance.test.ts runs them all.
function runExample(text: string, rows: readonly Row[]): void {
  const row = rows.find(({ example }) => example) ?? rows.find(row => !isOnlyForPages(row))
  if (row !== undefined) test(`${text} ${rowText(row)}`, () => runRow(processDriver, row))
}

describe.concurrent('The built command line does what each sentence of the guide says', () => {
  for (const sentence of guide) if ('rows' in sentence) runExample(sentence.text, sentence.rows)
})

describe.concurrent('The built command line follows each of today’s rules', () => {
  for (const { text, rows } of today.flatMap(({ rules }) => rules)) runExample(text, rows)
})
