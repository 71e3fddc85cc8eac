import { defineConfig } from 'rolldown'
import { asciiOnly, leaveOut } from './bundle-plugins.ts'
import { library } from './library.ts'

/** The command line as it ships: CommonJS, which Node loads fastest, split where the source says `await import()`. */
const commandLine = defineConfig({
  input: { main: 'src/cli/main.ts' },
  platform: 'node',
  // What several chunks share stays in the entry: a file more is half a millisecond more at every start.
  preserveEntrySignatures: 'allow-extension',
  plugins: [leaveOut(), asciiOnly()],
  output: {
    dir: 'dist',
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
    minify: true,
    cleanDir: true,
  },
})

// Built in this order: the first empties the folder for all.
export default [commandLine, ...library]
