import { mkdirSync, writeFileSync } from 'node:fs'
import { defineConfig, type Plugin } from 'rolldown'
import { leaveOut } from './bundle-plugins.ts'
import { declarations } from './declarations.ts'

const entries = { index: 'src/index.ts', simulate: 'src/simulate/index.ts' }

/**
 * The library, for `import` and for `require`, not minified, so that a debugger can step into it. Each entry is built by
 * itself, with the shared code in both, so that the adapter is one file.
 */
export const library = Object.entries(entries).flatMap(([name, path]) => {
  const input = { [name]: path }
  return defineConfig([
    {
      input,
      platform: 'node',
      plugins: [leaveOut()],
      output: {
        dir: 'dist',
        format: 'esm',
        entryFileNames: '[name].mjs',
        chunkFileNames: 'library-[name].mjs',
      },
    },
    {
      input,
      platform: 'node',
      plugins: [leaveOut(), plainBuiltins(), folderFor(name)],
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
      if (name === 'index') return
      mkdirSync(name, { recursive: true })
      const manifest = { main: `../dist/${name}.cjs`, types: `../dist/${name}.d.cts` }
      writeFileSync(`${name}/package.json`, `${JSON.stringify(manifest, undefined, 2)}\n`)
    },
  }
}
