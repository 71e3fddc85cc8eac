import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'

const warmUps = 2

/** Wall times in ms by row. Every round runs each row once, so that drift of the machine affects all rows alike. */
export async function measure(rows, runs) {
  const times = new Map(rows.map(row => [row, []]))
  for (let round = -warmUps; round < runs; round += 1) {
    for (const row of rows) {
      const time = await timeOf(row)
      if (round >= 0) times.get(row).push(time)
    }
  }
  return times
}

export function median(values) {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)]
}

/** Peak memory of a row in KiB, reported by the process at its end: the median of five runs. */
export async function peakOf(row, home) {
  const peaks = []
  for (let run = 0; run < 5; run += 1) {
    const [node, ...args] = commandOf(row)
    const child = spawn(node, ['--require', join(import.meta.dirname, 'peak.cjs'), ...args], {
      env: environment(home),
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    })
    let text = ''
    for await (const chunk of child.stdio[3]) text += chunk
    peaks.push(Number(text))
  }
  return median(peaks)
}

async function timeOf(row) {
  const [command, ...args] = commandOf(row)
  const start = performance.now()
  const child = spawn(command, args, {
    env: environment(row.home),
    stdio: [row.until ? 'pipe' : 'ignore', 'pipe', 'pipe'],
  })
  const end = new Promise(resolve => child.once('close', resolve))
  child.stderr.resume()
  if (row.until === undefined) {
    child.stdout.resume()
    await end
    return performance.now() - start
  }
  const time = await new Promise((resolve, reject) => {
    let screen = ''
    child.stdout.on('data', chunk => {
      screen += chunk
      if (screen.includes(row.until)) resolve(performance.now() - start)
    })
    end.then(() => reject(new Error(`${row.name}: ended without showing ${row.until}: ${screen}`)))
  })
  // Ctrl-C.
  child.stdin.write('\x03')
  await end
  return time
}

const commandOf = ({ command }) => (typeof command === 'function' ? command() : command)

// Without NODE_EXTRA_CA_CERTS: parsing certificates slows every start, the base too, so every ratio would look better.
export function environment(home) {
  const { PATH, HOME, TMPDIR } = process.env
  return { PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}), TERM: 'xterm', ...(home ? { WXAUTH_HOME: home } : {}) }
}
