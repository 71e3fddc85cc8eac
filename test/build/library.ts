import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { defineConfig, type Plugin } from 'rolldown'
import { asciiOnly, leaveOut } from './bundle-plugins.ts'
import { declarations } from './declarations.ts'

/**
 * Parts of the library that most tests do not need, or that nobody steps into: the texts of errors, what reads profiles
 * and projects, what explains a call, today's edition, and the transformer and the parser of scripts. Each is a file of its own, with a
 * copy of what it imports, and is required where it is used: synchronously, as the library is.
 */
const lateParts = [
  { name: 'library-en', path: 'src/messages/en/faults.ts', minify: true },
  { name: 'library-zh-CN', path: 'src/messages/zh-CN/faults.ts', minify: true },
  { name: 'library-on-disk', path: 'src/wx/on-disk.ts', minify: false },
  { name: 'library-explain', path: 'src/emulator/explain.ts', minify: false },
  { name: 'library-today', path: 'src/wx/today/today.ts', minify: false },
  { name: 'library-transform', path: 'src/pages/source/to-commonjs.ts', minify: true },
  { name: 'explore-script', path: 'src/explore/static/script.ts', minify: true },
]

type LatePart = (typeof lateParts)[number]

/** The transformer and the parser of scripts: the command line and its threads need one copy of these large parts. */
export const scriptParts = lateParts.filter(({ name }) =>
  ['library-transform', 'explore-script'].includes(name),
)

const cjs = {
  dir: 'dist',
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: 'library-[name].cjs',
  // Jest runs CommonJS without `import()`, so modules that load on demand use `require`.
  dynamicImportInCjs: false,
} as const

const root = join(import.meta.dirname, '../..')
const entries = {
  index: 'src/index.ts',
  simulate: 'src/simulate/index.ts',
  miniprogram: 'src/pages/index.ts',
}

/**
 * The library, not minified, so that a debugger can step into it. The code is there once, as CommonJS: a program that
 * uses both `import` and `require` has one class of errors, and the package is half as large. Each entry is built by
 * itself, with the shared code in both, so that the adapter is one file.
 */
export const library = Object.entries(entries)
  .flatMap(([name, path]) =>
    defineConfig([
      {
        input: { [name]: path },
        platform: 'node',
        plugins: [plainBuiltins(), late(), asciiOnly(), ...doors(name)],
        // In one file: chunks of two builds could have the same name.
        output: name === 'miniprogram' ? { ...cjs, codeSplitting: false } : cjs,
      },
      declarations(name, path),
    ]),
  )
  .concat(
    lateParts.flatMap(({ name, path, minify }) =>
      defineConfig({
        input: { [name]: path },
        platform: 'node',
        plugins: [leaveOut(), plainBuiltins(), asciiOnly()],
        output: { ...cjs, minify },
      }),
    ),
  )

/** Requires the late parts where they are used, not when the library is loaded. */
export function late(parts: readonly LatePart[] = lateParts): Plugin {
  const files = parts.map(({ name, path }) => ({ file: `./${name}.cjs`, source: join(root, path) }))
  return {
    name: 'late-parts',
    resolveId(module, importer) {
      const path = importer === undefined ? undefined : join(dirname(importer), module)
      const part = files.find(({ source }) => source === path)
      return part === undefined ? null : { id: part.file, external: true }
    },
    renderChunk(code) {
      let changed = code
      for (const { file } of files) {
        if (!changed.includes(`require("${file}")`)) continue
        const declaration = new RegExp(`^let (\\w+) = require\\("${file}"\\);\\n`, 'm')
        const [line = '', name] = declaration.exec(changed) ?? []
        // Written as `import()`, it is required where it stands already.
        if (new RegExp(`then\\(\\(\\) => .*require\\("${file}"\\)`).test(changed)) continue
        if (name === undefined) throw new Error(`The bundler no longer requires ${file} as it did`)
        changed = changed.replace(line, '').replaceAll(`${name}.`, `require("${file}").`)
      }
      return changed
    },
  }
}

function doors(name: string): readonly Plugin[] {
  return name === 'index' ? [doorForImport()] : [doorForImport(), folderFor(name)]
}

/** For each entry, a module for `import` with the same exports. */
function doorForImport(): Plugin {
  return {
    name: 'door-for-import',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk' || !file.isEntry) continue
        const source = `import library from './${file.fileName}'\n\nexport const { ${file.exports.join(', ')} } = library\n`
        this.emitFile({ type: 'asset', fileName: `${file.name}.mjs`, source })
      }
    },
  }
}

/** Jest before 27 takes `node:fs` for a file. */
function plainBuiltins(): Plugin {
  return {
    name: 'plain-builtins',
    resolveId(module) {
      return module.startsWith('node:') ? { id: module.slice('node:'.length), external: true } : null
    },
  }
}

/**
 * Jest before 28 and TypeScript's `node10` do not read `exports`: they look for a folder such as `wxauth/simulate` and
 * its package.json.
 */
function folderFor(name: string): Plugin {
  return {
    name: 'folder-for-older-resolvers',
    writeBundle() {
      mkdirSync(name, { recursive: true })
      const manifest = { main: `../dist/${name}.cjs`, types: `../dist/${name}.d.cts` }
      writeFileSync(`${name}/package.json`, `${JSON.stringify(manifest, undefined, 2)}\n`)
    },
  }
}
