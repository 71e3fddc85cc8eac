import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { type Figure, plain } from './bundled.ts'
import { lightProgram, manyPages } from './programs.ts'

const bin = join(import.meta.dirname, '../../bin/wxauth.cjs')
/** So many that the start is a tenth of the time with two threads. */
const pages = 48
const rounds = 5

/** What a second thread is worth, by the built tool. */
export async function exploreFigures(): Promise<readonly Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'wxauth-bench-'))
  try {
    for (const [path, text] of Object.entries(manyPages(lightProgram, pages))) {
      mkdirSync(dirname(join(directory, path)), { recursive: true })
      writeFileSync(join(directory, path), text)
    }
    const ratios = Array.from({ length: rounds }, () => {
      const one = exploring(directory, 1)
      return exploring(directory, 2) / one
    })
    const figure = ratios.toSorted((a, b) => a - b)[rounds >> 1] ?? Number.NaN
    return [{ name: `exploring ${pages} pages with two threads, to one`, figure, limit: 0.625 }]
  } finally {
    rmSync(directory, { recursive: true })
  }
}

/**
 * In milliseconds. V8 collects garbage in threads of its own, so that one explorer uses a third of another processor: where
 * there are only two, that is not there for the second one. Here each does its own, on any machine.
 */
function exploring(directory: string, jobs: number): number {
  const command = ['--single-threaded-gc', bin, 'explore', '--project', directory, '--jobs', String(jobs)]
  const start = performance.now()
  const { status } = spawnSync(process.execPath, command, { env: plain(), stdio: 'ignore' })
  if (status !== 1) throw new Error(`${command.join(' ')} exits with ${status}`)
  return performance.now() - start
}
