import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

/** The figures of the library, of pages and of explorations; their benchmarks are in TypeScript. */
export async function libraryFigures() {
  const directory = mkdtempSync(join(import.meta.dirname, '../../node_modules/.wxauth-bench-'))
  try {
    const root = JSON.stringify(import.meta.dirname)
    const bundle = await rolldown({
      input: Object.fromEntries(
        ['wx', 'pages', 'explore'].map(name => [name, join(import.meta.dirname, `${name}.ts`)]),
      ),
      platform: 'node',
      external: ['rolldown'],
      transform: { define: { 'import.meta.dirname': root } },
    })
    await bundle.write({ dir: directory, format: 'esm', entryFileNames: '[name].mjs' })
    const load = name => import(pathToFileURL(join(directory, name)).href)
    const { wxFigures } = await load('wx.mjs')
    const { pageFigures } = await load('pages.mjs')
    const { exploreFigures } = await load('explore.mjs')
    return [...(await wxFigures()), ...(await pageFigures()), ...(await exploreFigures())]
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
