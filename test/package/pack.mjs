import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import process from 'node:process'
import { npm } from './nodes.mjs'

const root = join(import.meta.dirname, '../..')
const elsewhere = new Set(['.git', 'node_modules'])

/**
 * Packs the package as it would be published, of dist/ as it is: from a copy whose `prepare` is taken away, as npm 10
 * runs that despite --ignore-scripts, and it would build dist/ under the feet of whoever is running it.
 * @param {string} place an empty folder for the copy and the tarball
 * @returns {Promise<{ filename: string, size: number, unpackedSize: number, files: { path: string, size: number }[] }>}
 */
export async function pack(place) {
  const copy = join(place, 'copy')
  cpSync(root, copy, {
    recursive: true,
    preserveTimestamps: true,
    // What runs meanwhile keeps compiled code, which comes and goes.
    filter: path => !elsewhere.has(relative(root, path).split(sep)[0]) && !/\.cache(\.\d+)?$/.test(path),
  })
  writeFileSync(join(copy, 'dist/main.cjs.kept.cache'), 'not to be packed')
  const path = join(copy, 'package.json')
  const { scripts, ...rest } = JSON.parse(readFileSync(path, 'utf8'))
  const { prepare: _, ...others } = scripts
  writeFileSync(path, `${JSON.stringify({ ...rest, scripts: others }, undefined, 2)}\n`)
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', '..']
  const [packed] = JSON.parse(await npm(args, copy, process.env))
  return { ...packed, filename: join(place, packed.filename) }
}
