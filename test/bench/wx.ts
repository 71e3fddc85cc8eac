import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { type Figure, plain, runBundled } from './bundled.ts'

const root = join(import.meta.dirname, '../..')
const starts = 31

/** The cost of the library as ratios, each to something measured at the same time. */
export async function wxFigures(): Promise<readonly Figure[]> {
  const { success, fail, decision, memory } = await runBundled('test/bench/wx-loop.ts')
  return [
    { name: 'wx.getLocation, accepted, to a bare setImmediate', figure: success ?? Number.NaN, limit: 1.6 },
    { name: 'wx.getLocation, rejected, to a bare setImmediate', figure: fail ?? Number.NaN, limit: 1.6 },
    { name: 'the decision, to a bare await', figure: decision ?? Number.NaN, limit: 1 },
    { name: 'the heap after a million calls, to before', figure: memory ?? Number.NaN, limit: 1.1 },
    { name: "require('wxauth'), to node -e 0", figure: startUp(join(root, 'dist/index.cjs')), limit: 1.2 },
  ]
}

function startUp(index: string): number {
  const pairs = Array.from({ length: starts }, () => {
    const bare = start('0')
    return start(`require(${JSON.stringify(index)})`) / bare
  })
  return pairs.toSorted((a, b) => a - b)[starts >> 1] ?? Number.NaN
}

function start(code: string): number {
  const beginning = process.hrtime.bigint()
  spawnSync(process.execPath, ['-e', code], { env: plain() })
  return Number(process.hrtime.bigint() - beginning)
}
