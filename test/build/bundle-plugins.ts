import { createHash } from 'node:crypto'
import type { Plugin } from 'rolldown'

/**
 * What a package imports at its top and we never reach: each costs milliseconds of every start. Calling one all the
 * same is a defect, and fails as one.
 */
const unreached = [
  // Sub-commands that are programs of their own.
  { by: 'commander', module: 'node:child_process', exports: [] },
  // Schemas and migrations: the profile is checked by the store itself, which says where it is wrong.
  { by: 'conf', module: 'ajv/dist/2020.js', exports: ['Ajv', 'Ajv2020'] },
  { by: 'conf', module: 'ajv-formats', exports: [] },
  { by: 'conf', module: 'semver', exports: [] },
  // The platform's folders, and with them os.homedir(), which throws for a user without an entry in passwd: the folder
  // is always given.
  { by: 'conf', module: 'env-paths', exports: [] },
  // Encryption: a profile is for a person to read.
  { by: 'conf', module: 'node:crypto', exports: [] },
  // The built-in prompts: the popup and the settings page are prompts of our own.
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

/** Of node:assert, 4 ms to load, conf takes one comparison. */
const lighter = {
  by: 'conf',
  module: 'node:assert',
  code: `import { isDeepStrictEqual } from 'node:util'
export default { deepEqual(one, other) { if (!isDeepStrictEqual(one, other)) throw new Error('not equal') } }`,
} as const

const rows = [...unreached.map(row => ({ ...row, code: leftOut(row) })), lighter]
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

function leftOut({ module, exports }: (typeof unreached)[number]): string {
  return [
    `function leftOut() { throw new Error(${JSON.stringify(`${module} is left out of the bundle`)}) }`,
    'export default leftOut',
    ...exports.map(name => `export { leftOut as ${name} }`),
  ].join('\n')
}

/** One character beyond Latin-1 makes V8 hold and scan a whole file at two bytes a character: escape them all. */
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

/** The bundler's own few functions stand in the entry, too: a file less to find and open at every start. */
export function inlineRuntime(): Plugin {
  return {
    name: 'inline-runtime',
    generateBundle(_options, bundle) {
      const runtime = bundle['rolldown-runtime.cjs']
      if (runtime?.type !== 'chunk') throw new Error('the bundler has no runtime of its own any more')
      const inlined = `(()=>{const exports={};${runtime.code.trim()}\nreturn exports})()`
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk' && file.isEntry) {
          file.code = file.code.replace(/require\(["'`]\.\/rolldown-runtime\.cjs["'`]\)/, () => inlined)
        }
      }
    },
  }
}

/** Begins each file with a digest of itself, by which the loader names what V8 made of it. The last of the plugins. */
export function stamp(): Plugin {
  return {
    name: 'stamp',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue
        const digest = createHash('sha256').update(file.code).digest('hex').slice(0, 16)
        file.code = `/*${digest}*/${file.code}`
      }
    },
  }
}
