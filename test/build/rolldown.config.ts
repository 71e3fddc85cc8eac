import { defineConfig } from 'rolldown'
import { asciiOnly, inlineRuntime, leaveOut } from './bundle-plugins.ts'
import { library } from './library.ts'
import { thirdPartyLicenses } from './licence-plugin.ts'
import { stateDiagram } from './state-diagram.ts'

/** The command line: CommonJS, which Node loads fastest, split at each `await import()` of the source. */
const commandLine = defineConfig({
  input: { main: 'src/cli/main.ts' },
  platform: 'node',
  // Code that several chunks share stays in the entry: another file costs half a millisecond at every start.
  preserveEntrySignatures: 'allow-extension',
  plugins: [leaveOut(), stateDiagram(), asciiOnly(), inlineRuntime(), thirdPartyLicenses()],
  output: {
    dir: 'dist',
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
    minify: true,
    // Code that loads together is in one file, which saves finding and opening others. Commands and texts are small and
    // part of every start, although they load on demand; changing a profile, prompts, walkthroughs and
    // explorations have a file each.
    codeSplitting: {
      groups: [
        {
          name: 'main',
          test: /src.(cli.(?!completion|commands.walkthrough|world.write-file)|messages.(?!zh-CN|en.(?:walkthrough|explore)))/,
          priority: 1,
        },
        { name: 'zh-CN', test: /src.messages.zh-CN.(?!walkthrough|explore)/, priority: 1 },
        { name: 'walkthrough-zh-CN', test: /src.messages.zh-CN.walkthrough/, priority: 1 },
        { name: 'explore-zh-CN', test: /src.messages.zh-CN.explore/, priority: 1 },
        { name: 'explore', test: /src.(explore.|messages.en.explore)/ },
        { name: 'change', test: /src.(locks|store)./, priority: 1 },
        { name: 'prompt', test: /src.prompt.(terminal|popup.prompt|settings.prompt)/, priority: 1 },
        {
          name: 'walkthrough',
          test: /src.(walkthrough.(?!html)|guide|cli.commands.walkthrough\.|prompt.menu|messages.en.walkthrough\.)/,
        },
        {
          name: 'walkthrough-html',
          test: /src.(walkthrough.html|cli.commands.walkthrough-html|cli.world.write-file|messages.en.walkthrough-html)|state-diagram/,
        },
      ],
    },
    // Modules of Node that load on demand use `require`, because `import()` would start the ESM loader.
    dynamicImportInCjs: false,
    cleanDir: true,
  },
})

// In this order, because the first build empties the folder.
export default [commandLine, ...library]
