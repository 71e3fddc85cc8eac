import { defineConfig } from 'rolldown'
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
      plugins: [leaveOut()],
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
