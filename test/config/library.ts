import { defineConfig } from 'rolldown'
import { leaveOut } from './bundle-plugins.ts'
import { declarations } from './declarations.ts'

const input = { index: 'src/index.ts', simulate: 'src/simulate/index.ts' }

/** The library, for `import` and for `require`, left readable for those who step into it. */
export const library = defineConfig([
  {
    input,
    platform: 'node',
    plugins: [leaveOut(), declarations(input)],
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
      // Jest runs CommonJS where `import()` fails: what is loaded late is required late.
      dynamicImportInCjs: false,
    },
  },
])
