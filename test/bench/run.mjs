import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { callFigures } from './calls.mjs'
import { arrange, figures, peers } from './figures.mjs'
import { libraryFigures } from './library.mjs'
import { measure, median, peakOf } from './measure.mjs'

// `npm run bench`: the cost of starting wxauth, as ratios to `node -e 0` in the same rounds, because absolute times mean
// nothing on a shared machine. RUNS=60 npm run bench runs more rounds. The last table counts what a reader follows
// through src.
const runs = Math.max(Number(process.env.RUNS ?? 30), 1)
const home = mkdtempSync(join(tmpdir(), 'wxauth-bench-'))
try {
  arrange(home)
  const rows = [...figures(home), ...peers()]
  const times = await measure(rows, runs)
  const [base] = rows
  const baseTime = median(times.get(base))
  const basePeak = await peakOf(base, home)
  const table = []
  for (const row of rows) {
    const over =
      row.over === undefined ? baseTime : median(times.get(rows.find(({ name }) => name === row.over)))
    const wall = median(times.get(row)) / over
    const peak =
      row.peakLimit === undefined && row !== base ? undefined : (await peakOf(row, home)) / basePeak
    table.push({ row, wall, peak })
  }
  print(table)
  const library = await libraryFigures()
  printLibrary(library)
  const calls = await callFigures()
  printCalls(calls)
  const isFailure = table.some(isOver) || library.some(isOverFigure) || calls.some(isOverFiles)
  process.exitCode = isFailure ? 1 : 0
} finally {
  rmSync(home, { recursive: true, force: true })
}

function isOver({ row, wall, peak }) {
  return wall > (row.limit ?? Infinity) || (peak ?? 0) > (row.peakLimit ?? Infinity)
}

function isOverFigure({ figure, limit }) {
  return figure > limit
}

function isOverFiles({ files, limit }) {
  return files > (limit ?? Infinity)
}

function print(table) {
  console.log(`node ${process.version}, ${runs} rounds, medians; wall and peak memory as ratios\n`)
  console.log('| what | wall | at most | over | peak | at most |\n| --- | --: | --: | --- | --: | --: |')
  for (const { row, wall, peak } of table) {
    const cells = [
      row.name,
      wall.toFixed(2),
      row.limit?.toFixed(2) ?? '',
      row.over ?? 'node -e 0',
      peak?.toFixed(2) ?? '',
      row.peakLimit?.toFixed(2) ?? '',
    ]
    console.log(`| ${cells.join(' | ')} |${wall > (row.limit ?? Infinity) ? ' ← over' : ''}`)
  }
}

function printLibrary(rows) {
  console.log('\n| the library, and pages | figure | at most |\n| --- | --: | --: |')
  for (const row of rows) {
    const { name, figure, limit } = row
    console.log(
      `| ${name} | ${figure.toFixed(2)} | ${limit.toFixed(2)} |${isOverFigure(row) ? ' ← over' : ''}`,
    )
  }
}

function printCalls(rows) {
  console.log('\n| what is called in src | functions | calls | files | at most |')
  console.log('| --- | --: | --: | --: | --: |')
  for (const row of rows) {
    const { name, functions, calls, files, limit } = row
    const cells = [name, functions, calls, files, limit ?? '']
    console.log(`| ${cells.join(' | ')} |${isOverFiles(row) ? ' ← over' : ''}`)
  }
}
