import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { arrange, figures, peers } from './figures.mjs'
import { libraryFigures } from './library.mjs'
import { measure, median, peakOf } from './measure.mjs'

// `npm run bench`: what starting wxauth costs, as ratios to `node -e 0` in the same rounds. Absolute times mean
// nothing on a machine that others use too; medians of ratios do. RUNS=60 npm run bench asks for more rounds.
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
  const isOver = ({ row, wall, peak }) =>
    wall > (row.limit ?? Infinity) || (peak ?? 0) > (row.peakLimit ?? Infinity)
  const library = await libraryFigures()
  console.log('\n| the library | ratio | at most |\n| --- | --: | --: |')
  for (const { name, ratio, limit } of library) {
    console.log(`| ${name} | ${ratio.toFixed(2)} | ${limit.toFixed(2)} |${ratio > limit ? ' ← over' : ''}`)
  }
  process.exitCode = table.some(isOver) || library.some(({ ratio, limit }) => ratio > limit) ? 1 : 0
} finally {
  rmSync(home, { recursive: true, force: true })
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
