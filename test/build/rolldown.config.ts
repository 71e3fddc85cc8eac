import { defineConfig } from 'rolldown'
import { asciiOnly, inlineRuntime, leaveOut } from './bundle-plugins.ts'
import { engineAssets, engineFolders } from './engine-assets.ts'
import { late, library, scriptParts } from './library.ts'
import { thirdPartyLicenses } from './licence-plugin.ts'
import { stateDiagram } from './state-diagram.ts'

/** Of all builds that use it: the last one writes the file. */
const licenses = thirdPartyLicenses(engineFolders)

/** The command line: CommonJS, which Node loads fastest, split at each `await import()` of the source. */
const commandLine = defineConfig({
  input: { main: 'src/cli/main.ts' },
  platform: 'node',
  // Code that several chunks share stays in the entry: another file costs half a millisecond at every start.
  preserveEntrySignatures: 'allow-extension',
  plugins: [leaveOut(), late(scriptParts), stateDiagram(), asciiOnly(), inlineRuntime(), licenses],
  output: {
    dir: 'dist',
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
    minify: true,
    // Code that loads together is in one file, which saves finding and opening others. Commands and texts are small and
    // part of every start, although they load on demand; changing a profile, prompts, walkthroughs, explorations and
    // today's edition have a file each.
    codeSplitting: {
      groups: [
        {
          name: 'main',
          test: /src.(cli.(?!completion|commands.(walkthrough|explain|explore|set|reset|run\.)|run|explore|arguments.(run|explore)-plan|report.(layer-hint|arranged-report|changes-text)|world.(write-file|today))|messages.(?!zh-CN|en.(walkthrough|layers|run|notices|explore)))/,
          priority: 1,
        },
        { name: 'zh-CN', test: /src.messages.zh-CN.(?!walkthrough|layers|run|notices|explore)/, priority: 1 },
        { name: 'layers-zh-CN', test: /src.messages.zh-CN.layers/, priority: 1 },
        // What `explain` and today's edition share.
        {
          name: 'layers',
          test: /src.(machine.(checks|guide-checks|layers)|messages.en.layers)/,
          priority: 1,
        },
        {
          name: 'today',
          test: /src.(catalogue.editions.today|emulator.(today|layer-apis|layer-facts|layered-consent|location-row|privacy-sheet)|cli.(report.layer-hint|world.today))/,
          priority: 1,
        },
        { name: 'walkthrough-zh-CN', test: /src.messages.zh-CN.walkthrough/, priority: 1 },
        { name: 'run-zh-CN', test: /src.messages.zh-CN.(run|notices)/, priority: 1 },
        { name: 'explore-zh-CN', test: /src.messages.zh-CN.explore/, priority: 1 },
        { name: 'html', test: /src.html/, priority: 1 },
        {
          name: 'explore',
          test: /src.(cli.(commands.explore|explore.(?!worker)|arguments.explore-plan)|explore.|messages.en.explore)/,
        },
        {
          name: 'change',
          test: /src.(locks.|store.|cli.(commands.(set|reset)\.|report.(arranged-report|changes-text)))|node_modules.(conf|dot-prop|atomically|stubborn-\w+)./,
          priority: 1,
        },
        { name: 'prompt', test: /src.prompt.(terminal|popup.prompt|settings.prompt)/, priority: 1 },
        {
          name: 'walkthrough',
          test: /src.(walkthrough.(?!html)|guide|cli.commands.walkthrough\.|messages.en.walkthrough\.)/,
        },
        { name: 'menu', test: /src.prompt.(menu|line)/, priority: 1 },
        {
          name: 'run',
          test: /src.(cli.(commands.run\.|run.(?!worker)|arguments.run-plan)|pages|messages.en.(run|notices))/,
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

/**
 * The threads in which programs run, which share nothing with the command line that starts them, but the library's late
 * parts.
 */
const programThreads = defineConfig({
  input: {
    'run-worker': 'src/cli/run/worker/index.ts',
    'explore-worker': 'src/cli/explore/worker/index.ts',
  },
  platform: 'node',
  plugins: [leaveOut(), late(), asciiOnly(), engineAssets(), licenses],
  output: {
    dir: 'dist',
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: 'program-[name].cjs',
    minify: true,
    // What both need is in one file, also what loads on demand.
    codeSplitting: {
      groups: [
        {
          name: 'worker',
          test: /^(?!.*(src.(cli.(run.worker.(?!shown)|explore.worker)|explore|playing|html)|acorn))/,
        },
      ],
    },
    dynamicImportInCjs: false,
  },
})

// In this order, because the first build empties the folder.
export default [commandLine, programThreads, ...library]
