import { defineConfig } from 'rolldown'
import { asciiOnly, inlineRuntime, leaveOut } from './bundle-plugins.ts'
import { thirdPartyLicences } from './licence-plugin.ts'

/** The command line as it ships: CommonJS, which Node loads fastest, split where the source says `await import()`. */
export default defineConfig({
  input: { main: 'src/cli/main.ts' },
  platform: 'node',
  // What several chunks share stays in the entry: a file more is half a millisecond more at every start.
  preserveEntrySignatures: 'allow-extension',
  plugins: [leaveOut(), asciiOnly(), inlineRuntime(), thirdPartyLicences()],
  output: {
    dir: 'dist',
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
    minify: true,
    // A Node module asked for late is required late: importing it would start the module loader for it.
    dynamicImportInCjs: false,
    cleanDir: true,
  },
})
