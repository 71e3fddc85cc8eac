import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import process from 'node:process'
import type { Plugin, RolldownOptions } from 'rolldown'
import { dts } from 'rolldown-plugin-dts'

// Windows cannot run node_modules/.bin/tsc.
const tsc = join(import.meta.dirname, '../../node_modules/typescript/bin/tsc')

/**
 * The declarations of an entry, in one file without imports, so that users need no other package and no setting.
 * @param name of the output
 * @param source the file of the entry
 */
export function declarations(name: string, source: string): RolldownOptions {
  return {
    plugins: [compile(name, source), dts({ dtsInput: true }), copyForRequire()],
    output: { dir: 'dist', format: 'esm', entryFileNames: '[name].d.mts' },
  }
}

/** TypeScript 7 has no API for the plugin, so it reads the output of the compiler. */
function compile(name: string, source: string): Plugin {
  let folder = ''
  return {
    name: 'compile-declarations',
    options(options) {
      folder = mkdtempSync(join(tmpdir(), 'wxauth-declarations-'))
      const project = join(import.meta.dirname, 'declarations.json')
      execFileSync(process.execPath, [tsc, '--project', project, '--outDir', folder], {
        stdio: ['ignore', 2, 2],
      })
      const entry = relative('src', source).replace(/\.ts$/, '.d.ts')
      return { ...options, input: { [name]: join(folder, entry) } }
    },
    buildEnd() {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Code that uses `require` needs the same text with another file extension. */
function copyForRequire(): Plugin {
  return {
    name: 'copy-declarations',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue
        const fileName = file.fileName.replace(/\.d\.mts$/, '.d.cts')
        this.emitFile({ type: 'asset', fileName, source: file.code })
      }
    },
  }
}
