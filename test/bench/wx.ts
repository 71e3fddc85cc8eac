import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { rolldown } from 'rolldown'
import { pageFigures } from './pages.ts'

export interface Figure {
  readonly name: string
  /** To the thing that the name compares with. */
  readonly ratio: number
  readonly limit: number
}

const root = join(import.meta.dirname, '../..')
const starts = 31

/** The cost of the library as ratios, each to something measured at the same time. */
export async function wxFigures(): Promise<readonly Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'wxauth-bench-'))
  try {
    const loop = await bundle('test/bench/wx-loop.ts', directory)
    const output = execFileSync(process.execPath, ['--expose-gc', loop], { encoding: 'utf8', env: plain() })
    const { success, fail, decision, memory } = JSON.parse(output) as Readonly<Record<string, number>>
    return [
      { name: 'wx.getLocation, accepted, to a bare setImmediate', ratio: success ?? Number.NaN, limit: 1.6 },
      { name: 'wx.getLocation, rejected, to a bare setImmediate', ratio: fail ?? Number.NaN, limit: 1.6 },
      { name: 'the decision, to a bare await', ratio: decision ?? Number.NaN, limit: 1 },
      { name: 'the heap after a million calls, to before', ratio: memory ?? Number.NaN, limit: 1.1 },
      { name: "require('wxauth'), to node -e 0", ratio: startUp(join(root, 'dist/index.cjs')), limit: 1.2 },
      ...pageFigures(await bundle('test/bench/pages-loop.ts', directory), directory),
    ]
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** Bundles a file, in a folder where no code of the tests is loaded with it. */
async function bundle(input: string, directory: string): Promise<string> {
  const name = input.replaceAll('/', '-').replace('.ts', '')
  const build = await rolldown({
    input: { [name]: join(root, input) },
    platform: 'node',
    external: ['conf'],
  })
  const names = { entryFileNames: '[name].mjs', chunkFileNames: `${name}-[name].mjs` }
  await build.write({ dir: directory, format: 'esm', minify: true, ...names })
  return join(directory, `${name}.mjs`)
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

/** Without extra certificates: parsing them slows every start, so every ratio would look better. */
function plain(): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env
  return env
}
