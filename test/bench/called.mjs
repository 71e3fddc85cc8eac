import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector'
import process from 'node:process'

// Run by calls.mjs: runs a command line if there are arguments, else a call of the library. V8 counts the calls.
const { BENCH_SOURCE, BENCH_COVERAGE } = process.env
const session = new Session()
session.connect()
session.post('Profiler.enable')
// Without `detailed`, V8 counts an async function again after each `await`.
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })

await (process.argv.length > 2 ? runCommand() : callLibrary())
writeFileSync(BENCH_COVERAGE, JSON.stringify(takeCounts()))

async function runCommand() {
  const { main, terminalOf } = await import(`${BENCH_SOURCE}/cli/main.mjs`)
  process.exitCode = await main(terminalOf(process))
}

async function callLibrary() {
  const { createWxAuth } = await import(`${BENCH_SOURCE}/index.mjs`)
  const { wx, auth } = createWxAuth()
  await auth.set('scope.userLocation', 'accepted')
  // Calls before this one do not count.
  takeCounts()
  await wx.getLocation()
}

/** The counts so far; after this, V8 begins again at zero. */
function takeCounts() {
  let counts
  session.post('Profiler.takePreciseCoverage', (error, coverage) => {
    if (error) throw error
    counts = coverage.result
  })
  return counts
}
