import type { Plugin } from 'rolldown'

/**
 * Modules that a package imports but that wxauth never uses: each costs milliseconds at every start. A call of one is a
 * defect, and fails.
 */
const unusedModules = [
  // For sub-commands that are separate programs.
  { by: 'commander', module: 'node:child_process', exports: [] },
  // For schemas and migrations: the store checks the profile itself, and reports the place of an error.
  { by: 'conf', module: 'ajv/dist/2020.js', exports: ['Ajv', 'Ajv2020'] },
  { by: 'conf', module: 'ajv-formats', exports: [] },
  { by: 'conf', module: 'semver', exports: [] },
  // For the platform's folders: os.homedir() throws for a user without an entry in passwd, and the folder is always
  // given.
  { by: 'conf', module: 'env-paths', exports: [] },
  // For encryption: people must be able to read a profile.
  { by: 'conf', module: 'node:crypto', exports: [] },
  // For encryption and binary data. It needs TextDecoder when it is loaded, which Jest with jsdom does not have.
  {
    by: 'conf',
    module: 'uint8array-extras',
    exports: ['concatUint8Arrays', 'stringToUint8Array', 'uint8ArrayToString'],
  },
  // For data that comes in parts: a profile is written as one text.
  { by: 'atomically', module: 'node:stream', exports: ['Readable'] },
  // For names of characters, such as &eacute;: the page has the characters themselves.
  { by: 'stringify-entities', module: 'character-entities-html4', exports: ['characterEntitiesHtml4'] },
  { by: 'stringify-entities', module: 'character-entities-legacy', exports: ['characterEntitiesLegacy'] },
  // The built-in prompts: the popup and the settings page are our own.
  {
    by: 'inquirer',
    module: '@inquirer/prompts',
    exports: [
      'input',
      'select',
      'number',
      'confirm',
      'rawlist',
      'expand',
      'checkbox',
      'password',
      'editor',
      'search',
      'Separator',
    ],
  },
] as const

const lighterModules = [
  // conf compares two objects of JSON with node:assert, which takes 4 ms to load.
  {
    by: 'conf',
    module: 'node:assert',
    code: `const { stringify } = JSON
export default { deepEqual(one, other) { if (stringify(one) !== stringify(other)) throw new Error('not equal') } }`,
  },
  // atomically would listen to every signal of the process, to remove what a write leaves. A write that lets nothing else
  // run is never interrupted by one, and its drafts are swept.
  { by: 'atomically', module: 'when-exit', code: 'export default () => {}' },
] as const

const rows = [...unusedModules.map(row => ({ ...row, code: throwingModule(row) })), ...lighterModules]
const prefix = '\0left-out:'

export function leaveOut(): Plugin {
  return {
    name: 'leave-out',
    resolveId(module, importer) {
      const path = importer?.replaceAll('\\', '/')
      const row = rows.find(row => row.module === module && path?.includes(`/node_modules/${row.by}/`))
      return row === undefined ? null : { id: prefix + row.module, moduleSideEffects: false }
    },
    load(id) {
      return rows.find(row => prefix + row.module === id)?.code ?? null
    },
  }
}

function throwingModule({ module, exports }: (typeof unusedModules)[number]): string {
  return [
    `function leftOut() { throw new Error(${JSON.stringify(`${module} is left out of the bundle`)}) }`,
    'export default leftOut',
    ...exports.map(name => `export { leftOut as ${name} }`),
  ].join('\n')
}

/** A single character beyond Latin-1 makes V8 store and scan the whole file with two bytes a character. */
export function asciiOnly(): Plugin {
  return {
    name: 'ascii-only',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue
        file.code = file.code.replace(
          /[^\0-\x7f]/g,
          unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
        )
      }
    },
  }
}

/**
 * Puts the bundler's own few functions into the entry, into the texts that a start in Chinese loads too, and into what
 * records: one file less to find and open.
 */
export function inlineRuntime(): Plugin {
  return {
    name: 'inline-runtime',
    generateBundle(_options, bundle) {
      const files = Object.values(bundle).flatMap(file => (file.type === 'chunk' ? [file] : []))
      const runtime = files.find(({ name }) => name === 'rolldown-runtime')
      if (runtime === undefined) throw new Error('The bundler no longer has a runtime of its own')
      const code = `(()=>{const exports={};${runtime.code.trim()}\nreturn exports})()`
      const call = `require\\(["'\`]\\./${runtime.fileName.replace('.', '\\.')}["'\`]\\)`
      for (const file of files.filter(
        ({ isEntry, name }) => isEntry || name === 'zh-CN' || name === 'change',
      )) {
        file.code = file.code.replace(new RegExp(call), () => code)
      }
    },
  }
}
