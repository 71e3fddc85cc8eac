import { mkdirSync, writeFileSync } from 'node:fs'
import { defineConfig, type Plugin } from 'rolldown'
import { asciiOnly, inlineRuntime, leaveOut } from './bundle-plugins.ts'
import { declarations } from './declarations.ts'

const entries = { index: 'src/index.ts', simulate: 'src/simulate/index.ts' }

/**
 * The library, not minified, so that a debugger can step into it. The code is there once, as CommonJS: a program that
 * uses both `import` and `require` has one class of errors, and the package is half as large. Each entry is built by
 * itself, with the shared code in both, so that the adapter is one file.
 */
export const library = Object.entries(entries).flatMap(([name, path]) => {
  return defineConfig([
    {
      input: { [name]: path },
      platform: 'node',
      plugins: [leaveOut(), plainBuiltins(), asciiOnly(), ...doors(name)],
      output: {
        dir: 'dist',
        format: 'cjs',
        entryFileNames: '[name].cjs',
        chunkFileNames: 'library-[name].cjs',
        // Jest runs CommonJS without `import()`, so modules that load on demand use `require`.
        dynamicImportInCjs: false,
      },
    },
    declarations(name, path),
  ])
})

function doors(name: string): readonly Plugin[] {
  return name === 'index' ? [inlineRuntime(), doorForImport()] : [doorForImport(), folderFor(name)]
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
 * Jest before 28 and TypeScript's `node10` do not read `exports`: they look for the folder `wxauth/simulate` and its
 * package.json.
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
