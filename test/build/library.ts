import { defineConfig, type Plugin } from 'rolldown'
import { leaveOut } from './bundle-plugins.ts'
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
      plugins: [leaveOut(), doorForImport()],
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
