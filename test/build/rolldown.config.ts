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
    // What is loaded together lies together: a file less to find and open. Commands and texts are small and part of
    // every start, although each is asked for late; a change of a profile, and a prompt, are a file each.
    codeSplitting: {
      groups: [
        { name: 'main', test: /src.(cli.(?!completion)|messages)/, priority: 1 },
        { name: 'change', test: /src.(locks|store)./ },
        { name: 'prompt', test: /src.prompt.(terminal|popup.prompt|settings.prompt)/ },
      ],
    },
    // A Node module asked for late is required late: importing it would start the module loader for it.
    dynamicImportInCjs: false,
    cleanDir: true,
  },
})

// Built in this order: the first empties the folder for all.
export default [commandLine, ...library]
