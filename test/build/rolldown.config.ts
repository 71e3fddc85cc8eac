import { defineConfig } from 'rolldown'
import { asciiOnly, inlineRuntime, leaveOut, stamp } from './bundle-plugins.ts'
import { library } from './library.ts'
import { thirdPartyLicences } from './licence-plugin.ts'

/** The command line as it ships: CommonJS, which Node loads fastest, split where the source says `await import()`. */
const commandLine = defineConfig({
  input: { main: 'src/cli/main.ts' },
  platform: 'node',
  // What several chunks share stays in the entry: a file more is half a millisecond more at every start.
  preserveEntrySignatures: 'allow-extension',
  plugins: [leaveOut(), asciiOnly(), inlineRuntime(), thirdPartyLicences(), stamp()],
  output: {
    dir: 'dist',
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
    minify: true,
    // Commands and texts are small and loaded at every start: one file to find and open, although each is asked for late.
    codeSplitting: { groups: [{ name: 'main', test: /src.(cli.(?!completion)|messages)/ }] },
    // A Node module asked for late is required late: importing it would start the module loader for it.
    dynamicImportInCjs: false,
    cleanDir: true,
  },
})

// Built in this order: the first empties the folder for all.
export default [commandLine, ...library]
