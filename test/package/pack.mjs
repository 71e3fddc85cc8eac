import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import process from 'node:process'
import { npm } from './nodes.mjs'

const root = join(import.meta.dirname, '../..')
const skipped = new Set(['.git', 'node_modules'])

/**
 * Packs the package as for publishing, with the current dist/. It packs a copy without `prepare`, which npm 10 runs
 * despite --ignore-scripts: rebuilding dist/ would break tests that are running it.
 * @param {string} place an empty folder for the copy and the tarball
 * @returns {Promise<{ filename: string, size: number, unpackedSize: number, files: { path: string, size: number }[] }>}
 */
export async function pack(place) {
  const copy = join(place, 'copy')
  cpSync(root, copy, {
    recursive: true,
    preserveTimestamps: true,
    // Other tests write and remove caches of compiled code meanwhile.
    filter: path => !skipped.has(relative(root, path).split(sep)[0]) && !/\.cache(\.[\d-]+)?$/.test(path),
  })
  writeFileSync(join(copy, 'dist/main.cjs.kept.cache'), 'not to be packed')
  const path = join(copy, 'package.json')
  const { scripts, ...rest } = JSON.parse(readFileSync(path, 'utf8'))
  const { prepare: _, ...others } = scripts
  writeFileSync(path, `${JSON.stringify({ ...rest, scripts: others }, undefined, 2)}\n`)
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', '..']
  const [info] = JSON.parse(await npm(args, copy, process.env))
  return { ...info, filename: join(place, info.filename) }
}
