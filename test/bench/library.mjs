import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

/** The figures of the library; its benchmark is in TypeScript. */
export async function libraryFigures() {
  const directory = mkdtempSync(join(import.meta.dirname, '../../node_modules/.wxauth-bench-'))
  try {
    const root = JSON.stringify(import.meta.dirname)
    const bundle = await rolldown({
      input: { wx: join(import.meta.dirname, 'wx.ts') },
      platform: 'node',
      external: ['rolldown'],
      transform: { define: { 'import.meta.dirname': root } },
    })
    await bundle.write({ dir: directory, format: 'esm', entryFileNames: '[name].mjs' })
    const { wxFigures } = await import(pathToFileURL(join(directory, 'wx.mjs')).href)
    return await wxFigures()
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
