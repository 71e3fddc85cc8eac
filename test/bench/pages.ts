import { join } from 'node:path'
import { engineAssets } from '../build/engine-assets.ts'
import { type Figure, runBundled } from './bundled.ts'

const bare = join(import.meta.dirname, 'pages-bare.js')

/** What it costs to open a page of a program, in a launch of its own. */
export async function pageFigures(): Promise<readonly Figure[]> {
  const { light, heavy, path, memory, pathMemory } = await runBundled(
    'test/bench/pages-loop.ts',
    [engineAssets()],
    [bare],
  )
  const base = 'to the bare engine with the same page'
  return [
    { name: `a page of 25 elements, ${base}`, figure: light ?? Number.NaN, limit: 3 },
    { name: `a page of 27 components, ${base}`, figure: heavy ?? Number.NaN, limit: 3 },
    { name: `a path of an exploration on it, ${base}`, figure: path ?? Number.NaN, limit: 6 },
    { name: 'the heap after 600 openings, in MB above before', figure: memory ?? Number.NaN, limit: 2 },
    { name: 'the heap after 600 paths, in MB above before', figure: pathMemory ?? Number.NaN, limit: 2 },
  ]
}
