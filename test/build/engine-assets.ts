import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type { Plugin } from 'rolldown'

const { resolve } = createRequire(import.meta.url)
const pages = join(import.meta.dirname, '../../src/pages')
const compiler = resolve('glass-easel-template-compiler')

const scriptsIn = (folder: string) =>
  readdirSync(join(pages, folder))
    .filter(name => name.endsWith('.js'))
    .map(name => join(pages, folder, name))

/** What runs inside of each context as text, and the compiler of templates: see `src/pages/context/assets.ts`. */
const assets = [
  ...['context', 'engine'].flatMap(scriptsIn),
  resolve('glass-easel'),
  resolve('glass-easel-miniprogram-adapter'),
  compiler,
  join(dirname(compiler), 'glass_easel_template_compiler_bg.wasm'),
]

/** The package is of ES modules, which CommonJS in it has to say of itself. */
const nameOf = (path: string) => basename(path).replace(/(?<=template_compiler)\.js$/, '.cjs')

/** The packages that they come from. */
export const engineFolders = [
  ...new Set(assets.flatMap(path => /^.*[\\/]node_modules[\\/][^\\/]+/.exec(path)?.[0] ?? [])),
]

export function engineAssets(): Plugin {
  return {
    name: 'engine-assets',
    generateBundle() {
      for (const path of assets) {
        const source = readFileSync(path)
        this.emitFile({ type: 'asset', fileName: `pages/${nameOf(path)}`, source })
      }
    },
  }
}
